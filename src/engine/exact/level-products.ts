// A term's cross-products with itself, level by level.
import type {Cells} from "../design/cells.js";

/** Of the varying columns of a term, a row-major k × k block for every level. */
export function levelProducts(
  {cells: count, v, zz}: Pick<Cells, "cells" | "v" | "zz">,
  {codes, columns, levels}: Cells["terms"][number]
): Float64Array {
  const k = columns.length;
  const out = new Float64Array(levels * k * k);
  for (let a = 0; a < k; ++a)
    for (let b = 0; b < k; ++b) {
      const plane = (columns[a] * v + columns[b]) * count;
      for (let c = 0; c < count; ++c) out[(codes[c] * k + a) * k + b] += zz[plane + c];
    }
  return out;
}
