// Rows of a 0/1 outcome counted: all that a Bernoulli likelihood needs of the data.
import {error} from "../error.js";
import {cellsOfRows, type Cells} from "./cells.js";
import type {Design} from "./design.js";

/**
 * A 0/1 outcome's data, rows that are equal in every column and group level counted as one pattern.
 * Plain data: safe to send to a worker.
 */
export interface Counts {
  readonly patterns: number;
  /** Population columns, centred as in the cells, [p × patterns], patterns running fastest. */
  readonly x: Float64Array;
  /** The distinct columns that vary by group, in the cells' order, [v × patterns]. */
  readonly z: Float64Array;
  /** The cell of every pattern. */
  readonly cells: Int32Array;
  /** How many of a pattern's rows have outcome 1, and how many 0. */
  readonly ones: Float64Array;
  readonly zeros: Float64Array;
}

/**
 * Counts the rows of a design; `cells` are those of the same design. Patterns come in the order of
 * their first rows.
 * Raises an InputError on an outcome that is neither 0 nor 1.
 */
export function countRows(design: Design, cells: Cells): Counts {
  const {columns, outcome} = design;
  checkOutcome(design);
  const population = columns.population.map((column, j) => column.map((x) => x - cells.means[j]));
  const varying = distinctVarying(design, cells);
  const codes = cellsOfRows(design).codes;
  const pattern = [...columns.population, ...varying].reduce(
    (found, column) => pairs(found, column),
    Float64Array.from(codes)
  );
  const first = firstRows(pattern);
  const ones = new Float64Array(first.length);
  const zeros = new Float64Array(first.length);
  for (let i = 0; i < outcome.length; ++i) ++(outcome[i] === 1 ? ones : zeros)[pattern[i]];
  return {
    patterns: first.length,
    x: stacked(population, first),
    z: stacked(varying, first),
    cells: Int32Array.from(first, (row) => codes[row]),
    ones,
    zeros
  };
}

function checkOutcome({outcome, rows, formula}: Design): void {
  const wrong = outcome.findIndex((y) => y !== 0 && y !== 1);
  if (wrong >= 0)
    error(
      `invalid outcome: ${formula.response} is ${String(outcome[wrong])} in row ${String(rows.kept[wrong] + 1)}; family bernoulli needs 0 or 1 in every row, so recode it or take family gaussian`
    );
}

/** The varying columns by their position in the cells. */
function distinctVarying({columns}: Design, {v, terms}: Cells): Float64Array[] {
  const distinct = new Array<Float64Array>(v);
  terms.forEach((term, k) => {
    term.columns.forEach((position, a) => {
      distinct[position] = columns.varying[k][a];
    });
  });
  return distinct;
}

/** The pairs of values of two columns, numbered in the order in which they first occur. */
function pairs(a: Float64Array, b: Float64Array): Float64Array {
  const [first, second] = [numbered(a), numbered(b)];
  return numbered(first.map((code, i) => code * b.length + second[i]));
}

function numbered(values: Float64Array): Float64Array {
  const known = new Map<number, number>();
  return values.map((value) => {
    const code = known.get(value) ?? known.size;
    known.set(value, code);
    return code;
  });
}

/** The first row of every pattern; patterns are numbered in that order. */
function firstRows(pattern: Float64Array): number[] {
  const first: number[] = [];
  pattern.forEach((code, row) => {
    if (code === first.length) first.push(row);
  });
  return first;
}

function stacked(columns: readonly Float64Array[], rows: readonly number[]): Float64Array {
  return Float64Array.from(columns.flatMap((column) => rows.map((row) => column[row])));
}
