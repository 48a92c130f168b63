import {describe, expect, it} from "vitest";
import {createAutocovariance} from "../../../src/engine/diagnostics/autocovariance.js";
import {createEventAutocovariance} from "../../../src/engine/diagnostics/event-autocovariance.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

/** Zeros and ones that stay as they are with probability 0.8, else are one with `share`. */
function indicator(share: number, size: number): Float64Array {
  const generator = createGenerator("events", 0);
  let x = 0;
  return Float64Array.from({length: size}, () => {
    if (generator.uniform() > 0.8) x = Number(generator.uniform() < share);
    return x;
  });
}

/** Where the indicator is one, in scattered order. */
function positionsOf(values: Float64Array): Int32Array {
  const found = Array.from(values.keys()).filter((i) => values[i] === 1);
  return Int32Array.from([...found.filter((i) => i % 3), ...found.filter((i) => i % 3 === 0)]);
}

describe("createEventAutocovariance(chains, iterations)", () => {
  // Half as many events as draws are given over to the transform after some forty lags.
  it.each([0.02, 0.1, 0.5, 0.9])(
    "is the autocovariance of an indicator with a share of %d ones",
    (share) => {
      const values = indicator(share, 3 * 200);
      const dense = createAutocovariance(3, 200);
      dense.load(values);
      const own = createEventAutocovariance(3, 200);
      own.load(positionsOf(values));
      expectClose(own.means, dense.means, {absolute: 1e-15});
      const expected = dense.through(199);
      for (const lag of [1, 3, 30, 90, 199]) {
        // Both round at the size of a variance, at most 1/4.
        expectClose(own.through(lag).slice(0, lag + 1), expected.slice(0, lag + 1), {
          absolute: 1e-14
        });
      }
    }
  );

  it("forgets one event for the next", () => {
    const own = createEventAutocovariance(2, 4);
    own.load(Int32Array.of(0, 1, 2, 3, 6, 7));
    own.through(3);
    own.load(Int32Array.of(5, 2));
    const dense = createAutocovariance(2, 4);
    dense.load(Float64Array.of(0, 0, 1, 0, 0, 1, 0, 0));
    expect(Array.from(own.means)).toEqual([0.25, 0.25]);
    expectClose(own.through(3), dense.through(3).slice(0, 4), {absolute: 1e-15});
  });
});
