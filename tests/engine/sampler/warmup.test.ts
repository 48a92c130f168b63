import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {warmupSchedule} from "../../../src/engine/sampler/warmup.js";

const lengths = (iterations: number) => warmupSchedule(iterations).map((w) => w.iterations);
const kinds = (iterations: number) => warmupSchedule(iterations).map((w) => w.kind);

describe("warmupSchedule", () => {
  it.each([
    [1000, [10, 10, 20, 40, 80, 160, 630, 50]],
    [500, [10, 10, 20, 40, 80, 290, 50]],
    [100, [10, 10, 30, 50]],
    [99, [14, 76, 9]],
    [20, [3, 15, 2]],
    [19, [19]],
    [10, [10]],
    [1, [1]],
    [0, []]
  ])("of %i iterations has windows that double: %j", (iterations, windows) => {
    expect(lengths(iterations)).toEqual(windows);
  });

  it("begins and ends fast, and learns the metric between", () => {
    expect(kinds(500)).toEqual(["fast", "slow", "slow", "slow", "slow", "slow", "fast"]);
    expect(kinds(99)).toEqual(["fast", "slow", "fast"]);
    expect(kinds(10)).toEqual(["fast"]);
  });

  it("spends every iteration once, in windows that do not shrink until the last", () => {
    fc.assert(
      fc.property(fc.integer({min: 0, max: 20_000}), (iterations) => {
        expect(lengths(iterations).reduce((a, b) => a + b, 0)).toBe(iterations);
        const slow = warmupSchedule(iterations).filter((w) => w.kind === "slow");
        slow.slice(1).forEach((w, i) => {
          expect(w.iterations).toBeGreaterThanOrEqual(2 * slow[i].iterations);
        });
        for (const w of warmupSchedule(iterations)) expect(w.iterations).toBeGreaterThan(0);
      })
    );
  });
});
