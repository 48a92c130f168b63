import {describe, expect, it} from "vitest";
import {dot} from "../../../src/engine/linalg/vector.js";
import {leastSquares} from "../../../src/engine/ols/least-squares.js";
import {expectClose} from "../../assert.js";
import {fitColumns, fits, numbers, refit} from "./fits.js";

// R prints 15 digits; the designs' condition numbers are below 1000, so both lose up to 3 digits.
const tolerance = {relative: 1e-11, absolute: 1e-12};

describe("leastSquares(x, y, names)", () => {
  it.each(fits)("agrees with R's lm() on the fit %s", (_, expected) => {
    const fit = refit(expected);
    expectClose(fit.coefficients, numbers(expected.coefficients), tolerance, "coefficient");
    expectClose(fit.residuals, expected.residuals, tolerance, "residual");
    expectClose(fit.leverage, expected.leverage, tolerance, "leverage");
    expectClose(fit.sigma, expected.sigma, tolerance, "sigma");
    expect([fit.rank, fit.df]).toEqual([expected.rank, expected.df]);
    const dropped = expected.names.filter((__, j) => expected.coefficients[j] === null);
    expect(fit.aliased).toEqual(dropped);
  });

  it.each(fits)("leaves residuals orthogonal to every column of the fit %s", (_, expected) => {
    const {residuals, fitted} = refit(expected);
    const n = expected.rows;
    expected.names.forEach((__, j) => {
      const column = Float64Array.from(expected.x.slice(j * n, (j + 1) * n));
      // Columns are as long as 300, residuals about 5.
      expect(Math.abs(dot(column, residuals))).toBeLessThan(1e-10);
    });
    expectClose(
      fitted.map((value, i) => value + residuals[i]),
      expected.y,
      {absolute: 1e-14}
    );
  });

  it("has leverages that add up to the rank", () => {
    for (const [, expected] of fits) {
      const {leverage, rank} = refit(expected);
      expectClose(
        leverage.reduce((sum, h) => sum + h, 0),
        rank,
        {absolute: 1e-12}
      );
    }
  });

  it("fits as many rows as columns exactly, with no residual variance to speak of", () => {
    const fit = fitColumns({one: [1, 1], x: [0, 2]}, [3, 7]);
    expectClose(fit.coefficients, [3, 2], {absolute: 1e-14});
    expect([fit.df, fit.sigma]).toEqual([0, NaN]);
  });

  it("leaves a column of zeros out", () => {
    const fit = fitColumns({one: [1, 1, 1], zero: [0, 0, 0]}, [1, 2, 6]);
    expectClose(fit.coefficients, [3, NaN], {absolute: 1e-14});
    expect(fit.aliased).toEqual(["zero"]);
  });

  it("leaves its input as it is", () => {
    const x = Float64Array.of(1, 1, 1, 0, 1, 2);
    const y = Float64Array.of(1, 2, 4);
    leastSquares(x, y, ["one", "x"]);
    expect([x, y]).toEqual([Float64Array.of(1, 1, 1, 0, 1, 2), Float64Array.of(1, 2, 4)]);
  });

  it("names wrong sizes and values that are not finite", () => {
    const y = Float64Array.of(1, 2);
    expect(() => leastSquares(Float64Array.of(1, 1, 1), y, ["one"])).toThrow(
      /^invalid design: 3 values; /
    );
    expect(() => leastSquares(Float64Array.of(1, 1, 0, NaN), y, ["one", "age"])).toThrow(
      /^invalid column: age; row 2 /
    );
    expect(() => leastSquares(Float64Array.of(1, 1), Float64Array.of(NaN, 1), ["one"])).toThrow(
      /^invalid outcome: NaN; row 1 /
    );
  });
});
