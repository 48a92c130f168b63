// Symmetric matrices packed as their lower triangle, row by row, as kernels keep them.

/**
 * Eliminates the first `count` rows and columns of the packed n × n matrix: they become its Cholesky
 * factor, and the rest what is left of it, the Schur complement. Returns false, half done, when a
 * pivot is not positive.
 */
export function eliminate(a: Float64Array, n: number, count: number): boolean {
  for (let i = 0, row = 0; i < n; row += ++i) {
    for (let j = 0, other = 0; j <= i; other += ++j) {
      const shared = j < count ? j : count;
      let sum = a[row + j];
      for (let k = 0; k < shared; ++k) sum -= a[row + k] * a[other + k];
      if (j >= count) a[row + j] = sum;
      else if (j < i) a[row + j] = sum / a[other + j];
      else if (sum > 0 && sum < Infinity) a[row + i] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** Overwrites b (length n) with the solution of Lᵀ x = b; L packed, of order n or more. */
export function solvePackedTransposed(l: Float64Array, n: number, b: Float64Array): void {
  for (let j = n - 1, row = (n * (n - 1)) / 2; j >= 0; row -= j--) {
    const x = b[j] / l[row + j];
    b[j] = x;
    for (let i = 0; i < j; ++i) b[i] -= l[row + i] * x;
  }
}

/** Writes (L Lᵀ)⁻¹ of order n, packed, into `out`; L packed, of order n or more. */
export function invertPacked(l: Float64Array, n: number, out: Float64Array): void {
  // First L⁻¹ in place of out, then its transpose times itself; row k of L⁻¹ ends at column k.
  for (let i = 0, row = 0; i < n; row += ++i) {
    out[row + i] = 1 / l[row + i];
    for (let j = 0; j < i; ++j) {
      let sum = 0;
      for (let k = j, other = (j * (j + 1)) / 2; k < i; other += ++k)
        sum -= l[row + k] * out[other + j];
      out[row + j] = sum / l[row + i];
    }
  }
  for (let i = 0, row = 0; i < n; row += ++i)
    for (let j = 0; j <= i; ++j) {
      let sum = 0;
      for (let k = i, other = row; k < n; other += ++k) sum += out[other + i] * out[other + j];
      out[row + j] = sum;
    }
}
