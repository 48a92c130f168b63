import {describe, expect, it} from "vitest";
import {BLOCK, rowBlocks, rowCount, rowRange} from "../../../src/engine/design/blocks.js";

const n = 2 * BLOCK + 3;
const x = Float64Array.from({length: n}, (_, i) => i);
const g = Array.from({length: n}, (_, i) => String(i % 7));

describe("rowBlocks", () => {
  it("passes every row once, in order", () => {
    const blocks = [...rowBlocks({x, g})];
    expect(blocks.map(({from, to}) => [from, to])).toEqual([
      [0, BLOCK],
      [BLOCK, 2 * BLOCK],
      [2 * BLOCK, n]
    ]);
    expect(blocks.flatMap(({data}) => [...data.x])).toEqual([...x]);
    expect(blocks.flatMap(({data}) => [...data.g])).toEqual(g);
  });

  it("copies no numbers", () => {
    for (const {data} of rowBlocks({x}))
      expect((data.x as Float64Array).buffer === x.buffer).toBe(true);
  });

  it("passes nothing of no rows", () => {
    expect([...rowBlocks({x: new Float64Array(0)})]).toEqual([]);
    expect([...rowBlocks({})]).toEqual([]);
  });
});

describe("rowRange", () => {
  it("is the rows from one up to another", () => {
    expect(rowRange({x, g}, 3, 5)).toEqual({x: Float64Array.of(3, 4), g: ["3", "4"]});
    expect(rowCount(rowRange({x, g}, 3, 5))).toBe(2);
  });
});
