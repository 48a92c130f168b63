import {describe, expect, it} from "vitest";
import {eliminateFour, LANES, solveFour} from "../../../src/engine/exact/four-factors.js";
import {LogProducts} from "../../../src/engine/exact/log-products.js";
import {eliminate, solvePackedTransposed} from "../../../src/engine/exact/packed.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {positiveDefinite} from "../linalg/random-matrix.js";

const generator = createGenerator("four factors");

/** The lower triangle by rows. */
function pack(a: Float64Array): number[] {
  const n = Math.sqrt(a.length);
  return Array.from({length: n}, (_, i) => [...a.subarray(i * n, i * n + i + 1)]).flat();
}

/** Four matrices side by side, behind a number that is not theirs. */
function sideBySide(matrices: readonly (readonly number[])[]): Float64Array {
  const size = matrices[0].length;
  return Float64Array.of(
    7,
    ...Array.from({length: size * LANES}, (_, k) => matrices[k % LANES][Math.floor(k / LANES)])
  );
}

function eliminated(matrices: readonly (readonly number[])[], p: number) {
  const determinants = new LogProducts(6);
  determinants.clear();
  const squares = new Float64Array(6).fill(9);
  const a = sideBySide(matrices);
  eliminateFour(a, 1, p, {i: 2, determinants, squares});
  return {a, squares, logs: Array.from(squares, (_, i) => determinants.value(i))};
}

describe.each([0, 1, 2, 3, 6, 11])("four matrices with %d columns to eliminate", (p) => {
  const matrices = ["a", "b", "c", "d"].map((seed) => pack(positiveDefinite(p + 1, seed)));
  const {a, squares, logs} = eliminated(matrices, p);
  const singles = matrices.map((own) => {
    const single = Float64Array.from(own);
    expect(eliminate(single, p + 1, p)).toBe(true);
    return single;
  });
  const diagonal = (j: number) => (j * (j + 3)) / 2;

  it("have the factors that each has alone, diagonals inverted", () => {
    singles.forEach((single, lane) => {
      for (let e = 0; e < single.length - 1; ++e) {
        const found = a[1 + e * LANES + lane];
        const isDiagonal = Array.from({length: p}, (_, j) => diagonal(j)).includes(e);
        expectClose(isDiagonal ? 1 / found : found, single[e], {relative: 1e-11, absolute: 1e-12});
      }
    });
    expect(a[0]).toBe(7);
  });

  it("leave the squares of their last corners and the logarithms of their determinants", () => {
    const corners = singles.map((single) => single[single.length - 1]);
    expectClose(squares.subarray(2), corners, {relative: 1e-11});
    expect([...squares.subarray(0, 2)]).toEqual([9, 9]);
    const expected = singles.map((single) =>
      Array.from({length: p}, (_, j) => 2 * Math.log(single[diagonal(j)])).reduce(
        (x, y) => x + y,
        0
      )
    );
    expectClose(logs, [0, 0, ...expected], {relative: 1e-11, absolute: 1e-12});
  });

  it("solve for vectors on top of their last rows", () => {
    const room = 7;
    const vectors = Float64Array.from({length: p * room}, () => generator.normal());
    const before = vectors.slice();
    solveFour(a, 1, p, {i: 3, room, vectors});
    singles.forEach((single, lane) => {
      const own = Float64Array.from({length: p}, (_, j) => {
        const last = single[(p * (p + 1)) / 2 + j];
        return before[j * room + 3 + lane] + last;
      });
      solvePackedTransposed(single, p, own);
      const found = own.map((_, j) => vectors[j * room + 3 + lane]);
      expectClose(found, own, {relative: 1e-10, absolute: 1e-11});
    });
    for (let j = 0; j < p; ++j)
      for (const k of [0, 1, 2]) expect(vectors[j * room + k]).toBe(before[j * room + k]);
  });
});

describe("eliminateFour", () => {
  it.each([0, -1, NaN, Infinity])(
    "says NaN of the lane whose pivot is %d, and of no other",
    (pivot) => {
      const sound = pack(positiveDefinite(3));
      const broken = sound.slice();
      broken[0] = pivot;
      const {squares} = eliminated([sound, broken, sound, sound], 2);
      expect(squares[3]).toBeNaN();
      for (const lane of [2, 4, 5]) expect(squares[lane]).toBeGreaterThan(0);
    }
  );
});
