import {describe, expect, it} from "vitest";
import {powersOfTen, powerText} from "../../src/components/log-axis.js";

describe("powersOfTen", () => {
  it("reach from below the least to above the greatest value", () => {
    expect(powersOfTen([0.02, 350])).toEqual([0.01, 0.1, 1, 10, 100, 1000]);
  });
  it("take a power for its own bound, in spite of rounding", () => {
    expect(powersOfTen([1000, 0.001])).toEqual([0.001, 0.01, 0.1, 1, 10, 100, 1000]);
  });
  it("span one power at least, and leave out what has no logarithm", () => {
    expect(powersOfTen([10])).toEqual([10, 100]);
    expect(powersOfTen([0, NaN, 3])).toEqual([1, 10]);
    expect(powersOfTen([])).toEqual([1, 10]);
  });
});

describe("powerText", () => {
  it("shortens what is large and spells out what is small", () => {
    expect([0.001, 1, 1000, 1e4, 1e5, 1e6, 1e7].map(powerText)).toEqual(
      "0.001 1 1,000 10k 100k 1M 10M".split(" ")
    );
  });
});
