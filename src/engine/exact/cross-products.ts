// All coefficients' cross-products as one square matrix, for models with few of them.
import type {Cells} from "../design/cells.js";

/** How many coefficients the group terms have in all. */
export function levelCoefficients({terms}: Pick<Cells, "terms">): number {
  return terms.reduce((sum, {columns, levels}) => sum + columns.length * levels, 0);
}

/**
 * Cross-products of [Z X e], row-major: the terms' columns come first, term by term, coefficient by
 * coefficient, level by level; then the population's, then the outcome.
 */
export function crossProducts(cells: Cells): Float64Array {
  const {p, cells: count, terms, xx, xe, ee} = cells;
  const q = levelCoefficients(cells);
  const size = q + p + 1;
  const out = new Float64Array(size * size);
  const places = placesOf(terms);
  for (let c = 0; c < count; ++c)
    for (const {column, codes, at} of places)
      addCell(cells, places, {c, column, out, from: (at + codes[c]) * size});
  for (let i = 0; i < p; ++i) {
    const row = (q + i) * size + q;
    out.set(xx.subarray(i * p, (i + 1) * p), row);
    out[row + p] = xe[i];
  }
  out[size * size - 1] = ee;
  mirror(out, size);
  return out;
}

/** Where a varying column of a term stands: its levels, from `at` on. */
export interface Place {
  readonly column: number;
  readonly codes: Int32Array;
  readonly at: number;
}

/** Every term's varying columns in the order of the cross-products. */
export function placesOf(terms: Cells["terms"]): Place[] {
  let at = 0;
  return terms.flatMap(({columns, codes, levels}) =>
    Array.from(columns, (column) => {
      const place = {column, codes, at};
      at += levels;
      return place;
    })
  );
}

/**
 * Adds to `out`, from `from` on and `stride` apart, the products over cell c of a varying column with all
 * of [Z X e].
 */
export function addCell(
  cells: Cells,
  places: readonly Place[],
  {
    c,
    column,
    out,
    from,
    stride = 1
  }: {c: number; column: number; out: Float64Array; from: number; stride?: number}
): void {
  const {p, v, cells: count, zx, zz, ze} = cells;
  for (const {column: other, codes, at} of places)
    out[from + (at + codes[c]) * stride] += zz[(column * v + other) * count + c];
  const q = levelCoefficients(cells);
  for (let j = 0; j < p; ++j) out[from + (q + j) * stride] += zx[(j * v + column) * count + c];
  out[from + (q + p) * stride] += ze[column * count + c];
}

/** Copies the upper triangle of a square matrix into the lower. */
export function mirror(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; ++i)
    for (let j = 0; j < i; ++j) matrix[i * size + j] = matrix[j * size + i];
}
