// Rows of a 0/1 outcome counted: all that a Bernoulli likelihood needs of the data.
import {error} from "../error.js";
import {cellsOfRows, type Cells} from "./cells.js";
import type {Design} from "./design.js";
import {PatternTable} from "./pattern-table.js";

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
  /** How many of a pattern's rows have outcome 1, and how many 0; their total weights, if any. */
  readonly ones: Float64Array;
  readonly zeros: Float64Array;
}

/**
 * Counts the rows of a design; `cells` are those of the same design. Patterns come in the order of
 * their first rows.
 * Raises an InputError on an outcome that is neither 0 nor 1.
 */
export function countRows(design: Design, cells: Cells): Counts {
  const {outcome, weights} = design;
  const {p, v, means} = cells;
  checkOutcome(design);
  const firsts = distinctPlaces(cells);
  const codes = cellsOfRows(design).codes;
  const table = new PatternTable(p + v + 1);
  const row = new Float64Array(p + v + 1);
  const totals = [new Totals(), new Totals()];
  for (const {from, to, columns} of design.blocks()) {
    const varying = columns.varying.flat();
    const own = [...columns.population, ...firsts.map((k) => varying[k])];
    for (let i = from; i < to; ++i) {
      for (let k = 0; k < own.length; ++k) row[k] = own[k][i - from];
      row[p + v] = codes[i];
      totals[outcome[i]].add(table.find(row), weights ? weights[i] : 1);
    }
  }
  const patterns = table.count;
  const planes = (from: number, to: number): Float64Array => {
    const out = new Float64Array((to - from) * patterns);
    for (let k = from, at = 0; k < to; ++k)
      for (let i = 0; i < patterns; ++i) out[at++] = table.at(i, k) - (k < p ? means[k] : 0);
    return out;
  };
  return {
    patterns,
    x: planes(0, p),
    z: planes(p, p + v),
    cells: Int32Array.from({length: patterns}, (_, i) => table.at(i, p + v)),
    ones: totals[1].upTo(patterns),
    zeros: totals[0].upTo(patterns)
  };
}

function checkOutcome({outcome, rows, formula}: Design): void {
  const wrong = outcome.findIndex((y) => y !== 0 && y !== 1);
  if (wrong >= 0)
    error(
      `invalid outcome: ${formula.response} is ${String(outcome[wrong])} in row ${String(rows.kept[wrong] + 1)}; family bernoulli needs 0 or 1 in every row, so recode it or take family gaussian`
    );
}

/** For every distinct varying column its first place among the coefficients of all terms. */
function distinctPlaces({v, terms}: Cells): number[] {
  const positions = terms.flatMap((term) => [...term.columns]);
  return Array.from({length: v}, (_, a) => positions.indexOf(a));
}

/** Sums by pattern, of which there may be ever more. */
class Totals {
  private sums: Float64Array = new Float64Array(1024);

  add(pattern: number, weight: number): void {
    while (pattern >= this.sums.length) this.sums = longer(this.sums, 2 * this.sums.length);
    this.sums[pattern] += weight;
  }

  upTo(patterns: number): Float64Array {
    return patterns <= this.sums.length
      ? this.sums.slice(0, patterns)
      : longer(this.sums, patterns);
  }
}

function longer(values: Float64Array, length: number): Float64Array {
  const out = new Float64Array(length);
  out.set(values);
  return out;
}
