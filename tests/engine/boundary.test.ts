import {describe, expect, it} from "vitest";
import {fit, type Fit} from "../../src/engine/fit.js";
import {createModel} from "../../src/engine/model/model.js";
import {createGenerator} from "../../src/engine/random/generator.js";
import {runChainsInTurn} from "../../src/engine/run-chains.js";
import type {ModelSpec} from "../../src/engine/model/model.js";
import type {Columns} from "../../src/engine/types.js";

const generator = createGenerator("boundary");

/** Rows in turn over `groups` groups, arms in turn within them; an effect of 1 and noise of sd 1. */
function experiment(n: number, groups: number, treated: (group: number) => boolean = () => true) {
  const rows = Array.from({length: n}, (_, i) => i);
  const t = Float64Array.from(rows, (i) => (treated(i % groups) ? Math.floor(i / groups) % 2 : 0));
  return {
    y: Float64Array.from(t, (arm) => arm + generator.normal()),
    t,
    x: Float64Array.from(rows, () => generator.normal()),
    g: Float64Array.from(rows, (i) => i % groups)
  };
}

const spec: ModelSpec = {formula: "y ~ t + (1 + t | g)", treatment: "t", by: ["g"]};
const run = (given: ModelSpec, data: Columns, options = {}): Promise<Fit> =>
  fit(given, data, {method: "exact", warmup: 300, draws: 500, ...options}, runChainsInTurn);

