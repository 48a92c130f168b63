import {describe, expect, it} from "vitest";
import {
  combine,
  covariance,
  errorVariances,
  standardErrors
} from "../../../src/engine/ols/standard-errors.js";
import {expectClose} from "../../assert.js";
import {fitColumns, fits, numbers, refit} from "./fits.js";

const kinds = ["classical", "HC2", "HC3"] as const;

/** Three cells by treatment coding; the last has a single row. */
const lone = fitColumns(
  {one: [1, 1, 1, 1, 1, 1], b: [0, 0, 0, 1, 1, 0], c: [0, 0, 0, 0, 0, 1]},
  [1, 2, 4, 3, 8, 9]
);

describe("covariance(fit, kind)", () => {
  it.each(kinds)("of kind %s agrees with R's vcov() and sandwich's vcovHC()", (kind) => {
    for (const [name, expected] of fits) {
      const actual = covariance(refit(expected), kind);
      // As in least-squares.test.ts; entries near zero are judged beside the largest.
      const written = numbers(expected[kind]);
      const largest = written.reduce((most, v) => (v > most ? v : most), 0);
      expectClose(actual, written, {relative: 1e-10, absolute: 1e-12 * largest}, name);
    }
  });

  it("is symmetric", () => {
    const v = covariance(refit(fits[0][1]), "HC3");
    expect(v[1 * 7 + 4]).toBe(v[4 * 7 + 1]);
  });

  it("is NaN for HC2 and HC3 only where both coefficients rest on a row with leverage 1", () => {
    for (const kind of ["HC2", "HC3"] as const) {
      const isUndefined = Array.from(covariance(lone, kind), Number.isNaN);
      expect(isUndefined).toEqual([false, false, false, false, false, false, false, false, true]);
    }
  });
});

describe("standardErrors(fit, kind)", () => {
  it.each(kinds)("of kind %s are the roots of the covariance's diagonal", (kind) => {
    for (const [, expected] of fits) {
      const fit = refit(expected);
      const v = covariance(fit, kind);
      const p = expected.names.length;
      const roots = expected.names.map((_, j) => Math.sqrt(v[j * p + j]));
      expectClose(standardErrors(fit, kind), roots, {relative: 1e-14});
    }
  });

  it("are NaN, never zero or infinite, where a robust variance does not exist", () => {
    expect(standardErrors(lone, "HC2")[2]).toBeNaN();
    expect(standardErrors(lone, "HC3")[2]).toBeNaN();
    // Classical: the cell's own variance and the first cell's third, of sigma².
    expectClose(standardErrors(lone, "classical")[2], lone.sigma * Math.sqrt(4 / 3), {
      relative: 1e-14
    });
  });

  it("of cell means are the cells' own standard errors under HC2", () => {
    const cells = fitColumns({a: [1, 1, 1, 0, 0], b: [0, 0, 0, 1, 1]}, [1, 2, 6, 3, 8]);
    // sd / √n of 1, 2, 6 and of 3, 8.
    expectClose(standardErrors(cells, "HC2"), [Math.sqrt(7 / 3), Math.sqrt(12.5 / 2)], {
      relative: 1e-14
    });
  });
});

describe("errorVariances(fit, kind)", () => {
  it("is NaN for the row with leverage 1 and finite for others", () => {
    expect(Array.from(errorVariances(lone, "HC3"), Number.isFinite)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false
    ]);
  });
});

describe("combine(a, b, variances)", () => {
  it("leaves rows with weight zero out, whatever their variance", () => {
    const variances = Float64Array.of(2, NaN, 3);
    expect(combine(Float64Array.of(1, 0, 2), Float64Array.of(4, 5, 6), variances)).toBe(44);
    expect(combine(Float64Array.of(1, 1, 2), Float64Array.of(4, 5, 6), variances)).toBeNaN();
  });
});
