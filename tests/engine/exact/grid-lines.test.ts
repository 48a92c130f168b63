import {describe, expect, it} from "vitest";
import {alongAxis} from "../../../src/engine/exact/grid-lines.js";

/** Of lengths 2, 3 and 4: hundreds, tens and ones are the places along the axes. */
const values = Float64Array.from({length: 24}, (_, node) => {
  const [i, j, k] = [Math.floor(node / 12), Math.floor(node / 4) % 3, node % 4];
  return 100 * i + 10 * j + k;
});

describe("alongAxis", () => {
  it.each([
    {axis: 0, rows: [0, 100], count: 12},
    {axis: 1, rows: [0, 10, 20], count: 8},
    {axis: 2, rows: [0, 1, 2, 3], count: 6}
  ])("hands over every row along axis $axis once, in its order", ({axis, rows, count}) => {
    const seen: number[][] = [];
    const same = alongAxis(values, [2, 3, 4], axis, rows.length, (line, to) => {
      seen.push([...line]);
      to.set(line);
    });
    expect(same).toEqual(values);
    expect(seen).toHaveLength(count);
    for (const row of seen) expect(row.map((value) => value - row[0])).toEqual(rows);
  });

  it("puts fewer or more numbers in the places of a row", () => {
    const sums = alongAxis(values, [2, 3, 4], 1, 1, (line, to) => {
      to[0] = line[0] + line[1] + line[2];
    });
    expect([...sums]).toEqual([30, 33, 36, 39, 330, 333, 336, 339]);
    const twice = alongAxis(Float64Array.of(1, 2), [2], 0, 4, (line, to) => {
      to.set([...line, ...line]);
    });
    expect([...twice]).toEqual([1, 2, 1, 2]);
  });
});
