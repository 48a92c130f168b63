import {describe, expect, it} from "vitest";
import {normalQuantile} from "../../../src/engine/math/special.js";
import {interval} from "../../../src/engine/summary/interval.js";
import {expectClose} from "../../assert.js";

const grid = Float64Array.from({length: 101}, (_, i) => i);

describe("interval(sorted, width, kind)", () => {
  it("cuts equal tails off by default", () => {
    // 0.05 and 0.95 are not exact binary fractions.
    const {lower, upper} = interval(grid, 0.9);
    expectClose([lower, upper], [5, 95], {absolute: 1e-12});
  });

  it("of highest density is the narrowest window with at least that share of the draws", () => {
    const sorted = Float64Array.of(0, 5, 6, 6.5, 7, 7.5, 8, 20, 30, 40);
    expect(interval(sorted, 0.5, "hdi")).toEqual({lower: 6, upper: 8});
    expect(interval(sorted, 0.6, "hdi")).toEqual({lower: 5, upper: 8});
    expect(interval(sorted, 0.61, "hdi")).toEqual({lower: 0, upper: 8});
  });

  it("of highest density is never wider than that of equal tails over the same draws", () => {
    const skewed = grid.map((i) => -Math.log(1 - (i + 0.5) / 101));
    const {lower, upper} = interval(skewed, 0.8, "hdi");
    const tails = interval(skewed, 0.8, "qi");
    expect(upper - lower).toBeLessThan(tails.upper - tails.lower);
    expect(lower).toBe(skewed[0]);
  });

  it("takes the lowest of equally narrow windows", () => {
    expect(interval(grid, 0.5, "hdi")).toEqual({lower: 0, upper: 50});
  });

  it("is ±1.96 for a normal, either way", () => {
    const n = 20_000;
    const normal = Float64Array.from({length: n}, (_, i) => normalQuantile((i + 0.5) / n));
    // The draws are exact quantiles; the flat optimum moves the narrowest window by a few of them.
    for (const kind of ["qi", "hdi"] as const) {
      const {lower, upper} = interval(normal, 0.95, kind);
      expectClose([lower, upper], [-1.959964, 1.959964], {absolute: 0.01});
    }
  });

  it("is NaN for an empty sample and for one with NaN", () => {
    for (const kind of ["qi", "hdi"] as const) {
      expect(interval(new Float64Array(0), 0.9, kind)).toEqual({lower: NaN, upper: NaN});
      expect(interval(Float64Array.of(1, 2, NaN), 0.9, kind)).toEqual({lower: NaN, upper: NaN});
    }
  });

  it("is the draw itself for a single draw", () => {
    expect(interval(Float64Array.of(4), 0.9, "hdi")).toEqual({lower: 4, upper: 4});
  });

  it("refuses widths that are not between 0 and 1", () => {
    expect(() => interval(grid, 95)).toThrow(/^invalid width: 95; /);
    expect(() => interval(grid, 0)).toThrow(/^invalid width: 0; /);
  });
});
