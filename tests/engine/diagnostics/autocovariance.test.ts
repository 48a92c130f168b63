import {describe, expect, it} from "vitest";
import {createAutocovariance} from "../../../src/engine/diagnostics/autocovariance.js";
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

function autocovariance(values: Float64Array, chains: number, iterations: number, lag: number) {
  const own = createAutocovariance(chains, iterations);
  own.load(values);
  return own.through(lag).slice(0, iterations);
}

describe("createAutocovariance(chains, iterations)", () => {
  it.each(cases)("is the double sum for %s chains", (_, {values, chains, iterations}) => {
    const slow = slowAutocovariance(values, chains, iterations);
    // The transform rounds at the size of the variance, which lag 0 holds.
    const tolerance = {absolute: 1e-13 * slow[0]};
    expectClose(autocovariance(values, chains, iterations, iterations - 1), slow, tolerance);
  });

  it("is the same however far its lags are asked for", () => {
    const [, {values, chains, iterations}] = cases[1];
    const slow = slowAutocovariance(values, chains, iterations);
    const own = createAutocovariance(chains, iterations);
    own.load(values);
    // Few lags are summed, many come from a transform, and one may follow the other.
    for (const lag of [0, 1, 3, 4, 30, 47, 48, 60, 199]) {
      expectClose(own.through(lag).slice(0, lag + 1), slow.slice(0, lag + 1), {
        absolute: 1e-13 * slow[0]
      });
    }
  });

  it("knows every chain's mean, and forgets one series for the next", () => {
    const own = createAutocovariance(2, 4);
    own.load(Float64Array.of(9, 8, 7, 6, 5, 4, 3, 2));
    own.through(3);
    own.load(Float64Array.of(1, 2, 3, 6, 0, 0, 2, 2));
    expect(Array.from(own.means)).toEqual([3, 1]);
    const slow = slowAutocovariance(Float64Array.of(1, 2, 3, 6, 0, 0, 2, 2), 2, 4);
    expectClose(own.through(3).slice(0, 4), slow, {absolute: 1e-14});
  });

  it("is zero for constant chains, also with different constants", () => {
    const values = Float64Array.of(1, 1, 1, 1, 2, 2, 2, 2);
    expect(Array.from(autocovariance(values, 2, 4, 3))).toEqual([0, 0, 0, 0]);
  });
});
