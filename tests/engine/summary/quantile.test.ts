import {describe, expect, it} from "vitest";
import {quantiles, quantilesSorted} from "../../../src/engine/summary/quantile.js";
import {expectClose} from "../../assert.js";
import {samples} from "./samples.js";

describe("quantiles(values, probabilities)", () => {
  it.each(samples)("agree with R's quantile() on the sample %s", (_, sample) => {
    const values = Float64Array.from(sample.values);
    // R prints 15 digits, of 1/3 too, which moves a position among 300 by 1e-13.
    const tolerance = {relative: 2e-15, absolute: 1e-14};
    expectClose(quantiles(values, sample.probabilities), sample.quantiles, tolerance);
    expectClose(quantilesSorted(values.sort(), sample.probabilities), sample.quantiles, tolerance);
  });

  it("leave the draws as they are", () => {
    const values = Float64Array.of(3, 1, 2);
    expect(Array.from(quantiles(values, [0.5]))).toEqual([2]);
    expect(Array.from(values)).toEqual([3, 1, 2]);
  });

  it("are NaN when a draw is NaN", () => {
    expect(Array.from(quantiles(Float64Array.of(1, NaN, 2), [0, 0.5]))).toEqual([NaN, NaN]);
  });
});
