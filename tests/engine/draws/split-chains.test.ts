import {describe, expect, it} from "vitest";
import {splitChains} from "../../../src/engine/draws/split-chains.js";

describe("splitChains(values, chains, iterations)", () => {
  it("cuts every chain into halves", () => {
    const split = splitChains(Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8), 2, 4);
    expect(split).toEqual({
      values: Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8),
      chains: 4,
      iterations: 2
    });
  });

  it("copies nothing where nothing is left out", () => {
    const values = Float64Array.of(1, 2, 3, 4);
    expect(splitChains(values, 1, 4).values).toBe(values);
  });

  it("leaves out the middle draw of odd chains", () => {
    const split = splitChains(Float64Array.of(1, 2, 3, 4, 5, 6), 2, 3);
    expect(split).toEqual({values: Float64Array.of(1, 3, 4, 6), chains: 4, iterations: 1});
  });

  it("returns single iterations as they are", () => {
    expect(splitChains(Float64Array.of(1, 2), 2, 1)).toEqual({
      values: Float64Array.of(1, 2),
      chains: 2,
      iterations: 1
    });
  });
});
