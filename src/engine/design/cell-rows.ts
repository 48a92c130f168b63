// Summed rows as the rows of a design: one per cell, with how many rows it stands for.
import {error} from "../error.js";
import {expressionText, namesIn, type Expression} from "../formula/expression.js";
import type {Formula} from "../formula/formula.js";
import type {Column} from "../types.js";
import {pick, usableRows, type Rows} from "./rows.js";
import type {SummedRows} from "./summed-rows.js";

/** What a design is made of: rows, and what the rows' columns leave out of the data. */
export interface CellRows {
  readonly rows: Rows;
  /** Products about the cells' means; null where there is nothing to add to the rows. */
  readonly within: SummedRows | null;
}

/**
 * The cells as rows of their means. Averaged columns may enter a formula by themselves or times
 * columns that are constant in a cell, since then the mean of a column is the column of the mean.
 * Raises an InputError on any other use of them, on weights() and se(), on scale2(), on another
 * outcome than the one that was summed, and as `usableRows` does.
 */
export function cellRows(
  formula: Formula,
  summed: SummedRows,
  also: readonly string[] = []
): CellRows {
  checkSummed(formula, summed);
  const {columns, counts, outcome, averaged, products} = summed;
  const at = averaged.indexOf(outcome.name);
  const own = ((at * (at + 3)) / 2) * counts.length;
  const varies = counts.some((_, cell) => products[own + cell] > 0);
  const rows = usableRows(formula, columns, also, varies);
  return {rows: {...rows, ...totals(counts)}, within: summed};
}

/**
 * The cells of a 0/1 outcome as up to two rows each, one per value, which is all there is to know of
 * them: nothing is left within.
 * Raises an InputError as `cellRows` does, on an outcome of other values, and on averaged columns.
 */
export function binaryCellRows(
  formula: Formula,
  summed: SummedRows,
  also: readonly string[] = []
): CellRows {
  checkSummed(formula, summed);
  const {columns, counts, outcome, averaged} = summed;
  if (!outcome.zeroOne)
    error(
      `invalid outcome: ${outcome.name} is not 0 or 1 in every row; family bernoulli needs that, so take family gaussian`
    );
  const mixed = [...linearNames(formula), ...also].find(
    (name) => averaged.includes(name) && name !== outcome.name
  );
  if (mixed !== undefined)
    error(
      `unsupported column: ${mixed} with family bernoulli; it varies inside cells, so leave it out`
    );
  const ones = Float64Array.from(counts, (n, cell) =>
    Math.round(n * (columns[outcome.name][cell] as number))
  );
  const places: number[] = [];
  const values: number[] = [];
  const weights: number[] = [];
  for (let cell = 0; cell < counts.length; ++cell)
    for (const value of [0, 1]) {
      const n = value === 1 ? ones[cell] : counts[cell] - ones[cell];
      if (n === 0) continue;
      places.push(cell);
      values.push(value);
      weights.push(n);
    }
  const at = Int32Array.from(places);
  const split = Object.fromEntries(
    Object.entries(columns).map(([name, column]): [string, Column] => [name, pick(column, at)])
  );
  split[outcome.name] = Float64Array.from(values);
  const rows = usableRows(formula, split, also);
  return {rows: {...rows, ...totals(Float64Array.from(weights))}, within: null};
}

function totals(counts: Float64Array): Pick<Rows, "counts" | "total"> {
  return {counts, total: counts.reduce((sum, n) => sum + n, 0)};
}

function checkSummed(formula: Formula, {averaged, outcome}: SummedRows): void {
  const {response, weights, errors, equations} = formula;
  if (response !== outcome.name)
    error(`unknown outcome: ${response}; the rows were summed for ${outcome.name}`);
  if (weights || errors)
    error("unsupported weights() or se(): rows that are summed have neither; fit the rows");
  const varies = (tree: Expression): string | undefined =>
    namesIn(tree).find((name) => averaged.includes(name));
  const refuse = (text: string, name: string): never =>
    error(
      `unsupported term: ${text} of summed rows; ${name} varies inside cells and may enter only by itself or times columns that do not`
    );
  for (const {multiplier, terms, groups} of equations) {
    for (const tree of multiplier.factors) {
      const name = varies(tree);
      if (name !== undefined) refuse(expressionText(tree), name);
    }
    for (const term of terms) {
      const moving = term.filter(({tree}) => varies(tree) !== undefined);
      const text = term.map((atom) => atom.name).join(":");
      if (moving.length > 1 || moving.some(({tree}) => tree.kind !== "name"))
        refuse(text, moving[0].name);
      const scaled = term.find(({tree}) => tree.kind === "call" && tree.name === "scale2");
      if (scaled)
        error(`unsupported term: ${scaled.name} of summed rows; scale the column before summing`);
    }
    for (const {terms: varying, factors} of groups) {
      const names = [...varying.flat().map(({tree}) => varies(tree)), ...factors];
      const name = names.find((one) => one !== undefined && averaged.includes(one));
      if (name !== undefined) refuse(name, name);
    }
  }
}

/** The columns of population terms. */
function linearNames({equations}: Formula): string[] {
  return equations.flatMap(({terms}) => terms.flat().flatMap(({tree}) => namesIn(tree)));
}
