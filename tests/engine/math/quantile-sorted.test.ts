import {describe, expect, it} from "vitest";
import {quantileSorted} from "../../../src/engine/math/quantile-sorted.js";

const five = Float64Array.of(1, 2, 4, 8, 16);

describe("quantileSorted(sorted, probability)", () => {
  it("interpolates between order statistics", () => {
    expect([0, 0.25, 0.3, 0.5, 1].map((p) => quantileSorted(five, p))).toEqual([
      1,
      2,
      expect.closeTo(2.4, 12),
      4,
      16
    ]);
  });

  it("hits an order statistic although its position is rounded", () => {
    const ranks = Float64Array.from({length: 4001}, (_, i) => i * i);
    for (let k = 0; k <= 4000; k += 40) expect(quantileSorted(ranks, k / 4000)).toBe(k * k);
  });

  it("lets an infinity stand beside exact hits", () => {
    const sorted = Float64Array.of(-Infinity, 0, Infinity);
    expect([0, 0.5, 1].map((p) => quantileSorted(sorted, p))).toEqual([-Infinity, 0, Infinity]);
  });

  it("is undefined for an empty sample, one with NaN, or a probability outside 0 … 1", () => {
    expect(quantileSorted(new Float64Array(0), 0.5)).toBeNaN();
    expect(quantileSorted(Float64Array.of(1, 2, NaN), 0.5)).toBeNaN();
    expect(quantileSorted(five, -0.01)).toBeNaN();
    expect(quantileSorted(five, NaN)).toBeNaN();
  });
});
