import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {olsJointly, olsEffects, type OlsEffect} from "../../../src/engine/effects/ols-effects.js";
import {contrasts} from "../../../src/engine/ols/contrasts.js";
import {leastSquares} from "../../../src/engine/ols/least-squares.js";
import type {ErrorKind} from "../../../src/engine/ols/standard-errors.js";
import type {Columns} from "../../../src/engine/types.js";
import {expectClose, readFixture} from "../../assert.js";

interface Fixture {
  data: {t: number[]; a: string[]; b: number[]; x: number[]; y: number[]};
  fits: {
    formula: [string];
    errors: [ErrorKind];
    df: [number];
    groups: Record<"n" | "n_treated" | "estimate" | "se" | "lower" | "upper", number[]> & {
      key: string[];
    };
  }[];
}

const {data: raw, fits} = readFixture("effects") as Fixture;
const data: Columns = {
  ...Object.fromEntries(
    (["t", "b", "x", "y"] as const).map((name) => [name, Float64Array.from(raw[name])])
  ),
  a: raw.a
};
const cases = fits.map(({formula: [formula], errors: [errors], df: [df], groups}) => ({
  formula,
  errors,
  df,
  groups
}));
const column = (effects: readonly OlsEffect[], name: "estimate" | "se" | "lower" | "upper") =>
  effects.map(({contrast}) => contrast[name]);

describe("olsEffects", () => {
  it.each(["y | weights(b) ~ t", "y | se(x) ~ t"])(
    "refuses %s: its rows count alike",
    (formula) => {
      const refused = () => olsEffects(data, {formula, treatment: "t", by: []});
      expect(refused).toThrow(InputError);
      expect(refused).toThrow(
        /unsupported formula for least squares: .*; leave weights\(\) and se\(\) out/
      );
    }
  );

  it.each(cases)("of $formula with $errors errors are R's", ({formula, errors, df, groups}) => {
    const effects = olsEffects(data, {formula, errors, treatment: "t", by: ["a", "b"]});
    expect(effects.map(({group}) => group.key)).toEqual(groups.key);
    expect(effects.map(({group}) => group.n)).toEqual(groups.n);
    expect(effects.map(({group}) => group.n_treated)).toEqual(groups.n_treated);
    for (const name of ["estimate", "se", "lower", "upper"] as const)
      expectClose(column(effects, name), groups[name], {relative: 1e-8, absolute: 1e-10}, name);
    expect(new Set(effects.map(({contrast}) => contrast.df))).toEqual(new Set([df]));
  });

  it("of many rows of few kinds are those of the rows, a missing one aside", () => {
    const n = 403;
    const at = Array.from({length: n}, (_, i) => i);
    const many = {
      t: Float64Array.from(at, (i) => i % 2),
      a: at.map((i) => (i % 3 === 0 ? "A" : "B")),
      y: Float64Array.from(at, (i) => (i === 7 ? NaN : ((i * i) % 11) + (i % 3) * (i % 2)))
    };
    const rows = at.filter((i) => i !== 7);
    const x = [() => 1, (i: number) => many.t[i], (i: number) => Number(many.a[i] === "B")];
    const columns = [...x, (i: number) => x[1](i) * x[2](i)].flatMap((of) => rows.map(of));
    const fit = leastSquares(
      Float64Array.from(columns),
      Float64Array.from(rows, (i) => many.y[i]),
      ["1", "t", "a", "ta"]
    );
    const weights = [
      [0, 1, 0, 0],
      [0, 1, 0, 1]
    ].map((row) => Float64Array.from(row));
    const spec = {formula: "y ~ t * a", treatment: "t", by: ["a"], errors: "HC3" as const};
    const effects = olsEffects(many, spec);
    expect(effects.map(({group: {key, n: size}}) => [key, size])).toEqual([
      ["A", rows.filter((i) => many.a[i] === "A").length],
      ["B", rows.filter((i) => many.a[i] === "B").length]
    ]);
    contrasts(fit, weights, {errors: "HC3"}).forEach((expected, g) => {
      const {estimate, se, df} = effects[g].contrast;
      expectClose([estimate, se, df], [expected.estimate, expected.se, expected.df], {
        relative: 1e-10,
        absolute: 1e-12
      });
    });
  });

  it("are HC2 unless asked otherwise, and wider at a higher level", () => {
    const spec = {formula: "y ~ t * (a + b) + x", treatment: "t", by: ["a"]};
    expect(olsEffects(data, spec)).toEqual(olsEffects(data, {...spec, errors: "HC2"}));
    const [narrow] = olsEffects(data, spec, 0.9);
    const [wide] = olsEffects(data, spec, 0.99);
    expect(wide.contrast.lower).toBeLessThan(narrow.contrast.lower);
    expect(wide.contrast.upper).toBeGreaterThan(narrow.contrast.upper);
  });

  it("of a saturated formula are differences of means", () => {
    const effects = olsEffects(data, {formula: "y ~ t * a * b", treatment: "t", by: ["a", "b"]});
    for (const {group, contrast} of effects) {
      const mean = (value: number) => {
        const own = [...group.rows].filter((i) => raw.t[i] === value).map((i) => raw.y[i]);
        return own.reduce((sum, y) => sum + y, 0) / own.length;
      };
      expectClose(contrast.estimate, mean(1) - mean(0), {absolute: 1e-12}, group.key);
    }
  });

  it("are NaN in a group without one of the arms, and only there", () => {
    const lone = raw.t.map((t, i) => (raw.a[i] === "low" && raw.b[i] === 1 ? 1 : t));
    const effects = olsEffects(
      {...data, t: Float64Array.from(lone)},
      {formula: "y ~ t * (a * b) + x", treatment: "t", by: ["a", "b"]}
    );
    const undefinedIn = effects.filter(({contrast}) => Number.isNaN(contrast.estimate));
    expect(undefinedIn.map(({group}) => group.key)).toEqual(["low_1"]);
    expect(undefinedIn[0].contrast).toMatchObject({se: NaN, lower: NaN, upper: NaN, p: NaN});
  });

  it.each([
    [
      "group terms",
      {formula: "y ~ t + (1 | a)", treatment: "t", by: []},
      /unsupported formula for least squares/
    ],
    [
      "a treatment outside the formula",
      {formula: "y ~ x", treatment: "t", by: []},
      /invalid treatment: t is not in/
    ],
    ["an unknown modifier", {formula: "y ~ t", treatment: "t", by: ["c"]}, /unknown column: c/]
  ])("refuse %s", (_, spec, message) => {
    expect(() => olsEffects(data, spec)).toThrow(InputError);
    expect(() => olsEffects(data, spec)).toThrow(message);
  });
});

