import {describe, expect, it} from "vitest";
import {rankCounts} from "../../../src/engine/diagnostics/rank-counts.js";
import {createGenerator} from "../../../src/engine/random/generator.js";

describe("rankCounts", () => {
  it("counts each chain's ranks among all draws", () => {
    // Ranks of the first chain 1, 3, 5, 2; of the second 8, 7, 4, 6; two to a bin.
    const {counts, expected} = rankCounts(Float64Array.of(-3, 0, 2, -1, 9, 5, 1, 3), 2, 4, 4);
    expect([...counts]).toEqual([2, 1, 1, 0, 0, 1, 1, 2]);
    expect(expected).toBe(1);
  });

  it("puts ties where their mean rank lies", () => {
    const {counts} = rankCounts(Float64Array.of(1, 1, 1, 1, 1, 1, 1, 1), 2, 4, 3);
    expect([...counts]).toEqual([0, 4, 0, 0, 4, 0]);
  });

  it("loses no draw, ties or not", () => {
    const generator = createGenerator("ranks");
    const values = Float64Array.from({length: 900}, () => Math.round(3 * generator.normal()));
    const {counts} = rankCounts(values, 3, 300, 20);
    const ofChain = [0, 1, 2].map((c) => counts.slice(20 * c, 20 * c + 20).reduce((a, b) => a + b));
    expect(ofChain).toEqual([300, 300, 300]);
  });

  it("keeps 19 of 20 bins of chains that agree within reach, and not of one that lies apart", () => {
    const generator = createGenerator("even");
    const outside = (shift: number): number => {
      let out = 0;
      for (let repeat = 0; repeat < 50; ++repeat) {
        const values = Float64Array.from({length: 4000}, () => generator.normal());
        for (let i = 0; i < 1000; ++i) values[i] += shift;
        const {counts, expected, reach} = rankCounts(values, 4, 1000, 20);
        out += counts.filter((count) => Math.abs(count - expected) > reach).length;
      }
      return out / (50 * 80);
    };
    const even = outside(0);
    expect(even).toBeGreaterThan(0.03);
    expect(even).toBeLessThan(0.07);
    expect(outside(0.5)).toBeGreaterThan(0.2);
  });
});
