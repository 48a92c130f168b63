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
  const {p, v, cells: count, terms, xx, xe, ee, zx, zz, ze} = cells;
  const q = levelCoefficients(cells);
  const size = q + p + 1;
  const out = new Float64Array(size * size);
  const places = placesOf(terms);
  const add = (i: number, j: number, value: number): void => {
    out[i * size + j] += value;
    if (i !== j) out[j * size + i] += value;
  };
  for (let c = 0; c < count; ++c)
    places.forEach(({column, codes, at}, m) => {
      const i = at + codes[c];
      add(i, q + p, ze[column * count + c]);
      for (let j = 0; j < p; ++j) add(i, q + j, zx[(j * v + column) * count + c]);
      for (const other of places.slice(0, m + 1))
        add(i, other.at + other.codes[c], zz[(column * v + other.column) * count + c]);
    });
  for (let i = 0; i < p; ++i) {
    add(q + i, q + p, xe[i]);
    for (let j = 0; j <= i; ++j) add(q + i, q + j, xx[i * p + j]);
  }
  out[size * size - 1] = ee;
  return out;
}

interface Place {
  readonly column: number;
  readonly codes: Int32Array;
  readonly at: number;
}

function placesOf(terms: Cells["terms"]): Place[] {
  let at = 0;
  return terms.flatMap(({columns, codes, levels}) =>
    Array.from(columns, (column) => {
      const place = {column, codes, at};
      at += levels;
      return place;
    })
  );
}
