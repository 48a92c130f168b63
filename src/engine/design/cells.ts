// Rows compressed to sufficient statistics: all that a Gaussian likelihood needs of the data.
import {multiplyQTransposed, qr, solveR} from "../linalg/qr.js";
import type {Design} from "./design.js";
import {crossFactors, type Factor} from "./factors.js";

/**
 * A Gaussian model's data as sums. Rows that share their level in every group term form a cell.
 * With x the centred population columns, z the distinct columns that vary by group and e the
 * residuals from `reference`, everything is a sum of products over rows; the outcome is taken
 * relative to a least-squares fit, so that no digits are lost to a large mean.
 * Plain data: safe to send to a worker.
 */
export interface Cells {
  readonly n: number;
  /** Number of population columns, of distinct varying columns, and of cells. */
  readonly p: number;
  readonly v: number;
  readonly cells: number;
  /** Population coefficients at which the residuals were taken, length p. */
  readonly reference: Float64Array;
  /** Means taken off the population columns, length p; 0 where brms does not centre. */
  readonly means: Float64Array;
  /** Σ x xᵀ, p × p. */
  readonly xx: Float64Array;
  /** Σ x e, length p. */
  readonly xe: Float64Array;
  /** Σ e². */
  readonly ee: number;
  /**
   * Σ z x, Σ z z and Σ z e by cell, cells running fastest: [p × v × cells], [v × v × cells],
   * [v × cells].
   */
  readonly zx: Float64Array;
  readonly zz: Float64Array;
  readonly ze: Float64Array;
  /** Per group term: the level of every cell, and the varying column of every coefficient. */
  readonly terms: readonly {
    readonly codes: Int32Array;
    readonly columns: Int32Array;
    readonly levels: number;
    readonly correlated: boolean;
  }[];
}

/**
 * Compresses a design. Cost is one pass over the rows; the result's size depends on the number of
 * cells and columns only.
 */
export function compress(design: Design): Cells {
  const {rows, outcome, columns, terms, centred} = design;
  const n = rows.n;
  const p = columns.population.length;
  const means = new Float64Array(p);
  if (centred >= 0)
    columns.population.forEach((column, j) => {
      if (j !== centred) means[j] = column.reduce((sum, x) => sum + x, 0) / n;
    });
  const x = new Float64Array(n * p);
  columns.population.forEach((column, j) => {
    for (let i = 0; i < n; ++i) x[j * n + i] = column[i] - means[j];
  });
  const {reference, residuals} = referenceFit(x, outcome, n, p);
  const {unique, positions} = distinctColumns(columns.varying);
  const {levels, codes} = cellsOfRows(design);
  const v = unique.length;
  const sums = crossProducts(x, unique, residuals, codes, {n, p, v, cells: levels.length});
  return {
    n,
    p,
    v,
    cells: levels.length,
    reference,
    means,
    ...sums,
    terms: terms.map((term, k) => ({
      codes: cellLevels(term.codes, codes, levels.length),
      columns: Int32Array.from(positions[k]),
      levels: term.levels.length,
      correlated: term.correlated
    }))
  };
}

/** The cell of every row, as levels of one factor; a single cell when nothing is grouped. */
export function cellsOfRows({terms, rows}: Pick<Design, "terms" | "rows">): Factor {
  return terms.length
    ? crossFactors(terms, rows.n)
    : {levels: ["all"], codes: new Int32Array(rows.n)};
}

function referenceFit(
  x: Float64Array,
  y: Float64Array,
  n: number,
  p: number
): {reference: Float64Array; residuals: Float64Array} {
  const factor = qr(x.slice(), n, p);
  const projected = y.slice();
  multiplyQTransposed(factor, projected);
  solveR(factor, projected);
  // A collinear column keeps 0: any value serves as a reference.
  const reference = new Float64Array(p);
  factor.kept.forEach((column, k) => {
    reference[column] = projected[k];
  });
  const residuals = y.slice();
  for (let j = 0; j < p; ++j)
    for (let i = 0; i < n; ++i) residuals[i] -= reference[j] * x[j * n + i];
  return {reference, residuals};
}

/** Varying columns that are equal in every row are kept once. */
function distinctColumns(varying: Design["columns"]["varying"]): {
  unique: Float64Array[];
  positions: number[][];
} {
  const unique: Float64Array[] = [];
  const positions = varying.map((columns) =>
    columns.map((column) => {
      const known = unique.findIndex((other) => other.every((value, i) => value === column[i]));
      return known >= 0 ? known : unique.push(column) - 1;
    })
  );
  return {unique, positions};
}

function cellLevels(rowCodes: Int32Array, rowCells: Int32Array, cells: number): Int32Array {
  const out = new Int32Array(cells);
  for (let i = 0; i < rowCodes.length; ++i) out[rowCells[i]] = rowCodes[i];
  return out;
}

function crossProducts(
  x: Float64Array,
  z: readonly Float64Array[],
  e: Float64Array,
  codes: Int32Array,
  {n, p, v, cells}: {n: number; p: number; v: number; cells: number}
): Pick<Cells, "xx" | "xe" | "ee" | "zx" | "zz" | "ze"> {
  const xx = new Float64Array(p * p);
  const xe = new Float64Array(p);
  const zx = new Float64Array(cells * v * p);
  const zz = new Float64Array(cells * v * v);
  const ze = new Float64Array(cells * v);
  let ee = 0;
  for (let i = 0; i < n; ++i) {
    ee += e[i] * e[i];
    for (let j = 0; j < p; ++j) {
      xe[j] += x[j * n + i] * e[i];
      for (let k = 0; k < p; ++k) xx[j * p + k] += x[j * n + i] * x[k * n + i];
    }
    const c = codes[i];
    for (let a = 0; a < v; ++a) {
      const za = z[a][i];
      ze[a * cells + c] += za * e[i];
      for (let b = 0; b < v; ++b) zz[(a * v + b) * cells + c] += za * z[b][i];
      for (let j = 0; j < p; ++j) zx[(j * v + a) * cells + c] += za * x[j * n + i];
    }
  }
  return {xx, xe, ee, zx, zz, ze};
}
