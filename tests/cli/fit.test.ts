import {existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, it} from "vitest";
import {fromArrow} from "../../src/data/arrow.js";
import {poolhouse, temporaryFolder, writeTrial, type Ended} from "./poolhouse.js";

const folder = temporaryFolder();
const model = ["--data", "trial.csv", "--formula", "y ~ 1 + t + (1 + t | g)"];
const effect = ["--treatment", "t", "--by", "g,h"];
const short = ["--warmup", "300", "--draws", "300", "--chains", "2"];

const fit = (...args: string[]) => poolhouse(["fit", ...args], folder.path);

interface Json {
  sampler: Record<string, unknown>;
  parameters: Record<string, unknown>[];
  effects: Record<string, unknown>[];
  [name: string]: unknown;
}

function parse({stdout}: Ended): Json {
  return JSON.parse(stdout) as Json;
}

/** Everything but the times, which differ from run to run. */
function timeless(ended: Ended): Json {
  const json = parse(ended);
  const {seconds: _, sampling_seconds: __, ...sampler} = json.sampler;
  return {...json, sampler};
}

beforeAll(() => writeTrial(join(folder.path, "trial.csv")));

describe("poolhouse fit --json", () => {
  let run: Ended;
  let json: Json;

  beforeAll(async () => {
    run = await fit(...model, ...effect, ...short, "--prior", "b[t]: normal(0, 1)", "--json");
    json = parse(run);
  });

  it("prints one object with the fields of the contract", () => {
    expect(json).toMatchObject({
      poolhouse: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      formula: "y ~ 1 + t + (1 + t | g)",
      family: "gaussian",
      n: 96,
      dropped: 0,
      cells: expect.any(Number) as number,
      advice: expect.any(Array) as unknown[],
      key: expect.stringMatching(/^[0-9a-f]{64}$/) as string
    });
  });

  it("says of every prior whether it was given or is the default", () => {
    const row = {class: "b", coef: "t", group: "", prior: "normal(0, 1)", source: "user"};
    expect(json.priors).toContainEqual(row);
    expect(json.priors).toContainEqual({
      ...{class: "cor", coef: "", group: "g"},
      ...{prior: "lkj(1)", source: "default"}
    });
    expect(json.priors).toHaveLength(6);
  });

  it("tells how it sampled, and the diagnostics", () => {
    expect(json.sampler).toMatchObject({
      ...{chains: 2, warmup: 300, draws: 300, seed: "1"},
      ...{target_acceptance: 0.8, max_treedepth: 10}
    });
    expect(["exact", "nuts"]).toContain(json.sampler.method);
    const numbers = ["seconds", "divergences", "max_treedepth_hits", "min_ess_bulk"];
    for (const name of [...numbers, "min_ess_tail", "max_rhat"]) {
      expect(typeof json.sampler[name], name).toBe("number");
    }
  });

  it("gives every parameter by brms's name, with all columns in order", () => {
    expect(json.parameters.map(({variable}) => variable)).toEqual([
      ...["b_Intercept", "b_t", "sd_g__Intercept", "sd_g__t", "cor_g__Intercept__t", "sigma"],
      ...[0, 1, 2, 3].map((g) => `r_g[${g},Intercept]`),
      ...[0, 1, 2, 3].map((g) => `r_g[${g},t]`)
    ]);
    const quantiles = ["q2.5", "q10", "q50", "q90", "q97.5"];
    for (const {variable, ...row} of json.parameters) {
      expect(Object.keys(row)).toEqual([
        ...["mean", "sd", ...quantiles, "mcse_mean", "rhat", "ess_bulk", "ess_tail"]
      ]);
      const values = quantiles.map((name) => row[name] as number);
      expect({variable, values}).toEqual({variable, values: values.toSorted((a, b) => a - b)});
    }
  });

  it("gives every group's effect with its modifiers and arms", () => {
    expect(json.effects.map(({g, h}) => [g, h])).toEqual(
      [0, 1, 2, 3].flatMap((g) => ["a", "b"].map((h) => [g, h]))
    );
    for (const row of json.effects) {
      expect(row).toMatchObject({n: 12, n_treated: 6, n_control: 6});
      const names = ["mean", "sd", "q2.5", "q10", "q50", "q90", "q97.5", "rhat", "ess_bulk"];
      expect(names.filter((name) => typeof row[name] !== "number")).toEqual([]);
      expect(row.p_positive).toBeGreaterThanOrEqual(0);
      expect(row.p_positive).toBeLessThanOrEqual(1);
    }
  });

  it("adds the varying slope to the common one in each group", () => {
    const mean = (name: string) =>
      json.parameters.find(({variable}) => variable === name)?.mean as number;
    for (const {g, mean: own} of json.effects) {
      expect(own).toBeCloseTo(mean("b_t") + mean(`r_g[${String(g)},t]`), 10);
    }
  });

  it("keeps stdout for the object alone, and is silent on the way off a terminal", () => {
    expect(run.stdout.startsWith("{")).toBe(true);
    expect(run.stderr).toMatch(/^(not converged: .*\n)?$/);
  });

  it.each([
    {what: "one worker", workers: "1"},
    {what: "two workers", workers: "2"}
  ])("gives the same numbers with $what", async ({workers}) => {
    const args = [...model, ...effect, ...short, "--prior", "b[t]: normal(0, 1)"];
    const again = await fit(...args, "--json", "--workers", workers);
    expect(timeless(again)).toEqual(timeless(run));
  });

  it("gives other draws and another key for another seed, which may be any text", async () => {
    const seeds = ["a tale of two", "a tale of two", "1 "];
    const [first, second, third] = await Promise.all(
      seeds.map((seed) => fit(...model, ...short, "--json", "--seed", seed).then(timeless))
    );
    expect(first.sampler.seed).toBe("a tale of two");
    expect(second).toEqual(first);
    expect(third.key).not.toBe(first.key);
    expect(third.parameters).not.toEqual(first.parameters);
  });
});

