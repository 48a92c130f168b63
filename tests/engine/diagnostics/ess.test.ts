import {describe, expect, it} from "vitest";
import {essBulk, essMean, essQuantile, essTail} from "../../../src/engine/diagnostics/ess.js";
import {orderDraws} from "../../../src/engine/diagnostics/ordered-draws.js";
import {quantileSorted} from "../../../src/engine/math/quantile-sorted.js";
import {expectClose} from "../../assert.js";
import {cases, undefinedDraws} from "./cases.js";

// The autocovariances differ from R's by the rounding of another transform, 1e-13 of the variance;
// sums over up to 200 lags make that 1e-11.
const tolerance = {relative: 1e-10};

describe.each(cases)("on %s chains, as the R package posterior,", (_, example) => {
  const {values, chains, iterations} = example;
  const draws = orderDraws(values, chains, iterations);

  it("essBulk", () => {
    expectClose(essBulk(draws), example.ess_bulk, tolerance);
  });

  it("essTail", () => {
    expectClose(essTail(draws), example.ess_tail, tolerance);
  });

  it("essMean", () => {
    expectClose(essMean(values, chains, iterations), example.ess_mean, tolerance);
  });

  it("essQuantile", () => {
    expectClose(essQuantile(draws, 0.1), example.ess_q10, tolerance);
    expectClose(essQuantile(draws, 1), example.ess_q100, tolerance);
  });
});

describe("effective sizes", () => {
  it.each(undefinedDraws)("are NaN with %s", (_, values) => {
    const draws = orderDraws(values, 2, 20);
    expect(essBulk(draws)).toBeNaN();
    expect(essTail(draws)).toBeNaN();
    expect(essMean(values, 2, 20)).toBeNaN();
    expect(essQuantile(draws, 0.5)).toBeNaN();
  });

  it("of a quantile are NaN when no draw lies above it", () => {
    const values = Float64Array.from({length: 40}, (_, i) => (i === 3 ? 0 : 1));
    expect(essQuantile(orderDraws(values, 2, 20), 0.5)).toBeNaN();
  });

  it("of the bulk do not change under a rising transformation", () => {
    const [, {values, chains, iterations}] = cases[1];
    expect(essBulk(orderDraws(values.map(Math.exp), chains, iterations))).toBe(
      essBulk(orderDraws(values, chains, iterations))
    );
  });

  it("of a quantile are those of the mean of the event of lying at or below it", () => {
    const [, {values, chains, iterations}] = cases[1];
    const draws = orderDraws(values, chains, iterations);
    for (const probability of [0.1, 0.5, 0.8]) {
      const bound = quantileSorted(draws.sorted, probability);
      const event = values.map((x) => Number(x <= bound));
      const expected = essMean(event, chains, iterations);
      expectClose(essQuantile(draws, probability), expected, tolerance);
    }
  });
});
