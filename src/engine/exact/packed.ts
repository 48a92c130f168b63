// Symmetric matrices packed as their lower triangle, row by row, as kernels keep them.

/**
 * Eliminates the first `count` rows and columns of the packed n × n matrix: they become its Cholesky
 * factor, and the rest what is left of it, the Schur complement. Returns false, half done, when a
 * pivot is not positive.
 */
export function eliminate(a: Float64Array, n: number, count: number): boolean {
  let j = 0;
  // Two columns and two rows at once: four sums that do not wait for each other, from four loads.
  for (; j + 1 < count; j += 2) {
    const row = (j * (j + 1)) / 2;
    const next = row + j + 1;
    if (!finishRow(a, j, j, count) || !finishRow(a, j + 1, j, count)) return false;
    const corner = a[next + j];
    const first = 1 / a[row + j];
    const second = 1 / a[next + j + 1];
    let i = j + 2;
    let r0 = next + i;
    for (; i < n; i += 2) {
      // The last row may have no partner, and is then its own.
      const r1 = i + 1 < n ? r0 + i + 1 : r0;
      let s00 = a[r0 + j];
      let s01 = a[r0 + j + 1];
      let s10 = a[r1 + j];
      let s11 = a[r1 + j + 1];
      for (let k = 0; k < j; ++k) {
        const x = a[row + k];
        const y = a[next + k];
        const u = a[r0 + k];
        const v = a[r1 + k];
        s00 -= x * u;
        s01 -= y * u;
        s10 -= x * v;
        s11 -= y * v;
      }
      a[r0 + j] = s00 *= first;
      a[r1 + j] = s10 *= first;
      a[r0 + j + 1] = (s01 - corner * s00) * second;
      a[r1 + j + 1] = (s11 - corner * s10) * second;
      r0 = r1 + i + 2;
    }
  }
  for (let i = j; i < n; ++i) if (!finishRow(a, i, j, count)) return false;
  return true;
}

/** Eliminates from row i, whose columns before `from` are done; false when its pivot is not positive. */
function finishRow(a: Float64Array, i: number, from: number, count: number): boolean {
  const own = (i * (i + 1)) / 2;
  for (let j = from, other = (j * (j + 1)) / 2; j <= i; other += ++j) {
    const end = j < count ? j : count;
    let sum = a[own + j];
    for (let k = 0; k < end; ++k) sum -= a[own + k] * a[other + k];
    if (j === i && j < count) {
      if (!(sum > 0 && sum < Infinity)) return false;
      sum = Math.sqrt(sum);
    } else if (j < count) sum /= a[other + j];
    a[own + j] = sum;
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
