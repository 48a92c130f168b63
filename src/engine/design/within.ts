// What summed rows hold beside their means: products inside cells, carried over to design columns.
import type {Columns} from "../types.js";
import type {Design} from "./design.js";
import type {SummedRows} from "./summed-rows.js";

/** Products of population columns x and residuals e inside cells, summed over them. */
export interface WithinProducts {
  readonly xx: Float64Array;
  readonly xe: Float64Array;
  readonly ee: number;
}

/**
 * The products of p population columns, and of residuals from `reference`, about their cells' means;
 * null where the design's rows hold all. Every column is linear in the averaged ones with a slope that
 * is constant in a cell, so Σ (x − x̄)(x − x̄)ᵀ = D S Dᵀ with S the cell's products and D the slopes.
 */
export function withinProducts(design: Design, reference: Float64Array): WithinProducts | null {
  const {within} = design;
  if (!within) return null;
  const cells = within.counts.length;
  const size = within.averaged.length;
  const slopes = slopesOf(design, within);
  const p = slopes.length;
  const outcome = within.averaged.indexOf(within.outcome.name);
  const sums = {xx: new Float64Array(p * p), xe: new Float64Array(p), ee: 0};
  // The residual's slopes stand behind the columns'.
  const own = Array.from({length: p + 1}, () => new Float64Array(size));
  const image = new Float64Array(size);
  for (let cell = 0; cell < cells; ++cell) {
    own[p].fill(0);
    own[p][outcome] = 1;
    for (let j = 0; j < p; ++j)
      for (let u = 0; u < size; ++u) {
        own[j][u] = slopes[j][u]?.[cell] ?? 0;
        own[p][u] -= reference[j] * own[j][u];
      }
    for (let j = 0; j <= p; ++j) {
      if (own[j].every((slope) => slope === 0)) continue;
      multiply(within.products, cell, cells, own[j], image);
      for (let k = 0; k <= j; ++k) {
        const product = dot(image, own[k]);
        if (j === p && k === p) sums.ee += product;
        else if (j === p) sums.xe[k] += product;
        else {
          sums.xx[j * p + k] += product;
          if (k < j) sums.xx[k * p + j] += product;
        }
      }
    }
  }
  return sums;
}

/**
 * Rows with the given products: p columns and an outcome, p + 1 rows of each. Least squares over
 * these and the cells' means together is least squares over all rows that were summed.
 */
export function rowsWith({xx, xe: xy, ee: yy}: WithinProducts): {
  x: Float64Array[];
  y: Float64Array;
} {
  const p = xy.length;
  const size = p + 1;
  const entry = (j: number, k: number): number => (j < p ? xx[j * p + k] : k < p ? xy[k] : yy);
  // A Cholesky factor, column by column; a column without a rest of its own stays 0.
  const factor = new Float64Array(size * size);
  for (let j = 0; j < size; ++j)
    for (let k = 0; k <= j; ++k) {
      let rest = entry(j, k);
      for (let m = 0; m < k; ++m) rest -= factor[j * size + m] * factor[k * size + m];
      if (k === j) factor[j * size + j] = rest > 1e-12 * entry(j, j) ? Math.sqrt(rest) : 0;
      else factor[j * size + k] = factor[k * size + k] > 0 ? rest / factor[k * size + k] : 0;
    }
  const row = (j: number): Float64Array => factor.slice(j * size, (j + 1) * size);
  return {x: Array.from({length: p}, (_, j) => row(j)), y: row(p)};
}

/** Per population column and averaged column the slope in every cell; null where it is 0 in all. */
function slopesOf(design: Design, {columns, averaged}: SummedRows): (Float64Array | null)[][] {
  const used = averaged.filter((name) => Object.hasOwn(design.rows.data, name));
  const n = design.rows.n;
  const set = (value: number, name?: string): Columns => ({
    ...design.rows.data,
    ...Object.fromEntries(
      used.map((one) => [one, new Float64Array(n).fill(one === name ? value : 0)])
    )
  });
  const origin = design.evaluate(set(0)).population;
  const slopes = origin.map(() => averaged.map((): Float64Array | null => null));
  averaged.forEach((name, u) => {
    if (!used.includes(name) || !Object.hasOwn(columns, name)) return;
    design.evaluate(set(1, name)).population.forEach((column, j) => {
      const slope = column.map((x, i) => x - origin[j][i]);
      if (slope.some((x) => x !== 0)) slopes[j][u] = slope;
    });
  });
  return slopes;
}

/** `out` = S v for the packed symmetric S of one cell. */
function multiply(
  products: Float64Array,
  cell: number,
  cells: number,
  v: Float64Array,
  out: Float64Array
): void {
  out.fill(0);
  for (let j = 0, pair = cell; j < v.length; ++j)
    for (let k = 0; k <= j; ++k, pair += cells) {
      out[j] += products[pair] * v[k];
      if (k < j) out[k] += products[pair] * v[j];
    }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i] * b[i];
  return sum;
}
