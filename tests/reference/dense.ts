// Matrices as rows of numbers, the plain and slow way.

export type Matrix = readonly (readonly number[])[];

const sum = (x: readonly number[]): number => x.reduce((total, value) => total + value, 0);

export const zeros = (rows: number, columns = rows): number[][] =>
  Array.from({length: rows}, () => new Array<number>(columns).fill(0));

export const transpose = (a: Matrix): number[][] =>
  a.length ? a[0].map((_, j) => a.map((row) => row[j])) : [];

export const times = (a: Matrix, x: readonly number[]): number[] =>
  a.map((row) => sum(row.map((value, j) => value * x[j])));

export function product(a: Matrix, b: Matrix): number[][] {
  const columns = transpose(b);
  return a.map((row) => times(columns, row));
}

/** A row-major square matrix as rows. */
export const square = (flat: Float64Array, n = Math.sqrt(flat.length)): number[][] =>
  Array.from({length: n}, (_, i) => [...flat.subarray(i * n, (i + 1) * n)]);

/** Gauss and Jordan with row pivots on [a | identity]; also log |det a|. */
export function eliminate(a: Matrix): {inverse: number[][]; logDeterminant: number} {
  const n = a.length;
  const rows = a.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  let logDeterminant = 0;
  for (let j = 0; j < n; ++j) {
    let best = j;
    for (let i = j + 1; i < n; ++i) if (Math.abs(rows[i][j]) > Math.abs(rows[best][j])) best = i;
    [rows[j], rows[best]] = [rows[best], rows[j]];
    const pivot = rows[j][j];
    logDeterminant += Math.log(Math.abs(pivot));
    for (let c = j; c < 2 * n; ++c) rows[j][c] /= pivot;
    for (let i = 0; i < n; ++i) {
      const factor = rows[i][j];
      if (i === j || factor === 0) continue;
      for (let c = j; c < 2 * n; ++c) rows[i][c] -= factor * rows[j][c];
    }
  }
  return {inverse: rows.map((row) => row.slice(n)), logDeterminant};
}
