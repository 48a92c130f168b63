import {describe, expect, it} from "vitest";
import {cholesky, logDeterminant, solveCholesky} from "../../../src/engine/linalg/cholesky.js";
import {expectClose} from "../../assert.js";
import {
  lowerTriangle,
  multiply,
  positiveDefinite,
  randomMatrix,
  transpose
} from "./random-matrix.js";

describe("cholesky(a, n)", () => {
  // Sizes around the unrolling by four.
  it.each([1, 2, 3, 4, 5, 8, 9, 31])("gives back a %d × %d matrix as L Lᵀ", (n) => {
    const a = positiveDefinite(n);
    const l = a.slice();
    expect(cholesky(l, n)).toBe(true);
    const lower = lowerTriangle(l);
    for (let j = 0; j < n; j++) {
      const row = transpose(lower).subarray(j * n, (j + 1) * n);
      // Backward error of n roundings at the size of the matrix's entries, below 100.
      expectClose(multiply(lower, row), a.subarray(j * n, (j + 1) * n), {absolute: n * 1e-14});
    }
  });

  it("neither reads nor writes above the diagonal", () => {
    const n = 5;
    const a = positiveDefinite(n);
    const marked = a.map((value, k) => (k % n < Math.floor(k / n) ? NaN : value));
    expect(cholesky(marked, n)).toBe(true);
    expect(marked.filter(Number.isNaN)).toHaveLength(10);
  });

  it("refuses matrices that are not positive definite, and NaN", () => {
    expect(cholesky(Float64Array.of(1, 2, 2, 1), 2)).toBe(false);
    expect(cholesky(Float64Array.of(1, 1, 1, 1), 2)).toBe(false);
    expect(cholesky(Float64Array.of(0), 1)).toBe(false);
    expect(cholesky(Float64Array.of(NaN), 1)).toBe(false);
    expect(cholesky(Float64Array.of(Infinity), 1)).toBe(false);
  });
});

describe("solveCholesky(l, n, b)", () => {
  it("solves A x = b", () => {
    const n = 12;
    const a = positiveDefinite(n);
    const x = randomMatrix(n, 1, "x");
    const b = multiply(a, x);
    const l = a.slice();
    cholesky(l, n);
    solveCholesky(l, n, b);
    // Condition number about 50.
    expectClose(b, x, {absolute: 1e-12});
  });
});

describe("logDeterminant(l, n)", () => {
  it("is the sum of the logarithms of independent scales", () => {
    const l = Float64Array.of(4, 0, 0, 0, 9, 0, 0, 0, 25);
    cholesky(l, 3);
    expectClose(logDeterminant(l, 3), Math.log(900), {relative: 1e-15});
  });

  it("is that of 2 × 2 by hand", () => {
    const l = Float64Array.of(2, 1, 1, 3);
    cholesky(l, 2);
    expectClose(logDeterminant(l, 2), Math.log(5), {relative: 1e-15});
  });
});
