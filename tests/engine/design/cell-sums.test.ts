import {describe, expect, it} from "vitest";
import {CellSums} from "../../../src/engine/design/cell-sums.js";

const x = [
  [1, 1, 1, 1, 1],
  [2, -1, 0.5, 4, 3]
];
const z = [
  [1, 2, 3, 4, 5],
  [0, 1, 0, 1, 1]
];
const e = [0.25, -2, 8, 1, -1];
const codes = [1, 0, 1, 2, 0];
const weights = [2, 0.5, 4, 1, 0];
// Every number above is a short binary fraction, so that sums are exact in any order.
const total = (w: number[], ...columns: number[][]) =>
  w.reduce((sum, own, i) => sum + columns.reduce((product, c) => product * c[i], own), 0);
const inCell = (w: number[], c: number) => w.map((own, i) => (codes[i] === c ? own : 0));

function sumsOf(w: number[] | null, blocks: readonly (readonly [number, number])[]): CellSums {
  const sums = new CellSums(2, 2, 3);
  for (const [from, to] of blocks) {
    const part = (column: number[]) => Float64Array.from(column.slice(from, to));
    const own = Int32Array.from(codes.slice(from, to));
    sums.add(x.map(part), z.map(part), part(e), own, w && part(w));
  }
  sums.finish();
  return sums;
}

describe("CellSums", () => {
  it.each([
    ["without weights, in one block", null, [[0, 5]]],
    [
      "without weights, in two",
      null,
      [
        [0, 2],
        [2, 5]
      ]
    ],
    ["with weights, in one block", weights, [[0, 5]]],
    [
      "with weights, in five",
      weights,
      [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 4],
        [4, 5]
      ]
    ]
  ] as const)("are sums of products over rows %s", (_, given, blocks) => {
    const sums = sumsOf(given && [...given], blocks);
    const w = given ? [...given] : [1, 1, 1, 1, 1];
    expect(sums.n).toBe(total(w));
    expect(sums.ee).toBe(total(w, e, e));
    for (let j = 0; j < 2; ++j) {
      expect(sums.xe[j]).toBe(total(w, x[j], e));
      for (let k = 0; k < 2; ++k) {
        expect(sums.xx[j * 2 + k]).toBe(total(w, x[j], x[k]));
        for (let c = 0; c < 3; ++c) {
          expect(sums.zx[(j * 2 + k) * 3 + c]).toBe(total(inCell(w, c), z[k], x[j]));
          expect(sums.zz[(j * 2 + k) * 3 + c]).toBe(total(inCell(w, c), z[j], z[k]));
        }
      }
      for (let c = 0; c < 3; ++c) expect(sums.ze[j * 3 + c]).toBe(total(inCell(w, c), z[j], e));
    }
  });
});
