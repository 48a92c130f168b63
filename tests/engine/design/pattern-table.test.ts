import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {PatternTable} from "../../../src/engine/design/pattern-table.js";

describe("PatternTable", () => {
  it("numbers tuples as a dictionary of their texts does", () => {
    const number = fc.constantFrom(0, 1, -1, 0.5, 1e-300, 1e300, 3, 4294967296);
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, number), {maxLength: 200}), (tuples) => {
        const table = new PatternTable(3);
        const known = new Map<string, number>();
        for (const tuple of tuples) {
          const text = tuple.join();
          if (!known.has(text)) known.set(text, known.size);
          expect(table.find(Float64Array.from(tuple))).toBe(known.get(text));
        }
        expect(table.count).toBe(known.size);
      })
    );
  });

  it("keeps what it found as it grows", () => {
    const table = new PatternTable(2);
    // Whole numbers have no low bits to tell them apart, which a poor hash would pile up.
    for (let i = 0; i < 50_000; ++i) expect(table.find(Float64Array.of(i % 250, i))).toBe(i);
    for (let i = 0; i < 50_000; i += 77) {
      expect(table.find(Float64Array.of(i % 250, i))).toBe(i);
      expect([table.at(i, 0), table.at(i, 1)]).toEqual([i % 250, i]);
    }
  });

  it("takes 0 and -0 for equal, and the order of numbers for part of the tuple", () => {
    const table = new PatternTable(2);
    const find = (...tuple: number[]) => table.find(Float64Array.from(tuple));
    expect([find(0, 1), find(-0, 1), find(1, 0), find(1, -0)]).toEqual([0, 0, 1, 1]);
  });
});