describe("poolhouse fit", () => {
  it("reads semicolons, decimal commas and Latin-1, as new does", async () => {
    const rows = Array.from(
      {length: 24},
      (_, i) => `${String(i % 5)},5;${String(i % 2)};Stra\xdfe`
    );
    const file = join(folder.path, "straße.csv");
    writeFileSync(file, Buffer.from(`y;t;wo\n${rows.join("\n")}\n`, "latin1"));
    const {code, stdout} = await fit("--data", file, "--formula", "y ~ 1 + t");
    expect(code).toBe(0);
    expect(stdout).toMatch(/\n24 rows, /);
  });

  it("prints parameters, effects and advice as text, and exits 0 when all is well", async () => {
    const args = ["--data", "trial.csv", "--formula", "y ~ 1 + t + h", "--treatment", "t"];
    const {code, stdout, stderr} = await fit(...args, "--by", "h", "--chains", "2");
    expect({code, stderr}).toEqual({code: 0, stderr: ""});
    expect(stdout).toMatch(/^y ~ 1 \+ t \+ h\n\n96 rows, 2 chains of 1000 draws after 1000/);
    expect(stdout).toMatch(/^ +mean +sd +2\.5 % +50 % +97\.5 % +R-hat +ESS$/m);
    expect(stdout).toMatch(/^b_t +0\.\d{3} /m);
    expect(stdout).toMatch(/^Effect of t, 1 minus 0, by h$/m);
    expect(stdout).toMatch(/^a \(n 48\) +0\.\d{3} /m);
    expect(stdout).toMatch(/^Converged: R-hat at most 1\.00\d, ESS at least \d{3,}/m);
  });

  it("tells how many rows it left out for missing values", async () => {
    const args = ["--data", "trial.csv", "--formula", "y ~ t + patchy", "--chains", "1"];
    const {stdout} = await fit(...args, "--warmup", "50", "--draws", "50");
    expect(stdout).toMatch(
      /^48 rows \(48 left out for missing values\), 1 chain of 50 draws after 50 of warm-up/m
    );
  });

  it("fits to rows summed within cells, and finds the same as in the rows", async () => {
    const [rows, sums] = await Promise.all([
      fit(...model, "--json"),
      fit(...model, "--json", "--cells", "g,t")
    ]);
    const {n, parameters} = parse(sums);
    expect(n).toBe(96);
    parse(rows).parameters.forEach(({mean, mcse_mean}, i) => {
      const apart = Math.abs((parameters[i].mean as number) - (mean as number));
      expect(apart).toBeLessThan(6 * (mcse_mean as number));
    });
    const text = await fit(...model, ...short, "--cells", "g,t");
    expect(text.stdout).toMatch(/^96 rows in 8 cells, 2 chains/m);
  });

  it("leaves the levels' coefficients out of the text", async () => {
    const {stdout} = await fit(...model, ...short);
    expect(stdout).toMatch(/^sd_g__t/m);
    expect(stdout).not.toMatch(/^r_g/m);
  });

  it("fits the two-equation form, from several equations and priors", async () => {
    const run = await fit(
      ...["--data", "trial.csv", "--formula", "y ~ lambda * t + controls"],
      ...["--equation", "lambda ~ h + (1 | g)", "--equation", "controls ~ g"],
      ...["--prior", "b_lambda: normal(0, 1)", "--prior", "b_controls: normal(0, 2)"],
      ...[...effect, ...short, "--json"]
    );
    const {equations, parameters, effects} = parse(run);
    expect(equations).toEqual(["lambda ~ h + (1 | g)", "controls ~ g"]);
    expect(parameters.map(({variable}) => variable)).toContain("sd_g__lambda_Intercept");
    expect(effects).toHaveLength(8);
  });

  it("fits a 0/1 outcome by NUTS with --family bernoulli, its effects in log-odds or probability", async () => {
    // Whether a row is treated, by group: as probable in each, so that log-odds are near 0.
    const args = ["--data", "trial.csv", "--formula", "t ~ 1 + h + (1 + h | g)"];
    const logit = [...args, "--treatment", "h", ...short, "--family", "bernoulli"];
    const response = [...logit, "--scale", "response"];
    const [run, text, probable, named] = await Promise.all([
      fit(...logit, "--json"),
      fit(...logit),
      fit(...response, "--json"),
      fit(...response)
    ]);
    const {family, sampler, parameters, effects, advice} = parse(run);
    expect([family, sampler.method]).toEqual(["bernoulli", "nuts"]);
    expect(parameters.map(({variable}) => variable).slice(0, 6)).toEqual([
      ...["b_Intercept", "b_hb", "sd_g__Intercept", "sd_g__hb", "cor_g__Intercept__hb"],
      "r_g[0,Intercept]"
    ]);
    expect(parameters).toHaveLength(5 + 2 * 4);
    expect(effects).toHaveLength(1);
    expect(JSON.stringify(advice)).not.toContain("W16");
    expect(text.stdout).toMatch(/^Effect of h, b minus a, by all rows, in log-odds$/m);
    expect(named.stdout).toMatch(/^Effect of h, b minus a, by all rows, in probability$/m);
    expect([parse(run).scale, parse(probable).scale]).toEqual(["link", "response"]);
    expect(parse(probable).parameters).toEqual(parameters);
    // Near even chances a step in log-odds is about a quarter of a step in probability.
    const [step] = parse(probable).effects;
    expect(Math.abs(Number(step.mean))).toBeLessThan(Math.abs(Number(effects[0].mean)));
    expect(Math.sign(Number(step["q2.5"]))).toBe(Math.sign(Number(effects[0]["q2.5"])));
  });

  it("reads .dta as well as .csv", async () => {
    const file = join(process.cwd(), "tests/fixtures/dta/haven-118.dta");
    const run = await fit("--data", file, "--formula", "no_such_outcome ~ 1");
    expect(run.stderr).toMatch(/^unknown column: no_such_outcome; there are \w+, /);
  });

  it("exits 1 on draws that did not converge, and prints all the same", async () => {
    const tiny = ["--warmup", "2", "--draws", "4", "--chains", "2"];
    const run = await fit(...model, ...effect, ...tiny, "--json");
    const json = parse(run);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(/^not converged: .+\n$/);
    expect(json.effects).toHaveLength(8);
    expect(json.parameters).toHaveLength(14);
    expect(json.advice).toContainEqual(
      expect.objectContaining({code: "W23", severity: "error"}) as unknown
    );
  });

  it("writes what JSON cannot hold as null, such as the arms of a treatment with four values", async () => {
    const args = ["--data", "trial.csv", "--formula", "y ~ 1 + g", "--treatment", "g", "--json"];
    const run = await fit(...args, "--warmup", "50", "--draws", "50", "--chains", "2");
    expect(parse(run).effects).toMatchObject([{n: 96, n_treated: null, n_control: null}]);
    expect(run.stdout).not.toMatch(/": (NaN|-?Infinity)/);
  });

  it("samples by the method that is asked for, auto by default", async () => {
    const runs = ["nuts", "exact", "auto"].map((method) =>
      fit(...model, ...effect, ...short, "--json", "--method", method).then(timeless)
    );
    const [nuts, exact, auto] = await Promise.all(runs);
    expect(nuts.sampler.method).toBe("nuts");
    expect(exact.sampler.method).toBe("exact");
    expect([nuts, exact]).toContainEqual(auto);
    expect(Object.keys(nuts.sampler)).toEqual(Object.keys(exact.sampler));
    expect(nuts.key).not.toBe(exact.key);
  });
});

describe("poolhouse fit --out", () => {
  const tiny = [...model, ...effect, "--warmup", "20", "--draws", "10", "--chains", "2"];

  it("writes the printed JSON and the draws as Arrow, under one key", async () => {
    const run = await fit(...tiny, "--json", "--out", "out");
    const out = join(folder.path, "out");
    expect(readdirSync(out).sort()).toEqual(["draws.arrow", "effects.arrow", "fit.json"]);
    expect(readFileSync(join(out, "fit.json"), "utf8")).toBe(run.stdout);
    const {key, parameters, effects} = parse(run);
    const draws = fromArrow(readFileSync(join(out, "draws.arrow")));
    expect(draws.metadata).toEqual({key});
    expect(Object.keys(draws.columns)).toEqual([
      ...[".chain", ".iteration", ...parameters.map(({variable}) => variable as string)]
    ]);
    expect(draws.columns[".chain"]).toHaveLength(20);
    const sum = (draws.columns.b_t as Float64Array).reduce((a, b) => a + b, 0);
    expect(sum / 20).toBeCloseTo(parameters[1].mean as number, 12);
    const groups = Object.keys(fromArrow(readFileSync(join(out, "effects.arrow"))).columns);
    expect(groups.slice(2)).toEqual(effects.map(({g, h}) => `${String(g)}_${String(h)}`));
  });

  it("fills an empty folder, and leaves nothing else beside it", async () => {
    mkdirSync(join(folder.path, "deep/empty"), {recursive: true});
    await fit(...tiny, "--out", "deep/empty/");
    expect(readdirSync(join(folder.path, "deep"))).toEqual(["empty"]);
    expect(readdirSync(join(folder.path, "deep/empty"))).toHaveLength(3);
  });

  it.each([
    {
      what: "a folder that is not empty",
      out: "full",
      message: /^invalid output folder: full is not/
    },
    {what: "a file", out: "trial.csv", message: /^invalid output folder: trial.csv is a file; /},
    {
      what: "a folder in no folder",
      out: "no/out",
      message: /^missing folder: .*no; make it first$/m
    }
  ])("refuses $what before it fits, and changes nothing", async ({out, message}) => {
    mkdirSync(join(folder.path, "full"), {recursive: true});
    writeFileSync(join(folder.path, "full/mine.txt"), "mine");
    const run = await fit(...model, "--draws", "9999999", "--out", out);
    expect(run).toMatchObject({code: 2, stdout: ""});
    expect(run.stderr).toMatch(message);
    expect(readdirSync(join(folder.path, "full"))).toEqual(["mine.txt"]);
    expect(existsSync(join(folder.path, "no"))).toBe(false);
  });
});
