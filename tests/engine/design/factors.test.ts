import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {crossFactors, factorOf} from "../../../src/engine/design/factors.js";

describe("factorOf", () => {
  it("orders numbers by size and texts by character code", () => {
    expect(factorOf(Float64Array.of(10, 9, 2, 9)).levels).toEqual(["2", "9", "10"]);
    expect(factorOf(["b", "a", "B", "10", "9"]).levels).toEqual(["10", "9", "B", "a", "b"]);
  });

  it("gives every row the position of its level", () => {
    expect([...factorOf(["v", "u", "v"]).codes]).toEqual([1, 0, 1]);
    expect([...factorOf(Float64Array.of(3, -1, 3)).codes]).toEqual([1, 0, 1]);
  });

  it("knows one zero", () => {
    expect(factorOf(Float64Array.of(0, -0)).levels).toEqual(["0"]);
  });

  it("uses given levels as they are, and -1 for a value not among them", () => {
    const {levels, codes} = factorOf(["a", "x", "b"], ["b", "a", "c"]);
    expect(levels).toEqual(["b", "a", "c"]);
    expect([...codes]).toEqual([1, -1, 0]);
  });
});

describe("crossFactors", () => {
  const f = factorOf(["a", "b", "b", "a"]);
  const g = factorOf(Float64Array.of(10, 9, 10, 10));

  it("leaves one factor as it is", () => {
    expect(crossFactors([f], 4)).toBe(f);
  });

  it("has the combinations that occur, the first factor slowest", () => {
    const {levels, codes} = crossFactors([f, g], 4);
    expect(levels).toEqual(["a_10", "b_9", "b_10"]);
    expect([...codes]).toEqual([0, 1, 2, 0]);
  });

  it("keeps combinations apart that a product of levels could not number exactly", () => {
    // 1000⁶ = 1e18 combinations are possible, of which 2000 occur; doubles are exact to 9e15.
    const n = 2000;
    const factors = Array.from({length: 6}, (_, k) =>
      factorOf(Float64Array.from({length: n}, (__, i) => (i * (2 * k + 1) + (i >> 10)) % 1000))
    );
    const {levels, codes} = crossFactors(factors, n);
    const keys = Array.from({length: n}, (_, i) =>
      factors.map((own) => own.levels[own.codes[i]]).join("_")
    );
    expect([...codes].map((code) => levels[code])).toEqual(keys);
    expect(levels.length).toBe(new Set(keys).size);
    const numbers = levels.map((level) => level.split("_").map(Number));
    for (let k = 1; k < numbers.length; ++k) {
      const first = numbers[k].findIndex((value, f) => value !== numbers[k - 1][f]);
      expect(numbers[k][first]).toBeGreaterThan(numbers[k - 1][first]);
    }
  });

  it("gives two rows one level just when all their factors agree", () => {
    const column = fc.array(fc.integer({min: 0, max: 3}), {minLength: 12, maxLength: 12});
    fc.assert(
      fc.property(fc.array(column, {minLength: 2, maxLength: 4}), (columns) => {
        const factors = columns.map((values) => factorOf(Float64Array.from(values)));
        const {levels, codes} = crossFactors(factors, 12);
        const keys = Array.from({length: 12}, (_, i) => columns.map((c) => c[i]).join("_"));
        expect([...codes].map((code) => levels[code])).toEqual(keys);
        expect(new Set(levels).size).toBe(levels.length);
        expect(new Set(keys).size).toBe(levels.length);
      })
    );
  });
});
