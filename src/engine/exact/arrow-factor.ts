// The Cholesky factor of a model's cross-products: blocks for cells, a border for the population.
import type {Cells} from "../design/cells.js";

/**
 * G = L Lᵀ for the cross-products of all columns, cells first. Cells share no row, so their block of
 * L is block diagonal, and only the border of the p population columns is dense. All parts may be
 * singular: a column that depends on earlier ones gets a zero pivot and drops out.
 */
export interface ArrowFactor {
  /** Lower v × v blocks, row-major, one per cell: [cells × v × v]. */
  readonly blocks: Float64Array;
  /** The border, population rows by cell columns: [p × (cells × v)]. */
  readonly border: Float64Array;
  /** Lower p × p corner, row-major. */
  readonly corner: Float64Array;
}

/** Pivots this small against their column's size are rounding. */
const SINGULAR = 1e-11;

/** Factors the cross-products of `cells` once; the residual scale enters later. */
export function factorCrossProducts(cells: Cells): ArrowFactor {
  const {p, v, cells: count, xx, zx, zz} = cells;
  const size = count * v;
  const blocks = new Float64Array(count * v * v);
  const border = new Float64Array(p * size);
  const corner = xx.slice();
  const block = new Float64Array(v * v);
  for (let c = 0; c < count; ++c) {
    for (let a = 0; a < v; ++a)
      for (let b = 0; b < v; ++b) block[a * v + b] = zz[(a * v + b) * count + c];
    factorSemidefinite(block, v);
    blocks.set(block, c * v * v);
    for (let j = 0; j < p; ++j)
      for (let a = 0; a < v; ++a) {
        let sum = zx[(j * v + a) * count + c];
        for (let b = 0; b < a; ++b) sum -= block[a * v + b] * border[j * size + c * v + b];
        const pivot = block[a * v + a];
        border[j * size + c * v + a] = pivot > 0 ? sum / pivot : 0;
      }
  }
  for (let j = 0; j < p; ++j)
    for (let k = 0; k < p; ++k)
      for (let i = 0; i < size; ++i)
        corner[j * p + k] -= border[j * size + i] * border[k * size + i];
  factorSemidefinite(corner, p, xx);
  return {blocks, border, corner};
}

/** Overwrites a with its lower factor, row-major; the strict upper part is cleared. */
function factorSemidefinite(a: Float64Array, n: number, scale: Float64Array = a.slice()): void {
  for (let j = 0; j < n; ++j) {
    let pivot = a[j * n + j];
    for (let k = 0; k < j; ++k) pivot -= a[j * n + k] ** 2;
    const root = pivot > SINGULAR * scale[j * n + j] ? Math.sqrt(pivot) : 0;
    a[j * n + j] = root;
    for (let i = j + 1; i < n; ++i) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; ++k) sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = root > 0 ? sum / root : 0;
      a[j * n + i] = 0;
    }
  }
}
