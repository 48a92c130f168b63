// What the data tell of every coefficient, as of a normal likelihood: sums by cell, gathered by level.
import type {Cells} from "../design/cells.js";

/**
 * A log likelihood's second-order picture around reference coefficients: minus its second derivatives
 * (xx, zx, zz) and its slope (xe, ze) there, each divided by `precision`; laid out as in Cells.
 */
export interface Information extends Pick<Cells, "xx" | "xe" | "zx" | "zz" | "ze"> {
  readonly precision: number;
}

/** Which cells and columns are meant. */
export type Layout = Pick<Cells, "p" | "v" | "cells" | "terms">;

/** Information on a term's levels, [k × k × levels]. */
export function levelInformation(
  {v, cells}: Layout,
  {codes, columns, levels}: Cells["terms"][number],
  {zz, precision}: Information
): Float64Array {
  const k = columns.length;
  const out = new Float64Array(k * k * levels);
  for (let a = 0; a < k; ++a)
    for (let b = 0; b < k; ++b) {
      const from = (columns[a] * v + columns[b]) * cells;
      const to = (a * k + b) * levels;
      for (let c = 0; c < cells; ++c) out[to + codes[c]] += precision * zz[from + c];
    }
  return out;
}

/** What a term's levels and the population columns tell in common, [p × k × levels]. */
export function levelCross(
  {p, v, cells}: Layout,
  {codes, columns, levels}: Cells["terms"][number],
  {zx, precision}: Information
): Float64Array {
  const k = columns.length;
  const out = new Float64Array(p * k * levels);
  for (let j = 0; j < p; ++j)
    for (let a = 0; a < k; ++a) {
      const from = (j * v + columns[a]) * cells;
      const to = (j * k + a) * levels;
      for (let c = 0; c < cells; ++c) out[to + codes[c]] += precision * zx[from + c];
    }
  return out;
}

/** Sums of `byCell` [v × cells] over a term's levels, [k × levels]. */
export function levelSums(
  {cells}: Layout,
  {codes, columns, levels}: Cells["terms"][number],
  byCell: Float64Array
): Float64Array {
  const out = new Float64Array(columns.length * levels);
  for (let a = 0; a < columns.length; ++a) {
    const from = columns[a] * cells;
    for (let c = 0; c < cells; ++c) out[a * levels + codes[c]] += byCell[from + c];
  }
  return out;
}

/** The slope by cell [v × cells] at other coefficients: `deviation` [p] off the reference, `gamma`. */
export function slopeByCell(
  {p, v, cells}: Layout,
  {zx, zz, ze, precision}: Information,
  deviation: Float64Array,
  gamma: Float64Array
): Float64Array {
  const out = ze.slice();
  for (let j = 0; j < p; ++j)
    for (let i = 0, from = j * v * cells; i < out.length; ++i)
      out[i] -= zx[from + i] * deviation[j];
  for (let a = 0; a < v; ++a)
    for (let b = 0; b < v; ++b)
      for (let c = 0, from = (a * v + b) * cells; c < cells; ++c)
        out[a * cells + c] -= zz[from + c] * gamma[b * cells + c];
  return out.map((value) => value * precision);
}
