import {describe, expect, it} from "vitest";
import {eliminate, invertPacked, solvePackedTransposed} from "../../../src/engine/exact/packed.js";
import {cholesky} from "../../../src/engine/linalg/cholesky.js";
import {expectClose} from "../../assert.js";
import {eliminate as invert, product, square, transpose} from "../../reference/dense.js";
import {lowerTriangle, positiveDefinite, randomMatrix} from "../linalg/random-matrix.js";

/** The lower triangle by rows, of a symmetric or column-major lower matrix. */
function pack(a: Float64Array): Float64Array {
  const n = Math.sqrt(a.length);
  return Float64Array.from(
    Array.from({length: n}, (_, i) => Array.from({length: i + 1}, (__, j) => a[j * n + i])).flat()
  );
}

const sizes = [1, 2, 3, 4, 5, 6, 7, 16];

describe("eliminate(a, n, count)", () => {
  it.each(sizes)("of all %d columns leaves the Cholesky factor", (n) => {
    const a = positiveDefinite(n);
    const packed = pack(a);
    expect(eliminate(packed, n, n)).toBe(true);
    expect(cholesky(a, n)).toBe(true);
    expectClose(packed, pack(lowerTriangle(a)), {relative: 1e-11, absolute: 1e-12});
  });

  it.each([0, 1, 3, 5])("of %d of 6 columns leaves the Schur complement of the rest", (count) => {
    const n = 6;
    const a = positiveDefinite(n);
    const packed = pack(a);
    expect(eliminate(packed, n, count)).toBe(true);
    const all = square(a);
    const [own, rest] = [all.slice(0, count), all.slice(count)];
    const border = rest.map((row) => row.slice(0, count));
    const {inverse} = invert(own.map((row) => row.slice(0, count)));
    const explained = count
      ? product(product(border, inverse), transpose(border))
      : rest.map((row) => row.map(() => 0));
    rest.forEach((row, i) => {
      for (let j = 0; j <= i; ++j) {
        const at = ((count + i) * (count + i + 1)) / 2 + count + j;
        expectClose(packed[at], row[count + j] - explained[i][j], {absolute: 1e-12});
      }
    });
  });

  it("refuses pivots that are not positive, and says nothing of those it leaves", () => {
    const indefinite = Float64Array.of(1, 2, 1);
    expect(eliminate(indefinite.slice(), 2, 2)).toBe(false);
    expect(eliminate(indefinite, 2, 1)).toBe(true);
    expect([...indefinite]).toEqual([1, 2, -3]);
    for (const pivot of [0, -1, NaN, Infinity])
      expect(eliminate(Float64Array.of(pivot), 1, 1)).toBe(false);
  });
});

describe.each(sizes)("a factor of order %d", (n) => {
  const a = positiveDefinite(n, "factor");
  // One row more than the order, as behind a population stands the outcome.
  const factor = Float64Array.of(...pack(a), ...new Array<number>(n + 1).fill(NaN));
  eliminate(factor, n, n);

  it("solves L'x = b", () => {
    const x = randomMatrix(n, 1, "solution");
    const b = x.map((_, j) => {
      let sum = 0;
      for (let i = j; i < n; ++i) sum += factor[(i * (i + 1)) / 2 + j] * x[i];
      return sum;
    });
    solvePackedTransposed(factor, n, b);
    expectClose(b, x, {relative: 1e-9, absolute: 1e-9});
  });

  it("gives the inverse of L L'", () => {
    const out = new Float64Array((n * (n + 1)) / 2);
    invertPacked(factor, n, out);
    const expected = Float64Array.from(invert(square(a)).inverse.flat());
    expectClose(out, pack(expected), {relative: 1e-9, absolute: 1e-11});
  });
});