function parameter({parameters}: Fit, name: string) {
  const found = parameters.find(({variable}) => variable === name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

describe.each(["exact", "nuts"] as const)("one group, by %s,", (method) => {
  it("tells the group's effect, and of the population little but that prior", async () => {
    const data = experiment(200, 1);
    const fitted = await run(spec, data, {method, targetAcceptance: 0.99});
    expect(fitted.model.cells).toMatchObject({cells: 1, rows: 200});
    const mean = (arm: number) => {
      const own = data.y.filter((_, i) => data.t[i] === arm);
      return own.reduce((a, b) => a + b) / own.length;
    };
    const [effect] = fitted.effects.groups;
    // Flat on the average slope, so nothing shrinks the one group: least squares, sd near 2/√200.
    expect(Math.abs(effect.mean - (mean(1) - mean(0)))).toBeLessThan(4 * effect.mcse_mean + 0.005);
    expect(effect.sd).toBeGreaterThan(0.11);
    expect(effect.sd).toBeLessThan(0.17);
    expect(parameter(fitted, "b_t").sd).toBeGreaterThan(5 * effect.sd);
  });
});

describe("a factor of two levels", () => {
  it("has an sd that the prior bounds from above, and no less honest effects", async () => {
    const fitted = await run(spec, experiment(400, 2), {draws: 2000});
    expect(fitted.diagnostics.reasons).toEqual([]);
    expect(parameter(fitted, "sd_g__t")["q97.5"]).toBeGreaterThan(1);
    for (const {mean, sd} of fitted.effects.groups) {
      expect(Math.abs(mean - 1)).toBeLessThan(4 * sd);
      expect(sd).toBeLessThan(0.2);
    }
  });
});

describe("a group without an arm", () => {
  it("gets a wide prediction, and the fit says so", async () => {
    const fitted = await run(
      spec,
      experiment(400, 8, (group) => group !== 3)
    );
    const {groups} = fitted.effects;
    expect(groups[3]).toMatchObject({n_treated: 0, n_control: 50});
    const others = groups.filter((_, g) => g !== 3).map(({sd}) => sd);
    expect(groups[3].sd).toBeGreaterThan(Math.max(...others));
    expect(fitted.advice.map(({code}) => code)).toContain("W2");
  });
});

describe("ten thousand groups", () => {
  it("of two rows each are cells and levels each, and fitted", async () => {
    const groups = 10_000;
    const level = Float64Array.from({length: groups}, () => generator.normal());
    const g = Float64Array.from({length: 2 * groups}, (_, i) => i % groups);
    const y = g.map((group) => level[group] + 0.5 * generator.normal());
    const simple = {formula: "y ~ 1 + (1 | g)"};
    const {cells, variables} = createModel(simple, {y, g});
    expect([cells.cells, cells.terms[0].levels, variables.length]).toEqual([
      groups,
      groups,
      groups + 3
    ]);
    const fitted = await run(simple, {y, g}, {chains: 1, warmup: 20, draws: 20});
    // An sd of ten thousand levels is known to about 0.01.
    expect(Math.abs(parameter(fitted, "sd_g__Intercept").mean - 1)).toBeLessThan(0.04);
    expect(Math.abs(parameter(fitted, "sigma").mean - 0.5)).toBeLessThan(0.02);
  }, 30_000);
});

describe("collinear controls", () => {
  const data = experiment(120, 4);
  const collinear = {...data, twice: data.x.map((value) => 2 * value)};
  const both = {...spec, formula: "y ~ t + x + twice + (1 | g)"};

  it.each(["exact", "nuts"])("are refused under flat priors by %s", async (method) => {
    await expect(run(both, collinear, {method})).rejects.toThrow(
      /invalid posterior: b_twice is not determined, .*; drop the term or give class b a proper prior/
    );
  });

  it("share their slope under a proper one: what is determined is as without the copy", async () => {
    const priors = ["b[x]: normal(0, 1)", "b[twice]: normal(0, 1)"];
    const fitted = await run({...both, priors}, collinear);
    const {draws, model} = fitted;
    const at = (name: string) => model.variables.indexOf(name) * draws.chains * draws.iterations;
    const total = draws.chains * draws.iterations;
    let [sum, squares] = [0, 0];
    for (let i = 0; i < total; ++i) {
      const slope = draws.values[at("b_x") + i] + 2 * draws.values[at("b_twice") + i];
      sum += slope / total;
      squares += slope ** 2 / total;
    }
    // A slope of 120 rows of noise: 0 ± 0.09; its parts are as uncertain as their priors let them.
    expect(Math.abs(sum)).toBeLessThan(0.4);
    expect(Math.sqrt(squares - sum ** 2)).toBeLessThan(0.13);
    expect(parameter(fitted, "b_x").sd).toBeGreaterThan(0.7);
  });
});

describe("a cell of one row", () => {
  it("is a cell like any other, and leans on the rest", async () => {
    const data = experiment(120, 4);
    // Of the combinations with h = 1 one holds a single row.
    const h = Float64Array.from(data.g, (group, i) => Number(group > 0 ? i % 3 === 0 : i === 4));
    const crossed = {...spec, formula: "y ~ t + (1 + t | g * h)", by: ["g", "h"]};
    const fitted = await run(crossed, {...data, h}, {draws: 1000});
    expect(fitted.model.cells.cells).toBe(8);
    const single = fitted.effects.groups.filter(({n}) => n === 1);
    expect(single.map(({key}) => key)).toEqual(["0_1"]);
    expect(Number.isFinite(single[0].mean)).toBe(true);
    const largest = fitted.effects.groups.reduce((a, b) => (b.n > a.n ? b : a));
    expect(single[0].sd).toBeGreaterThan(largest.sd);
  });
});

describe("a constant column", () => {
  const data = {...experiment(120, 4), one: new Float64Array(120).fill(3)};
  const constant = {...spec, formula: "y ~ t + one + (1 | g)"};

  it.each(["exact", "nuts"])("is refused under a flat prior by %s", async (method) => {
    await expect(run(constant, data, {method})).rejects.toThrow(
      "invalid posterior: b_one is not determined"
    );
  });

  it("teaches nothing of its slope: the prior comes back", async () => {
    const fitted = await run({...constant, priors: ["b[one]: normal(2, 0.5)"]}, data);
    const {mean, sd, mcse_mean} = parameter(fitted, "b_one");
    expect(Math.abs(mean - 2)).toBeLessThan(4 * mcse_mean);
    // 2,000 nearly independent draws tell an sd to 2 %.
    expect(Math.abs(sd / 0.5 - 1)).toBeLessThan(0.08);
  });

  it("of text is refused as a term, since it has nothing to compare, and may group", () => {
    const words = {...data, word: Array<string>(120).fill("a")};
    expect(() => createModel({formula: "y ~ t + word"}, words)).toThrow(
      'invalid factor: word is "a" in every row; leave it out'
    );
    expect(createModel({formula: "y ~ t + (1 | word)"}, words).cells.cells).toBe(1);
  });
});
