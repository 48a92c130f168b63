import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {isSummed, keepCells, sumRows} from "../../../src/engine/design/summed-rows.js";
import type {Columns} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";

const data: Columns = {
  y: Float64Array.of(1, 0, 1, 1, 0, 1),
  x: Float64Array.of(2, 4, 9, 1, 5, 6),
  t: Float64Array.of(1, 1, 0, 1, 0, 0),
  g: ["b", "b", "a", "b", "a", "b"]
};
const columns = {fixed: ["g", "t"], averaged: ["y", "x"], outcome: "y"};

describe("sumRows", () => {
  it("keeps counts, means and products about them, cell by cell", () => {
    const sums = sumRows(data, columns);
    expect(sums.columns.g).toEqual(["a", "b", "b"]);
    expect([...sums.columns.t]).toEqual([0, 0, 1]);
    expect([...sums.counts]).toEqual([2, 1, 3]);
    expect([...sums.columns.x]).toEqual([7, 6, 7 / 3]);
    // Pairs yy, xy, xx of the cells a0, b0, b1.
    expectClose(sums.products, [0.5, 0, 2 / 3, 2, 0, -5 / 3, 8, 0, 14 / 3], {absolute: 1e-14});
    expect(sums.outcome).toEqual({name: "y", median: 1, mad: 0, zeroOne: true});
  });

  it("loses no digits to a large mean", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -50, max: 50}), {minLength: 2}), (values) => {
        const sumsAt = (offset: number) =>
          sumRows(
            {y: Float64Array.from(values, (x) => offset + x)},
            {fixed: [], averaged: ["y"], outcome: "y"}
          ).products[0];
        expect(sumsAt(2 ** 40)).toBeCloseTo(sumsAt(0), 6);
      })
    );
  });

  it.each([
    [{...columns, fixed: ["h"]}, data, "unknown column: h"],
    [{...columns, averaged: ["y", "g"], fixed: ["t"]}, data, "column: g is text"],
    [columns, {...data, x: Float64Array.of(1, NaN, 1, 1, 1, 1)}, "column x, row 2"],
    [columns, {...data, g: ["a", null, "a", "a", "a", "a"]}, "column g, row 2"]
  ])("refuses %j", (which, rows, sentence) => {
    expect(() => sumRows(rows, which)).toThrow(sentence);
  });

  it("are told from rows", () => {
    expect(isSummed(sumRows(data, columns))).toBe(true);
    expect(isSummed(data)).toBe(false);
  });
});

describe("keepCells", () => {
  it("is the sum of the rows that are left", () => {
    const left = [0, 1, 3, 5];
    const some = Object.fromEntries(
      Object.entries(data).map(([name, column]) => [
        name,
        column instanceof Float64Array
          ? Float64Array.from(left, (i) => column[i])
          : left.map((i) => column[i])
      ])
    );
    const kept = keepCells(sumRows(data, columns), Int32Array.of(1, 2));
    expect({...kept, outcome: null}).toEqual({...sumRows(some, columns), outcome: null});
  });

  it("takes other values for columns that are constant in cells", () => {
    const sums = sumRows(data, columns);
    const kept = keepCells(sums, Int32Array.of(0, 2), {...sums.columns, g: ["all", "all", "all"]});
    expect(kept.columns.g).toEqual(["all", "all"]);
    expect([...kept.counts]).toEqual([2, 3]);
  });

  it("refuses to leave nothing", () => {
    expect(() => keepCells(sumRows(data, columns), new Int32Array())).toThrow("no cell is left");
  });
});
