// Products and solves with a lower triangular matrix, column by column.

/** Overwrites b (length n) with the solution of L x = b; reads the lower triangle of `l` (n × n). */
export function solveLower(l: Float64Array, n: number, b: Float64Array): void {
  for (let j = 0; j < n; ++j) {
    const column = j * n;
    const x = b[j] / l[column + j];
    b[j] = x;
    for (let i = j + 1; i < n; ++i) b[i] -= l[column + i] * x;
  }
}

/** Overwrites b (length n) with the solution of Lᵀ x = b; reads the lower triangle of `l` (n × n). */
export function solveLowerTransposed(l: Float64Array, n: number, b: Float64Array): void {
  for (let j = n - 1; j >= 0; --j) {
    const column = j * n;
    let sum = b[j];
    for (let i = j + 1; i < n; ++i) sum -= l[column + i] * b[i];
    b[j] = sum / l[column + j];
  }
}

/** Overwrites x (length n) with L x; reads the lower triangle of `l` (n × n). */
export function multiplyLower(l: Float64Array, n: number, x: Float64Array): void {
  for (let j = n - 1; j >= 0; --j) {
    const column = j * n;
    const factor = x[j];
    x[j] = l[column + j] * factor;
    for (let i = j + 1; i < n; ++i) x[i] += l[column + i] * factor;
  }
}
