// Rows summed within cells: counts, means and products, all that a Gaussian model asks of them.
import {error} from "../error.js";
import {locationOf} from "../math/location.js";
import type {Column, Columns} from "../types.js";
import {crossFactors, factorOf} from "./factors.js";
import {pick} from "./rows.js";

/** What an outcome's means do not tell, and default priors and advice ask for. */
export interface OutcomeFacts {
  readonly name: string;
  /** Median, and median absolute deviation from it, over rows. */
  readonly median: number;
  readonly mad: number;
  /** True when it is 0 or 1 in every row. */
  readonly zeroOne: boolean;
}

/**
 * Rows summed within cells, which a model can be fitted to in their place: a few kilobytes without
 * a row in them, unless a cell holds only one. Plain data: safe to store and to send.
 */
export interface SummedRows {
  /** Per cell the value of each column that is constant there, and the mean of each that is not. */
  readonly columns: Columns;
  /** Rows of each cell. */
  readonly counts: Float64Array;
  /** The columns that vary inside cells, the outcome among them. */
  readonly averaged: readonly string[];
  /**
   * Σ (u − ū)(u − ū)ᵀ over a cell's rows, u the averaged columns: [pairs × cells], pairs j ≥ k at
   * j (j + 1) / 2 + k, cells running fastest.
   */
  readonly products: Float64Array;
  readonly outcome: OutcomeFacts;
}

/** Which columns make cells, and which are averaged inside them. */
export interface CellColumns {
  readonly fixed: readonly string[];
  readonly averaged: readonly string[];
  /** One of the averaged. */
  readonly outcome: string;
}

/** True of data that are summed already. */
export function isSummed(data: Columns | SummedRows): data is SummedRows {
  return "products" in data && "counts" in data && "averaged" in data && "outcome" in data;
}

/**
 * Sums rows within the combinations of the `fixed` columns that occur. Means first, then products
 * about them, so that no digits are lost.
 * Raises an InputError on a column that is not there, has a missing value, or is averaged and text.
 */
export function sumRows(data: Columns, {fixed, averaged, outcome}: CellColumns): SummedRows {
  for (const name of [...fixed, ...averaged]) checkColumn(data, name, averaged.includes(name));
  const values = averaged.map((name) => data[name] as Float64Array);
  const n = values[averaged.indexOf(outcome)].length;
  const factors = fixed.map((name) => factorOf(data[name]));
  const {codes, levels} = factors.length
    ? crossFactors(factors, n)
    : {codes: new Int32Array(n), levels: ["all"]};
  const cells = levels.length;
  const counts = new Float64Array(cells);
  const firsts = new Int32Array(cells).fill(-1);
  for (let i = 0; i < n; ++i) {
    if (counts[codes[i]]++ === 0) firsts[codes[i]] = i;
  }
  const means = values.map((column) => meansOf(column, codes, counts));
  const products = new Float64Array(((values.length * (values.length + 1)) / 2) * cells);
  for (let j = 0; j < values.length; ++j)
    for (let k = 0; k <= j; ++k) {
      const plane = ((j * (j + 1)) / 2 + k) * cells;
      for (let i = 0; i < n; ++i) {
        const cell = codes[i];
        products[plane + cell] += (values[j][i] - means[j][cell]) * (values[k][i] - means[k][cell]);
      }
    }
  return {
    columns: Object.fromEntries<Column>([
      ...fixed.map((name) => [name, pick(data[name], firsts)] as const),
      ...averaged.map((name, j) => [name, means[j]] as const)
    ]),
    counts,
    averaged,
    products,
    outcome: factsOf(outcome, data[outcome] as Float64Array)
  };
}

/**
 * The same sums with some cells left out and the constant columns replaced, as regrouping does;
 * `keep` holds positions of cells. Facts of the outcome stay those of all rows, so that priors do.
 * Raises an InputError when no cell is kept.
 */
export function keepCells(
  sums: SummedRows,
  keep: Int32Array,
  replaced: Columns = sums.columns
): SummedRows {
  if (!keep.length) error("missing rows: no cell is left; leave fewer groups out");
  const cells = sums.counts.length;
  const planes = cells === 0 ? 0 : sums.products.length / cells;
  const products = new Float64Array(planes * keep.length);
  for (let plane = 0, at = 0; plane < planes; ++plane)
    for (const cell of keep) products[at++] = sums.products[plane * cells + cell];
  return {
    ...sums,
    columns: Object.fromEntries(
      Object.entries(replaced).map(([name, column]) => [name, pick(column, keep)])
    ),
    counts: Float64Array.from(keep, (cell) => sums.counts[cell]),
    products
  };
}

function checkColumn(data: Columns, name: string, averaged: boolean): void {
  if (!Object.hasOwn(data, name)) error(`unknown column: ${name}; cells need it`);
  const column = data[name];
  if (averaged && !(column instanceof Float64Array))
    error(`invalid column: ${name} is text; only numbers can be averaged`);
  const missing = column.findIndex((value: number | string | null) =>
    typeof value === "number" ? !Number.isFinite(value) : value === null
  );
  if (missing >= 0)
    error(
      `missing value: column ${name}, row ${String(missing + 1)}; leave such rows out before they are summed`
    );
}

function meansOf(column: Float64Array, codes: Int32Array, counts: Float64Array): Float64Array {
  const means = new Float64Array(counts.length);
  for (let i = 0; i < column.length; ++i) means[codes[i]] += column[i];
  return means.map((sum, cell) => sum / counts[cell]);
}

function factsOf(name: string, column: Float64Array): OutcomeFacts {
  return {name, ...locationOf(column), zeroOne: column.every((y) => y === 0 || y === 1)};
}
