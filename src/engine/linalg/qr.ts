// Householder QR of a tall matrix that leaves out columns which depend on earlier ones.

/** A column whose norm falls below this share of its first norm is taken to be dependent. */
const COLLINEARITY_TOLERANCE = 1e-7;

/**
 * A factored matrix. With k counting the kept columns before a column: a kept column holds R above
 * row k and its reflector from row k down, and `diagonal[k]` is its diagonal entry of R; an aliased
 * column holds above row k its coordinates in those kept columns, Qᵀ applied.
 */
export interface QR {
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
  /** The independent columns, in their order [rank]. */
  readonly kept: readonly number[];
  /** The columns that depend on kept columns before them. */
  readonly aliased: readonly number[];
  readonly diagonal: Float64Array;
}

/**
 * Factors the matrix `a` (column-major, rows × columns), which is overwritten. Of dependent columns
 * the earlier are kept, as R's `lm` does. [golub2013]
 */
export function qr(
  a: Float64Array,
  rows: number,
  columns: number,
  tolerance = COLLINEARITY_TOLERANCE
): QR {
  const kept: number[] = [];
  const aliased: number[] = [];
  const diagonal = new Float64Array(columns);
  const norms = Float64Array.from({length: columns}, (_, j) => columnNorm(a, rows, j, 0));
  for (let j = 0; j < columns; ++j) {
    const k = kept.length;
    const norm = k < rows ? columnNorm(a, rows, j, k) : 0;
    if (!(norm > tolerance * norms[j])) {
      aliased.push(j);
      continue;
    }
    diagonal[k] = makeReflector(a, rows, j, k, norm);
    for (let later = j + 1; later < columns; ++later) {
      reflect(a, j * rows, rows, k, a, later * rows);
    }
    kept.push(j);
  }
  return {values: a, rows, columns, kept, aliased, diagonal: diagonal.slice(0, kept.length)};
}

/** Overwrites y [rows] with Qᵀ y. */
export function multiplyQTransposed(factor: QR, y: Float64Array): void {
  const {values, rows, kept} = factor;
  for (let k = 0; k < kept.length; ++k) reflect(values, kept[k] * rows, rows, k, y, 0);
}

/** Overwrites y [rows] with Q y. */
export function multiplyQ(factor: QR, y: Float64Array): void {
  const {values, rows, kept} = factor;
  for (let k = kept.length - 1; k >= 0; --k) reflect(values, kept[k] * rows, rows, k, y, 0);
}

/** Overwrites the first `rank` numbers of b with the solution of R x = b. */
export function solveR(factor: QR, b: Float64Array): void {
  const {values, rows, kept, diagonal} = factor;
  for (let k = kept.length - 1; k >= 0; --k) {
    const column = kept[k] * rows;
    b[k] /= diagonal[k];
    for (let i = 0; i < k; ++i) b[i] -= values[column + i] * b[k];
  }
}

/** Overwrites the first `rank` numbers of b with the solution of Rᵀ x = b. */
export function solveRTransposed(factor: QR, b: Float64Array): void {
  const {values, rows, kept, diagonal} = factor;
  for (let k = 0; k < kept.length; ++k) {
    const column = kept[k] * rows;
    let sum = b[k];
    for (let i = 0; i < k; ++i) sum -= values[column + i] * b[i];
    b[k] = sum / diagonal[k];
  }
}

function columnNorm(a: Float64Array, rows: number, column: number, from: number): number {
  let largest = 0;
  for (let i = from; i < rows; ++i) largest = Math.max(largest, Math.abs(a[column * rows + i]));
  if (!(largest > 0)) return largest;
  let sum = 0;
  for (let i = from; i < rows; ++i) sum += (a[column * rows + i] / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** Turns a column from row k down into a unit reflector; returns the diagonal entry of R. */
function makeReflector(
  a: Float64Array,
  rows: number,
  column: number,
  k: number,
  norm: number
): number {
  const top = column * rows + k;
  const sign = a[top] < 0 ? -1 : 1;
  const head = Math.abs(a[top]) / norm;
  // |x + sign |x| e|² = 2 |x|² (1 + head)
  const length = sign * norm * Math.sqrt(2 * (1 + head));
  for (let i = top; i < (column + 1) * rows; ++i) a[i] /= length;
  a[top] = Math.sqrt((1 + head) / 2);
  return -sign * norm;
}

/** y -= 2 v (vᵀ y), with v from `v[start + k]` down and y from `y[offset + k]` down. */
function reflect(
  v: Float64Array,
  start: number,
  rows: number,
  k: number,
  y: Float64Array,
  offset: number
): void {
  let sum = 0;
  for (let i = k; i < rows; ++i) sum += v[start + i] * y[offset + i];
  sum *= 2;
  for (let i = k; i < rows; ++i) y[offset + i] -= sum * v[start + i];
}
