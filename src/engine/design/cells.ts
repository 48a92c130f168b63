// Rows compressed to sufficient statistics: all that a Gaussian likelihood needs of the data.
import {BLOCK} from "./blocks.js";
import {CellSums} from "./cell-sums.js";
import type {Design} from "./design.js";
import {rowsWith, withinProducts} from "./within.js";
import {DistinctColumns} from "./distinct-columns.js";
import {crossFactors, type Factor} from "./factors.js";
import {ReferenceFit} from "./reference-fit.js";

/**
 * A Gaussian model's data as sums. Rows that share their level in every group term form a cell.
 * With x the centred population columns, z the distinct columns that vary by group, e the residuals
 * from `reference` and w the weight of a row, w / se² of its formula, everything is a weighted sum
 * of products over rows; the outcome is taken relative to a least-squares fit, so that no digits are
 * lost to a large mean. Plain data: safe to send to a worker.
 */
export interface Cells {
  /** Total weight Σ w of the rows in the likelihood; their number when they have no weights. */
  readonly n: number;
  /** Number of rows. */
  readonly rows: number;
  /** Number of population columns, of distinct varying columns, and of cells. */
  readonly p: number;
  readonly v: number;
  readonly cells: number;
  /** Population coefficients at which the residuals were taken, length p. */
  readonly reference: Float64Array;
  /** Means taken off the population columns, unweighted as in brms [p]; 0 where it does not centre. */
  readonly means: Float64Array;
  /** Σ w x xᵀ, p × p. */
  readonly xx: Float64Array;
  /** Σ w x e, length p. */
  readonly xe: Float64Array;
  /** Σ w e². */
  readonly ee: number;
  /**
   * Σ w z x, Σ w z z and Σ w z e by cell, cells running fastest: [p × v × cells], [v × v × cells],
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
 * Compresses a design in three passes over its rows, block by block: means, a least-squares fit, and
 * the sums. Memory beside the rows depends on the number of cells and columns only.
 */
export function compress(design: Design): Cells {
  const {rows, terms} = design;
  const p = design.coefficients.length;
  const {means, positions} = survey(design);
  const reference = referenceOf(design, means);
  const {levels, codes} = cellsOfRows(design);
  const v = positions.reduce((most, position) => Math.max(most, position + 1), 0);
  const sums = sumsOf(design, {means, positions, reference, codes, v, cells: levels.length});
  let at = 0;
  return {
    n: sums.n,
    rows: rows.total,
    p,
    v,
    cells: levels.length,
    reference,
    means,
    xx: sums.xx,
    xe: sums.xe,
    ee: sums.ee,
    zx: sums.zx,
    zz: sums.zz,
    ze: sums.ze,
    terms: terms.map((term) => ({
      codes: cellLevels(term.codes, codes, levels.length),
      columns: Int32Array.from(positions.slice(at, (at += term.coefficients.length))),
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

/** What must be known before sums can be made: means, and which varying columns are distinct. */
function survey(design: Design): {means: Float64Array; positions: readonly number[]} {
  const {coefficients, terms, centred, rows} = design;
  const {counts} = rows;
  const p = coefficients.length;
  const first = new Float64Array(p);
  const sums = new Float64Array(p);
  const distinct = new DistinctColumns(
    terms.reduce((sum, term) => sum + term.coefficients.length, 0)
  );
  for (const {from, columns} of design.blocks()) {
    distinct.add(columns.varying.flat());
    for (let j = 0; j < p; ++j) {
      const column = columns.population[j];
      // Relative to the first row, so that an offset costs no digits.
      if (from === 0) first[j] = column[0];
      if (counts)
        for (let i = 0; i < column.length; ++i)
          sums[j] += counts[from + i] * (column[i] - first[j]);
      else for (let i = 0; i < column.length; ++i) sums[j] += column[i] - first[j];
    }
  }
  const means = first.map((start, j) =>
    centred < 0 || j === centred ? 0 : start + sums[j] / rows.total
  );
  return {means, positions: distinct.positions()};
}

function referenceOf(design: Design, means: Float64Array): Float64Array {
  const {outcome, weights, rows} = design;
  const fit = new ReferenceFit(means.length, Math.min(Math.max(rows.n, means.length + 1), BLOCK));
  for (const {from, to, columns} of design.blocks())
    fit.add(
      centredColumns(columns.population, means),
      outcome.subarray(from, to),
      weights?.subarray(from, to) ?? null
    );
  const inside = withinProducts(design, new Float64Array(means.length));
  if (inside) {
    const {x, y} = rowsWith(inside);
    fit.add(x, y, null);
  }
  return fit.solve();
}

function sumsOf(
  design: Design,
  made: {
    means: Float64Array;
    positions: readonly number[];
    reference: Float64Array;
    codes: Int32Array;
    v: number;
    cells: number;
  }
): CellSums {
  const {outcome, weights} = design;
  const {means, positions, reference, codes, v, cells} = made;
  const sums = new CellSums(means.length, v, cells);
  const firsts = Array.from({length: v}, (_, a) => positions.indexOf(a));
  for (const {from, to, columns} of design.blocks()) {
    const x = centredColumns(columns.population, means);
    const varying = columns.varying.flat();
    const e = outcome.slice(from, to);
    for (let j = 0; j < x.length; ++j)
      for (let i = 0; i < e.length; ++i) e[i] -= reference[j] * x[j][i];
    sums.add(
      x,
      firsts.map((k) => varying[k]),
      e,
      codes.subarray(from, to),
      weights?.subarray(from, to) ?? null
    );
  }
  const inside = withinProducts(design, reference);
  if (inside) sums.addProducts(inside);
  sums.finish();
  return sums;
}

function centredColumns(columns: readonly Float64Array[], means: Float64Array): Float64Array[] {
  return columns.map((column, j) => (means[j] === 0 ? column : column.map((x) => x - means[j])));
}

function cellLevels(rowCodes: Int32Array, rowCells: Int32Array, cells: number): Int32Array {
  const out = new Int32Array(cells);
  for (let i = 0; i < rowCodes.length; ++i) out[rowCells[i]] = rowCodes[i];
  return out;
}
