// The rows that a model can use: columns found, numbers finite, missing rows dropped and counted.
import {error} from "../error.js";
import {namesIn} from "../formula/expression.js";
import type {Formula} from "../formula/formula.js";
import {suggestion} from "../nearest.js";
import type {Column, Columns} from "../types.js";

/** The usable rows of a data set. */
export interface Rows {
  readonly data: Columns;
  /** Rows kept; of summed data, cells. */
  readonly n: number;
  /** Rows of the data that each of these stands for; null when each is one. */
  readonly counts: Float64Array | null;
  /** How many rows of the data all of these stand for. */
  readonly total: number;
  /** Rows left out because a column that the model uses was missing there. */
  readonly dropped: number;
  /** For each kept row, its position in the data as given. */
  readonly kept: Int32Array;
}

/**
 * Keeps the rows in which every column that the formula (or `also`) names is present.
 * Raises an InputError on an unknown column (with the nearest name), an infinite number, an
 * outcome that is text or does not vary, unless it `varies` inside the rows, and when no row is left.
 */
export function usableRows(
  formula: Formula,
  data: Columns,
  also: readonly string[] = [],
  varies = false
): Rows {
  const names = [...new Set([...formulaColumns(formula), ...also])];
  const all = Object.keys(data);
  for (const name of names)
    if (!Object.hasOwn(data, name)) error(`unknown column: ${name}; ${suggestion(name, all)}`);
  const total = all.length ? data[all[0]].length : 0;
  const present = new Uint8Array(total).fill(1);
  for (const name of names) markMissing(name, data[name], present);
  const kept = presentRows(present);
  if (!kept.length) error(noRows(names, data, total));
  // Columns that lose no row are used as they are: a copy of ten million rows is not free.
  const whole = kept.length === total;
  const rows = Object.fromEntries(
    names.map((name) => [name, whole ? data[name] : pick(data[name], kept)])
  );
  checkOutcome(formula.response, rows[formula.response], varies);
  const n = kept.length;
  return {data: rows, n, counts: null, total: n, dropped: total - n, kept};
}

/** All columns that a formula mentions, the outcome first. */
export function formulaColumns({response, weights, errors, equations}: Formula): string[] {
  const names = new Set([response]);
  for (const tree of [weights, errors]) if (tree) for (const name of namesIn(tree)) names.add(name);
  for (const {multiplier, terms, groups} of equations) {
    for (const factor of multiplier.factors) for (const name of namesIn(factor)) names.add(name);
    const all = [...terms, ...groups.flatMap((group) => group.terms)];
    for (const term of all)
      for (const atom of term) for (const name of namesIn(atom.tree)) names.add(name);
    for (const {factors} of groups) for (const name of factors) names.add(name);
  }
  return [...names];
}

function presentRows(present: Uint8Array): Int32Array {
  const kept = new Int32Array(present.reduce((sum, one) => sum + one, 0));
  let next = 0;
  for (let i = 0; i < present.length; ++i) if (present[i]) kept[next++] = i;
  return kept;
}

function markMissing(name: string, column: Column, present: Uint8Array): void {
  for (let i = 0; i < present.length; ++i) {
    const value = column[i];
    if (isMissing(value)) present[i] = 0;
    else if (value === Infinity || value === -Infinity)
      error(
        `invalid value in column ${name}: ${String(value)} in row ${String(i + 1)}; a model needs finite numbers`
      );
  }
}

function isMissing(value: number | string | null): boolean {
  return value === null || Number.isNaN(value);
}

function noRows(names: readonly string[], data: Columns, total: number): string {
  if (total === 0) return "missing rows: the data hold no row; check the file";
  const empty = names.filter((name) => data[name].every(isMissing));
  const why = empty.length
    ? `column ${empty.join(", ")} is missing in every row`
    : `each of the ${String(total)} rows lacks at least one of ${names.join(", ")}`;
  return `missing rows: ${why}; leave a column out or fill it in`;
}

function checkOutcome(name: string, column: Column, varies: boolean): void {
  if (!(column instanceof Float64Array))
    error(`invalid outcome: ${name} is text ("${String(column[0])}"); give a column of numbers`);
  if (!varies && column.every((value) => value === column[0]))
    error(
      `invalid outcome: ${name} is ${String(column[0])} in every row; an effect needs one that varies`
    );
}

/** The given rows of a column. */
export function pick(column: Column, rows: Int32Array): Column {
  if (column instanceof Float64Array) {
    const out = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; ++i) out[i] = column[rows[i]];
    return out;
  }
  return Array.from(rows, (i) => column[i]);
}
