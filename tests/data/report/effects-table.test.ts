import {beforeAll, describe, expect, it} from "vitest";
import {effectsTable, shownGroups} from "../../../src/data/report/effects-table.js";
import {sideTakingSource} from "../../../src/data/sources.js";
import type {FittedModel, StudyDefinition} from "../../../src/data/study.js";
import {
  fit,
  olsEffects,
  runChainsInTurn,
  variableView,
  type Columns
} from "../../../src/engine/index.js";
import {expectClose} from "../../assert.js";
import {fitTiny, rowsOf, tinyColumns, tinyStudy, unkept} from "./tiny-study.js";

const study: StudyDefinition = {...tinyStudy, source: sideTakingSource, recodes: []};
const cells = [
  "median",
  "mean",
  "sd",
  ...[50, 80, 90, 95].flatMap((w) => [`lower${w}`, `upper${w}`])
];

let fitted: FittedModel[];
let table: Columns;

beforeAll(async () => {
  fitted = await fitTiny();
  table = effectsTable(study, fitted, tinyColumns);
});

const rows = (model: string) => rowsOf(table, model);

describe("effectsTable", () => {
  it("has the columns that pages read, in order, and no others", () => {
    expect(Object.keys(table)).toEqual([
      ...["model", "group", "label", "a", "b", "n", "n_treated", "n_control", "p_positive"],
      ...["pooling", "rhat", "ess_bulk"],
      ...["partial", "saturated", "additive", "complete"].flatMap((rung) =>
        cells.map((cell) => `${rung}.${cell}`)
      )
    ]);
  });

  it("holds texts for names and labels, numbers for all else", () => {
    const texts = Object.entries(table).filter(([, column]) => !(column instanceof Float64Array));
    expect(texts.map(([name]) => name)).toEqual(["model", "group", "label", "a", "b"]);
  });

  it("has one row per group and model, and of some models the treated groups only", () => {
    const groups = ["0_1", "0_2", "0_3", "1_1", "1_2", "1_3"];
    expect(rows("slopes").map(({group}) => group)).toEqual(groups);
    expect(rows("equations").map(({group}) => group)).toEqual(groups.slice(0, 5));
    expect(table.model).toHaveLength(6 + 5 + 6);
  });

  it("names levels by their labels, by their value where the study has no words, and both in a sentence", () => {
    expect(rows("slopes").map(({a, b, label}) => [a, b, label])).toEqual([
      ["No", "Low", "No and Low"],
      ["No", "High", "No and High"],
      ["No", "3", "No and 3"],
      ["Yes", "Low", "Yes and Low"],
      ["Yes", "High", "Yes and High"],
      ["Yes", "3", "Yes and 3"]
    ]);
  });

  it("counts the rows that the model used, by arm", () => {
    const counts = rows("slopes").map((row) => [row.n, row.n_treated, row.n_control]);
    // Twenty rows per group, of which the first two groups lost one to a missing outcome.
    expect(counts).toEqual([
      ...[
        [19, 10, 9],
        [20, 10, 10],
        [20, 10, 10]
      ],
      ...[
        [19, 10, 9],
        [20, 10, 10],
        [10, 0, 10]
      ]
    ]);
  });

  it("orders limits outwards around the median, on every rung", () => {
    for (const row of rows("slopes")) {
      for (const rung of ["partial", "saturated", "additive", "complete"]) {
        const at = (cell: string) => row[`${rung}.${cell}`] as number;
        const lower = [95, 90, 80, 50].map((w) => at(`lower${w}`));
        const upper = [50, 80, 90, 95].map((w) => at(`upper${w}`));
        const limits = [...lower, at("median"), ...upper];
        expect(limits).toEqual(limits.toSorted((x, y) => x - y));
      }
    }
  });

  it("gives the share of draws above zero, and quantiles of the draws, from all draws", () => {
    const {draws, groups} = fitted[0].fit.effects;
    rows("slopes").forEach((row, g) => {
      const own = variableView(draws!, g);
      expect(row.p_positive).toBeCloseTo(own.filter((x) => x > 0).length / own.length, 12);
      expect(row["partial.lower80"]).toBe(groups[g].q10);
      expect(row["partial.upper95"]).toBe(groups[g]["q97.5"]);
      expect(row["partial.mean"]).toBeCloseTo(own.reduce((a, b) => a + b, 0) / own.length, 12);
    });
  });

  it.each(["saturated", "additive", "complete"] as const)(
    "takes the rung %s from least squares, t intervals included",
    (rung) => {
      const {formula, errors} = fitted[0].model.ols![rung]!;
      const expected = olsEffects(tinyColumns, {formula, errors, treatment: "t", by: ["a", "b"]});
      const column = (cell: string) =>
        rows("slopes").map((row) => row[`${rung}.${cell}`] as number);
      const of = (field: "estimate" | "se" | "lower" | "upper") =>
        expected.map(({contrast}) => contrast[field]);
      expectClose(column("median"), of("estimate"), {});
      expectClose(column("mean"), of("estimate"), {});
      expectClose(column("sd"), of("se"), {});
      // The same quantile of t, reached by two orders of the same operations.
      expectClose(column("lower95"), of("lower"), {relative: 1e-12});
      expectClose(column("upper95"), of("upper"), {relative: 1e-12});
    }
  );

  it("gives a saturated cell's own difference in means, and nothing where an arm is empty", () => {
    const {y, t, g} = tinyColumns as Record<string, ArrayLike<number | string>>;
    const mean = (group: string, arm: number) => {
      const own = Array.from(y as Float64Array).filter(
        (value, i) => !Number.isNaN(value) && g[i] === group && t[i] === arm
      );
      return own.reduce((sum, value) => sum + value, 0) / own.length;
    };
    const groups = ["g01", "g02", "g03", "g11", "g12"];
    const differences = groups.map((group) => mean(group, 1) - mean(group, 0));
    const column = rows("slopes").map((row) => row["saturated.mean"] as number);
    expectClose(column, [...differences, NaN], {absolute: 1e-12});
  });

  it("leaves rungs that a model does not have missing", () => {
    expect(rows("equations").every((row) => Number.isNaN(row["saturated.mean"]))).toBe(true);
  });

  it("weighs a group's own data by τ² / (τ² + σ² (1/n₁ + 1/n₀)), τ² summed over terms", () => {
    const {parameters} = fitted[0].fit;
    const median = (name: string) => parameters.find(({variable}) => variable === name)!.q50;
    const tau2 = median("sd_a:b__t") ** 2 + median("sd_a__t") ** 2;
    const weight = (n1: number, n0: number) =>
      tau2 / (tau2 + median("sigma") ** 2 * (1 / n1 + 1 / n0));
    const expected = [weight(10, 9), weight(10, 10), weight(10, 10), weight(10, 9), weight(10, 10)];
    const column = rows("slopes").map(({pooling}) => pooling as number);
    expectClose(column, [...expected, 0], {relative: 1e-12});
  });

  it("takes τ from the equation that the treatment multiplies, and from no other", () => {
    const {parameters} = fitted[1].fit;
    const median = (name: string) => parameters.find(({variable}) => variable === name)!.q50;
    const tau2 = median("sd_g__lambda_Intercept") ** 2;
    const own = median("sigma") ** 2 * (1 / 10 + 1 / 9);
    expect(rows("equations")[0].pooling).toBeCloseTo(tau2 / (tau2 + own), 12);
  });

  it("has no such weight where slopes do not vary", () => {
    expect(rows("constant").every(({pooling}) => Number.isNaN(pooling))).toBe(true);
  });

  it("has no such weight for a family without sigma", async () => {
    const {y} = tinyColumns as Record<string, Float64Array>;
    const binary = {...tinyColumns, y: y.map((v) => (Number.isNaN(v) ? v : Number(v > 1)))};
    const {model} = fitted[0];
    const logit = {...model, spec: {...model.spec, family: "bernoulli"}};
    const run = {chains: 1, warmup: 100, draws: 20};
    const one = {
      model: logit,
      fit: await fit(logit.spec, binary, run, runChainsInTurn),
      columns: binary,
      summed: null,
      ...unkept
    };
    const {pooling} = effectsTable(study, [one], binary);
    expect([...pooling]).toEqual(new Array(6).fill(NaN));
  });

  it("refuses a modifier without words", () => {
    const {b: _, ...modifiers} = study.modifiers;
    expect(() => effectsTable({...study, modifiers}, fitted, tinyColumns)).toThrow(
      "unknown modifier: b of slopes; give it a column and words in the study"
    );
  });
});

describe("shownGroups", () => {
  it("keeps each group's place among the fit's groups", () => {
    const {groups} = fitted[1].fit.effects;
    for (const {group, index} of shownGroups(fitted[1])) expect(groups[index]).toBe(group);
    expect(shownGroups(fitted[0])).toHaveLength(6);
  });
});