describe("olsJointly", () => {
  const spec = {formula: "y ~ t * (a + b) + x", treatment: "t", by: ["a", "b"]};

  it.each(["classical", "HC2"] as const)("have the squared %s errors on the diagonal", (errors) => {
    const {effects: own, covariances} = olsJointly(data, {...spec, errors});
    const effects = olsEffects(data, {...spec, errors});
    expect(own).toEqual(effects);
    const groups = effects.map(({group}) => group);
    const diagonal = groups.map((_, g) => covariances[g * groups.length + g]);
    expectClose(
      diagonal,
      column(effects, "se").map((se) => se * se),
      {relative: 1e-12}
    );
  });

  it("are nothing between groups that share no row of a saturated formula", () => {
    const {effects: own, covariances} = olsJointly(data, {...spec, formula: "y ~ t * a * b"});
    const k = own.length;
    const largest = Math.max(...covariances);
    for (let i = 0; i < k; ++i)
      for (let j = 0; j < i; ++j)
        expectClose(covariances[i * k + j], 0, {absolute: 1e-12 * largest});
  });

  it("are NaN in a group without one of the arms, and only there", () => {
    const lone = raw.t.map((t, i) => (raw.a[i] === "low" && raw.b[i] === 1 ? 1 : t));
    const {effects: own, covariances} = olsJointly(
      {...data, t: Float64Array.from(lone)},
      {...spec, formula: "y ~ t * (a * b) + x"}
    );
    const groups = own.map(({group}) => group);
    const k = groups.length;
    const missing = groups.findIndex(({key}) => key === "low_1");
    groups.forEach((_, i) => {
      groups.forEach((__, j) => {
        expect(Number.isNaN(covariances[i * k + j])).toBe(i === missing || j === missing);
      });
    });
  });
});
