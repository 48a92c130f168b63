// Symmetric matrices packed as their lower triangle, row by row, as kernels keep them.

/**
 * Eliminates the first `count` rows and columns of the packed n × n matrix: they become its Cholesky
 * factor, and the rest what is left of it, the Schur complement. Returns false, half done, when a
 * pivot is not positive.
 */
export function eliminate(a: Float64Array, n: number, count: number): boolean {
  for (let j = 0, row = 0; j < count; row += ++j) {
    let pivot = a[row + j];
    for (let k = 0; k < j; ++k) pivot -= a[row + k] * a[row + k];
    if (!(pivot > 0 && pivot < Infinity)) return false;
    const root = Math.sqrt(pivot);
    const inverse = 1 / root;
    a[row + j] = root;
    let i = j + 1;
    let r0 = row + i;
    // Three rows at once: a sum waits for its own last product only.
    for (; i + 2 < n; i += 3) {
      const r1 = r0 + i + 1;
      const r2 = r1 + i + 2;
      let s0 = a[r0 + j];
      let s1 = a[r1 + j];
      let s2 = a[r2 + j];
      for (let k = 0; k < j; ++k) {
        const x = a[row + k];
        s0 -= x * a[r0 + k];
        s1 -= x * a[r1 + k];
        s2 -= x * a[r2 + k];
      }
      a[r0 + j] = s0 * inverse;
      a[r1 + j] = s1 * inverse;
      a[r2 + j] = s2 * inverse;
      r0 = r2 + i + 3;
    }
    for (; i < n; r0 += ++i) {
      let sum = a[r0 + j];
      for (let k = 0; k < j; ++k) sum -= a[row + k] * a[r0 + k];
      a[r0 + j] = sum * inverse;
    }
  }
  for (let i = count, row = (i * (i + 1)) / 2; i < n; row += ++i)
    for (let j = count, other = (j * (j + 1)) / 2; j <= i; other += ++j) {
      let sum = a[row + j];
      for (let k = 0; k < count; ++k) sum -= a[row + k] * a[other + k];
      a[row + j] = sum;
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
