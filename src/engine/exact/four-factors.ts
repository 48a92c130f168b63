// Four packed symmetric matrices side by side, factored and solved together.
import type {LogProducts} from "./log-products.js";

/** Matrices that are worked on together: no sum of a lane waits for that of another. */
export const LANES = 4;

/** Where results go: to places i … i + 3. */
interface Elimination {
  readonly i: number;
  /** Are multiplied by the matrices' pivots. */
  readonly determinants: LogProducts;
  /** What is left of the last corners. */
  readonly squares: Float64Array;
}

/**
 * Eliminates the first p rows of four packed matrices of order p + 1; entry e of lane l lies at
 * a[tile + 4 e + l]. They become Cholesky factors with inverted diagonals; NaN from the first pivot on that
 * is not positive.
 */
export function eliminateFour(
  a: Float64Array,
  tile: number,
  p: number,
  {i, determinants, squares}: Elimination
): void {
  for (let r = 0, row = tile; r <= p; row += LANES * ++r)
    for (let c = 0, other = tile; c <= r; other += LANES * ++c) {
      const end = row + LANES * c;
      let x = row;
      let y = other;
      let s0 = a[end];
      let s1 = a[end + 1];
      let s2 = a[end + 2];
      let s3 = a[end + 3];
      for (; x < end; x += LANES, y += LANES) {
        s0 -= a[x] * a[y];
        s1 -= a[x + 1] * a[y + 1];
        s2 -= a[x + 2] * a[y + 2];
        s3 -= a[x + 3] * a[y + 3];
      }
      if (c < r) {
        a[end] = s0 * a[y];
        a[end + 1] = s1 * a[y + 1];
        a[end + 2] = s2 * a[y + 2];
        a[end + 3] = s3 * a[y + 3];
      } else if (r < p) {
        a[end] = inversePivot(i, s0, determinants);
        a[end + 1] = inversePivot(i + 1, s1, determinants);
        a[end + 2] = inversePivot(i + 2, s2, determinants);
        a[end + 3] = inversePivot(i + 3, s3, determinants);
      } else {
        squares[i] = s0;
        squares[i + 1] = s1;
        squares[i + 2] = s2;
        squares[i + 3] = s3;
      }
    }
}

function inversePivot(i: number, pivot: number, determinants: LogProducts): number {
  if (!(pivot > 0 && pivot < Infinity)) return NaN;
  determinants.multiply(i, pivot);
  return 1 / Math.sqrt(pivot);
}

/** Vectors number i … i + 3: entry j of vector k lies at j × room + k. */
interface Vectors {
  readonly i: number;
  readonly room: number;
  readonly vectors: Float64Array;
}

/** Adds to four vectors the last rows of the eliminated matrices, then overwrites them by L⁻ᵀ times them. */
export function solveFour(
  a: Float64Array,
  tile: number,
  p: number,
  {i, room, vectors: b}: Vectors
): void {
  const last = tile + LANES * ((p * (p + 1)) / 2);
  for (let j = p - 1; j >= 0; --j) {
    const from = last + LANES * j;
    const own = j * room + i;
    let s0 = b[own] + a[from];
    let s1 = b[own + 1] + a[from + 1];
    let s2 = b[own + 2] + a[from + 2];
    let s3 = b[own + 3] + a[from + 3];
    for (let k = j + 1; k < p; ++k) {
      const l = tile + LANES * ((k * (k + 1)) / 2 + j);
      const d = k * room + i;
      s0 -= a[l] * b[d];
      s1 -= a[l + 1] * b[d + 1];
      s2 -= a[l + 2] * b[d + 2];
      s3 -= a[l + 3] * b[d + 3];
    }
    const diagonal = tile + LANES * ((j * (j + 3)) / 2);
    b[own] = s0 * a[diagonal];
    b[own + 1] = s1 * a[diagonal + 1];
    b[own + 2] = s2 * a[diagonal + 2];
    b[own + 3] = s3 * a[diagonal + 3];
  }
}
