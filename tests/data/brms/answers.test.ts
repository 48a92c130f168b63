// Where answers are said to be, they are, and they are what brms's company computes.
import {describe, expect, it} from "vitest";
import {toArrow} from "../../../src/data/arrow.js";
import {absences, answers} from "../../../src/data/brms/answers.js";
import {exampleRows} from "../../../src/data/brms/example-rows.js";
import {exampleFormula} from "../../../src/data/brms/pair.js";
import * as engine from "../../../src/engine/index.js";
import {
  createModel,
  fit,
  runChainsInTurn,
  variableIndex,
  variableView
} from "../../../src/engine/index.js";
import {poolhouse, temporaryFolder} from "../../cli/poolhouse.js";

const rows = exampleRows();
const folder = temporaryFolder();
const options = {chains: 2, warmup: 200, draws: 200};

const drawsOf = ({draws}: engine.Fit, name: string): Float64Array =>
  variableView(draws, variableIndex(draws, name));

describe("the page for brms users", () => {
  it("names flags that the program has, and names that the engine has", async () => {
    const {stdout} = await poolhouse(["fit", "--help"], folder.path);
    const text = answers.map(({here, note = ""}) => `${here}\n${note}`).join("\n");
    const flags = new Set(text.match(/--[a-z-]+/gu));
    expect(flags.size).toBeGreaterThan(10);
    for (const flag of flags) expect(stdout).toContain(`${flag} `);
    const names = Array.from(text.matchAll(/(\w+)\(\)$/gmu), ([, name]) => name);
    expect(names).toEqual(["newGroupEffects", "reweight"]);
    for (const name of names) expect(engine).toHaveProperty(name);
  });

  it("calls tables streams, for that is how they are written", () => {
    expect(answers.some(({note = ""}) => note.includes("read_ipc_stream"))).toBe(true);
    const bytes = toArrow({x: Float64Array.of(1)});
    // An Arrow file would begin with ARROW1.
    expect([...bytes.subarray(0, 4)]).toEqual([0xff, 0xff, 0xff, 0xff]);
  });

  it("says of nothing that it is absent which the engine or the program has", async () => {
    const {stdout} = await poolhouse(["--help"], folder.path);
    const ours = Object.keys(engine).map((name) => name.toLowerCase());
    for (const {name} of absences) {
      expect(ours).not.toContain(name.replaceAll("_", "").toLowerCase());
      expect(stdout).not.toMatch(new RegExp(`^ +${name}\\b`, "mu"));
    }
  });

  it("finds a group's effect as the population's slope and the level's", async () => {
    const spec = {formula: exampleFormula, treatment: "t", by: ["school"]};
    const fitted = await fit(spec, rows, options, runChainsInTurn);
    const slope = drawsOf(fitted, "b_t");
    for (const [g, {key, p_positive}] of fitted.effects.groups.entries()) {
      const own = drawsOf(fitted, `r_school[${key},t]`);
      const effects = fitted.effects.draws;
      expect(effects?.variables[g]).toBe(key);
      const drawn = effects && variableView(effects, g);
      expect(drawn?.[7]).toBeCloseTo(slope[7] + own[7], 12);
      expect(p_positive).toBe(drawn && drawn.filter((x) => x > 0).length / drawn.length);
    }
    expect(fitted.effects.groups).toHaveLength(6);
  });

  it("tells the groups of the one slope that varies without being asked", async () => {
    const {effects} = await fit({formula: exampleFormula}, rows, options, runChainsInTurn);
    expect([effects.treatment?.name, effects.by]).toEqual(["t", ["school"]]);
  });

  it("averages differences in probability over a group's rows, as posterior_epred does", async () => {
    const spec = {
      ...{formula: "d ~ t + x + (1 | school)", family: "bernoulli"},
      ...{treatment: "t", by: ["school"], scale: "response"}
    };
    const fitted = await fit(spec, rows, options, runChainsInTurn);
    const at = 11;
    const value = (name: string): number => drawsOf(fitted, name)[at];
    const {x} = rows;
    const expectation = (i: number, treated: number): number =>
      1 /
      (1 +
        Math.exp(
          -(
            value("b_Intercept") +
            value("b_t") * treated +
            value("b_x") * x[i] +
            value("r_school[Elm,Intercept]")
          )
        ));
    const own = Array.from(rows.school, (name, i) => (name === "Elm" ? i : -1)).filter(
      (i) => i >= 0
    );
    const differences = own.map((i) => expectation(i, 1) - expectation(i, 0));
    const mean = differences.reduce((sum, one) => sum + one, 0) / own.length;
    const {draws} = fitted.effects;
    expect(draws && variableView(draws, variableIndex(draws, "Elm"))[at]).toBeCloseTo(mean, 12);
  });
});

describe("what the page calls different", () => {
  it("sorts numbers by size and texts by character code, capitals first", () => {
    const data = {
      y: Float64Array.of(1, 2, 4, 3, 5, 7),
      text: ["b", "B", "a", "b", "B", "a"],
      many: Float64Array.of(10, 9, 2, 10, 9, 2)
    };
    const coefficients = (formula: string) =>
      createModel({formula, priors: ["b: normal(0, 1)"]}, data).design.coefficients.map(
        ({name}) => name
      );
    expect(coefficients("y ~ text")).toEqual(["Intercept", "texta", "textb"]);
    expect(coefficients("y ~ factor(many)")).toEqual(["Intercept", "factormany9", "factormany10"]);
  });

  it("compares a number of many values at one and at zero", async () => {
    const {effects} = await fit({formula: "y ~ x", treatment: "x"}, rows, options, runChainsInTurn);
    expect(effects.treatment).toMatchObject({low: 0, high: 1, arms: false});
  });

  it("draws a normal outcome exactly and says why", async () => {
    const normal = await fit({formula: exampleFormula}, rows, options, runChainsInTurn);
    expect(normal.method).toBe("exact");
    const binary = await fit(
      {formula: "d ~ t", family: "bernoulli"},
      rows,
      options,
      runChainsInTurn
    );
    expect([binary.method, binary.reason]).toEqual([
      "nuts",
      "a bernoulli outcome has no exact draws, so NUTS"
    ]);
  });

  it("leaves rows with a missing value out, and counts them", () => {
    const gap = {...rows, x: rows.x.map((one, i) => (i === 3 ? NaN : one))};
    const {design} = createModel({formula: "y ~ x"}, gap);
    expect([design.rows.total, design.rows.dropped]).toEqual([179, 1]);
  });

  it("has a prior that brms lacks", () => {
    const {priors} = createModel(
      {formula: exampleFormula, priors: ["sd: inv_gamma_variance(1, 1)"]},
      rows
    );
    expect(priors.table.filter(({class: kind}) => kind === "sd").map(({prior}) => prior)).toEqual([
      "inv_gamma_variance(1, 1)",
      "inv_gamma_variance(1, 1)"
    ]);
  });

  it("has a unit of two standard deviations, but for two values", () => {
    const {design} = createModel({formula: "y ~ scale2(x) + scale2(t)"}, rows);
    const spread = (column: Float64Array) => Math.max(...column) - Math.min(...column);
    expect(spread(design.columns.population[2])).toBeCloseTo(1, 12);
    const {x} = rows;
    const mean = x.reduce((sum, one) => sum + one, 0) / x.length;
    const sd = Math.sqrt(x.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (x.length - 1));
    expect(design.columns.population[1][5]).toBeCloseTo((x[5] - mean) / (2 * sd), 12);
  });
});
