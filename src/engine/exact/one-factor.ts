// A model with one grouping factor as few classes of groups: what its marginal density needs.
import type {Cells} from "../design/cells.js";
import {factorCrossProducts} from "./arrow-factor.js";

/**
 * Groups whose cross-products of varying columns are equal have equal variances whatever the
 * parameters, so that only sums over each class matter to the density of the outcome.
 *
 * With Z'Z = L L' for a group's own v columns, its data are the v rows b = L⁻¹ Z'[x, e], whose
 * covariance given the variances is σ²I + L'KL; what L⁻¹Z' leaves over of the rows has variance σ².
 * The outcome e stands behind the p population columns: "augmented" matrices have p + 1 rows, and
 * are packed as the lower triangle, row by row.
 */
export interface OneFactor {
  readonly p: number;
  readonly v: number;
  /** Σ of weights of all rows: the power of σ in the likelihood. */
  readonly n: number;
  readonly groups: number;
  /** What the groups' rows leave over: augmented cross-products within groups, packed. */
  readonly within: Float64Array;
  readonly classes: readonly GroupClass[];
  /**
   * Per class and pair of rows (a ≥ c, row by row) Σ over its groups of b_a b_c', symmetrised and
   * packed: [classes × pairs × packed].
   */
  readonly products: Float64Array;
  /** The class of every group. */
  readonly classOf: Int32Array;
  /** b by column: plane a × (p + 1) + j holds row a of column j for all groups. */
  readonly rows: Float64Array;
}

/** Groups that share one L. */
export interface GroupClass {
  readonly count: number;
  /** L, v × v, row-major, lower. */
  readonly factor: Float64Array;
}

/** Numbers this close, relatively, are one number that came out of two sums. */
const EQUAL = 1e-12;

/** True when every group is a level of every term, and no varying column has two terms. */
export function hasOneFactor({cells, terms, v}: Pick<Cells, "cells" | "terms" | "v">): boolean {
  const columns = terms.flatMap((term) => [...term.columns]);
  return terms.every(({levels}) => levels === cells) && columns.length === v;
}

/** Sorts the groups of `cells` into classes; cost and size are linear in the groups. */
export function gatherClasses(cells: Cells): OneFactor {
  const {p, v, cells: groups} = cells;
  const {blocks, border} = factorCrossProducts(cells);
  const rows = whitenedRows(cells, blocks, border);
  const {classOf, factors} = classesOf(blocks, groups, v);
  const pairs = (v * (v + 1)) / 2;
  const size = ((p + 1) * (p + 2)) / 2;
  const classes = factors.map((factor) => ({count: 0, factor}));
  const products = new Float64Array(classes.length * pairs * size);
  for (let g = 0; g < groups; ++g) {
    ++classes[classOf[g]].count;
    addProducts(products, classOf[g] * pairs * size, rows, g, {p, v, groups});
  }
  const within = augmented(cells);
  for (let m = 0; m < classes.length; ++m)
    for (let a = 0; a < v; ++a)
      for (let i = 0, from = (m * pairs + (a * (a + 3)) / 2) * size; i < size; ++i)
        within[i] -= products[from + i];
  dropRounding(within, cells);
  return {p, v, n: cells.n, groups, within, classes, products, classOf, rows};
}

/** L⁻¹ Z'[x, e] of every group. */
function whitenedRows(cells: Cells, blocks: Float64Array, border: Float64Array): Float64Array {
  const {p, v, cells: groups, ze} = cells;
  const rows = new Float64Array(v * (p + 1) * groups);
  for (let g = 0; g < groups; ++g)
    for (let a = 0; a < v; ++a) {
      for (let j = 0; j < p; ++j)
        rows[(a * (p + 1) + j) * groups + g] = border[j * groups * v + g * v + a];
      let e = ze[a * groups + g];
      for (let b = 0; b < a; ++b)
        e -= blocks[g * v * v + a * v + b] * rows[(b * (p + 1) + p) * groups + g];
      const pivot = blocks[g * v * v + a * v + a];
      rows[(a * (p + 1) + p) * groups + g] = pivot > 0 ? e / pivot : 0;
    }
  return rows;
}

function classesOf(
  blocks: Float64Array,
  groups: number,
  v: number
): {classOf: Int32Array; factors: Float64Array[]} {
  const size = v * v;
  const order = Int32Array.from({length: groups}, (_, g) => g).sort((g, h) => {
    for (let i = 0; i < size; ++i) {
      const difference = blocks[g * size + i] - blocks[h * size + i];
      if (difference !== 0) return difference;
    }
    return g - h;
  });
  const classOf = new Int32Array(groups);
  const factors: Float64Array[] = [];
  for (const g of order) {
    const own = blocks.slice(g * size, (g + 1) * size);
    const last = factors.at(-1);
    if (!last?.every((x, i) => Math.abs(x - own[i]) <= EQUAL * Math.abs(x))) factors.push(own);
    classOf[g] = factors.length - 1;
  }
  return {classOf, factors};
}

function addProducts(
  products: Float64Array,
  from: number,
  rows: Float64Array,
  g: number,
  {p, v, groups}: Pick<OneFactor, "p" | "v" | "groups">
): void {
  let at = from;
  for (let a = 0; a < v; ++a)
    for (let c = 0; c <= a; ++c)
      for (let i = 0; i <= p; ++i)
        for (let j = 0; j <= i; ++j, ++at) {
          const ai = rows[(a * (p + 1) + i) * groups + g];
          const aj = rows[(a * (p + 1) + j) * groups + g];
          const ci = rows[(c * (p + 1) + i) * groups + g];
          const cj = rows[(c * (p + 1) + j) * groups + g];
          products[at] += 0.5 * (ai * cj + aj * ci);
        }
}

function augmented({p, xx, xe, ee}: Cells): Float64Array {
  const out = new Float64Array(((p + 1) * (p + 2)) / 2);
  let at = 0;
  for (let i = 0; i < p; ++i) for (let j = 0; j <= i; ++j) out[at++] = xx[i * p + j];
  for (let j = 0; j < p; ++j) out[at++] = xe[j];
  out[at] = ee;
  return out;
}

/** A column that only differs between groups leaves nothing over but rounding. */
function dropRounding(within: Float64Array, {p, xx, ee}: Cells): void {
  const ROUNDING = 1e-13;
  for (let i = 0, at = 0; i <= p; ++i) {
    const diagonal = within[at + i];
    if (!(diagonal > ROUNDING * (i < p ? xx[i * p + i] : ee))) {
      for (let j = 0; j <= i; ++j) within[at + j] = 0;
      for (let k = i + 1; k <= p; ++k) within[(k * (k + 1)) / 2 + i] = 0;
    }
    at += i + 1;
  }
}
