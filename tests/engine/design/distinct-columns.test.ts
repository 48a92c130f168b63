import {describe, expect, it} from "vitest";
import {DistinctColumns} from "../../../src/engine/design/distinct-columns.js";

function positionsOf(...blocks: number[][][]): readonly number[] {
  const distinct = new DistinctColumns(blocks[0].length);
  for (const block of blocks) distinct.add(block.map((column) => Float64Array.from(column)));
  return distinct.positions();
}

describe("DistinctColumns", () => {
  it("numbers columns by the first that is equal in every row", () => {
    expect(
      positionsOf([
        [1, 2],
        [1, 3],
        [1, 2],
        [1, 3],
        [0, 2]
      ])
    ).toEqual([0, 1, 0, 1, 2]);
  });

  it("splits columns that a later block tells apart, and keeps those apart that agree there", () => {
    const first = [[1], [1], [2], [1], [2]];
    expect(positionsOf(first)).toEqual([0, 0, 1, 0, 1]);
    expect(positionsOf(first, [[5], [6], [5], [6], [5]])).toEqual([0, 1, 2, 1, 2]);
  });

  it("makes one class of equal columns and none of no columns", () => {
    expect(positionsOf([[1], [1]], [[2], [2]])).toEqual([0, 0]);
    expect(positionsOf([])).toEqual([]);
  });
});
