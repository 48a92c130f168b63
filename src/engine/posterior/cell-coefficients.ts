// From the group terms' coefficients to the sums that each cell has of them, and back.
import type {Cells} from "../design/cells.js";

/** A group term as a likelihood sees it: coefficients by level, and room for their gradient. */
export interface TermCoefficients {
  readonly values: Float64Array;
  readonly adjoint: Float64Array;
}

/** Sets `gamma` [v × cells] to what every cell has of each varying column, added up over terms. */
export function gatherCells(
  {cells, terms}: Pick<Cells, "cells" | "terms">,
  coefficients: readonly TermCoefficients[],
  gamma: Float64Array
): void {
  gamma.fill(0);
  for (let t = 0; t < terms.length; ++t) {
    const {codes, columns, levels} = terms[t];
    const {values} = coefficients[t];
    for (let a = 0; a < columns.length; ++a) {
      const from = a * levels;
      const to = columns[a] * cells;
      for (let c = 0; c < cells; ++c) gamma[to + c] += values[from + codes[c]];
    }
  }
}

/** Sets the terms' adjoints, given the derivative `byGamma` with respect to what cells have. */
export function scatterCells(
  {cells, terms}: Pick<Cells, "cells" | "terms">,
  coefficients: readonly TermCoefficients[],
  byGamma: Float64Array
): void {
  for (let t = 0; t < terms.length; ++t) {
    const {codes, columns, levels} = terms[t];
    const {adjoint} = coefficients[t];
    adjoint.fill(0);
    for (let a = 0; a < columns.length; ++a) {
      const from = a * levels;
      const to = columns[a] * cells;
      for (let c = 0; c < cells; ++c) adjoint[from + codes[c]] += byGamma[to + c];
    }
  }
}
