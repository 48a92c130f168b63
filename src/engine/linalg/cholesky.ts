// The Cholesky factor of a positive definite matrix, and what follows from it.
import {log} from "../math/elementary.js";
import {solveLower, solveLowerTransposed} from "./triangular.js";

/**
 * Factors the symmetric n × n matrix `a` (column-major; only the lower triangle is read) into L Lᵀ.
 * L overwrites the lower triangle, the strict upper triangle is left alone. Returns false, with `a`
 * half done, when the matrix is not positive definite or holds NaN. [golub2013]
 */
export function cholesky(a: Float64Array, n: number): boolean {
  for (let j = 0; j < n; ++j) {
    const column = j * n;
    subtractEarlierColumns(a, n, j);
    const pivot = a[column + j];
    if (!(pivot > 0) || pivot === Infinity) return false;
    const inverse = 1 / Math.sqrt(pivot);
    for (let i = j; i < n; ++i) a[column + i] *= inverse;
  }
  return true;
}

/** Overwrites b (length n) with the solution of L Lᵀ x = b, L as left by `cholesky`. */
export function solveCholesky(l: Float64Array, n: number, b: Float64Array): void {
  solveLower(l, n, b);
  solveLowerTransposed(l, n, b);
}

/** log det(L Lᵀ), L as left by `cholesky`. */
export function logDeterminant(l: Float64Array, n: number): number {
  let sum = 0;
  for (let j = 0; j < n; ++j) sum += log(l[j * n + j]);
  return 2 * sum;
}

/** For i ≥ j: a[i, j] -= Σ l[i, k] l[j, k] over k < j. */
function subtractEarlierColumns(a: Float64Array, n: number, j: number): void {
  const column = j * n;
  for (let k = 0; k < j; ++k) {
    const other = k * n;
    const l = a[other + j];
    for (let i = j; i < n; ++i) a[column + i] -= l * a[other + i];
  }
}
