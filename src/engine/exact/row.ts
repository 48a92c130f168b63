// The parts of a row of parameters, in the model's order.
import type {GaussianModel} from "../posterior/gaussian.js";

/**
 * Writes the population coefficients from how far they are from the cells' reference, the intercept
 * as it is where all columns are 0; returns the next place.
 */
export function writePopulation(
  out: Float64Array,
  {cells, centred}: Pick<GaussianModel, "cells" | "centred">,
  deviation: Float64Array
): number {
  let shift = 0;
  for (let j = 0; j < cells.p; ++j) {
    out[j] = cells.reference[j] + deviation[j];
    shift += cells.means[j] * out[j];
  }
  if (centred >= 0) out[centred] -= shift;
  return cells.p;
}

/** Writes every term's coefficients, level by level, from `at`. */
export function writeLevels(out: Float64Array, at: number, values: readonly Float64Array[]): void {
  let next = at;
  for (const own of values) {
    out.set(own, next);
    next += own.length;
  }
}
