import {describe, expect, it} from "vitest";
import {contrastCovariances, contrasts} from "../../../src/engine/ols/contrasts.js";
import {welchTest} from "../../../src/engine/ols/t-test.js";
import {expectClose} from "../../assert.js";
import {fitColumns, fits, refit} from "./fits.js";

describe("contrasts(fit, weights, options)", () => {
  it.each(fits)("agree with R's coefficients and HC2 covariance on the fit %s", (_, expected) => {
    const {weights, level, estimate, se, lower, upper} = expected.contrast;
    const [row] = contrasts(refit(expected), [Float64Array.from(weights)], {errors: "HC2", level});
    // As in least-squares.test.ts.
    expectClose([row.estimate, row.se, row.lower, row.upper], [estimate, se, lower, upper], {
      relative: 1e-11
    });
    expect(row.df).toBe(expected.df);
  });

  it("are HC2 at 95 % unless asked otherwise", () => {
    const [, expected] = fits[0];
    const weights = [Float64Array.from(expected.contrast.weights)];
    const fit = refit(expected);
    expect(contrasts(fit, weights)).toEqual(contrasts(fit, weights, {errors: "HC2", level: 0.95}));
    expect(contrasts(fit, weights)).not.toEqual(contrasts(fit, weights, {errors: "classical"}));
  });

  it("have under HC2 the standard error of Welch's test for a difference of two means", () => {
    const y = [1, 2, 6, 3, 8, 8.5, 9];
    const fit = fitColumns({one: [1, 1, 1, 1, 1, 1, 1], t: [0, 0, 0, 1, 1, 1, 1]}, y);
    const welch = welchTest(Float64Array.from(y.slice(3)), Float64Array.from(y.slice(0, 3)));
    const [row] = contrasts(fit, [Float64Array.of(0, 1)]);
    expectClose([row.estimate, row.se], [welch.difference, welch.se], {relative: 1e-13});
  });

  it("are NaN throughout for what the data do not determine", () => {
    // The second group has no controls.
    const fit = fitColumns(
      {one: [1, 1, 1, 1, 1], b: [0, 0, 0, 1, 1], t: [0, 0, 1, 1, 1], "b:t": [0, 0, 0, 1, 1]},
      [1, 2, 4, 9, 7]
    );
    const [inFirst, inSecond] = contrasts(fit, [
      Float64Array.of(0, 0, 1, 0),
      Float64Array.of(0, 0, 1, 1)
    ]);
    expectClose(inFirst.estimate, 2.5, {relative: 1e-14});
    expect(inSecond).toEqual({estimate: NaN, se: NaN, df: 2, lower: NaN, upper: NaN, p: NaN});
  });

  it("have an estimate but no robust limits where they rest on a row with leverage 1", () => {
    const fit = fitColumns(
      {a: [1, 1, 0, 0, 0], b: [0, 0, 1, 1, 0], c: [0, 0, 0, 0, 1]},
      [1, 2, 4, 9, 7]
    );
    const [withLone, without] = contrasts(
      fit,
      [Float64Array.of(-1, 0, 1), Float64Array.of(-1, 1, 0)],
      {
        errors: "HC3"
      }
    );
    expectClose(withLone.estimate, 5.5, {relative: 1e-14});
    expect([withLone.se, withLone.lower, withLone.upper, withLone.p]).toEqual([NaN, NaN, NaN, NaN]);
    expect(without.se).toBeGreaterThan(0);
  });

  it("refuse weights of the wrong length and levels that are not between 0 and 1", () => {
    const fit = refit(fits[0][1]);
    expect(() => contrasts(fit, [Float64Array.of(1)])).toThrow(/^invalid contrast: 1 weights; /);
    expect(() => contrasts(fit, [], {level: 95})).toThrow(/^invalid level: 95; /);
  });
});

describe("contrastCovariances(fit, weights, errors)", () => {
  it.each(["classical", "HC2", "HC3"] as const)(
    "give the %s error of a difference of two combinations",
    (errors) => {
      const fit = refit(fits[0][1]);
      const p = fit.names.length;
      const pick = (j: number) => Float64Array.from({length: p}, (_, i) => Number(i === j));
      const [a, b] = [pick(0), pick(1)];
      const [aa, ab, , bb] = contrastCovariances(fit, [a, b], errors);
      const [row] = contrasts(fit, [a.map((x, i) => x - b[i])], {errors});
      expectClose(Math.sqrt(aa + bb - 2 * ab), row.se, {relative: 1e-10});
    }
  );
});
