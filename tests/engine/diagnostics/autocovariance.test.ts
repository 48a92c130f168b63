import {describe, expect, it} from "vitest";
import {autocovariance} from "../../../src/engine/diagnostics/autocovariance.js";
import {mean} from "../../../src/engine/math/moments.js";
import {expectClose} from "../../assert.js";
import {cases} from "./cases.js";

/** The defining double sum. */
function slowAutocovariance(values: Float64Array, chains: number, iterations: number) {
  const result = new Float64Array(iterations);
  for (let c = 0; c < chains; c++) {
    const draws = values.subarray(c * iterations, (c + 1) * iterations);
    const centre = mean(draws);
    for (let lag = 0; lag < iterations; lag++) {
      for (let i = 0; i + lag < iterations; i++) {
        result[lag] += ((draws[i] - centre) * (draws[i + lag] - centre)) / iterations / chains;
      }
    }
  }
  return result;
}

describe("autocovariance(values, chains, iterations)", () => {
  it.each(cases)("is the double sum for %s chains", (_, {values, chains, iterations}) => {
    const slow = slowAutocovariance(values, chains, iterations);
    // The transform rounds at the size of the variance, which lag 0 holds.
    expectClose(autocovariance(values, chains, iterations), slow, {absolute: 1e-13 * slow[0]});
  });

  it("is zero for constant chains, also with different constants", () => {
    const values = Float64Array.of(1, 1, 1, 1, 2, 2, 2, 2);
    expect(Array.from(autocovariance(values, 2, 4))).toEqual([0, 0, 0, 0]);
  });
});
