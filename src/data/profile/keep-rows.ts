// Rows that a study is of: those with some values in some columns, such as one year of a panel.
import {error} from "../../engine/error.js";
import type {Columns} from "../../engine/index.js";
import type {Declaration} from "../define/declaration.js";
import {valuesOf} from "./named-values.js";

/** What is kept, and the selection in the columns' own values. */
export interface KeptRows {
  readonly columns: Columns;
  readonly where: NonNullable<Declaration["where"]>;
  /** The other values of the selection's columns, in order. */
  readonly without: NonNullable<Declaration["where"]>;
}

/**
 * The rows with one of `wanted` values, as texts, in each of its columns.
 * Raises an InputError on a column or value that is not there, and where no row has them all.
 */
export function keepRows(
  columns: Columns,
  wanted: Readonly<Partial<Record<string, readonly string[]>>>
): KeptRows {
  const found = Object.entries(wanted).map(
    ([name, texts = []]) => [name, valuesOf(columns, name, texts)] as const
  );
  const where = Object.fromEntries(found.map(([name, {named}]) => [name, named]));
  const without = Object.fromEntries(found.map(([name, {others}]) => [name, others]));
  const tests = Object.entries(where).map(
    ([name, values]) => [columns[name], new Set(values)] as const
  );
  if (tests.length === 0) return {columns, where, without};
  const {length} = Object.values(columns)[0];
  const rows: number[] = [];
  for (let i = 0; i < length; ++i)
    if (tests.every(([column, values]) => values.has(column[i] ?? ""))) rows.push(i);
  if (rows.length === 0)
    error(`missing rows: none has all of the values that are kept; keep more of them`);
  const kept = Object.entries(columns).map(([name, column]) => [
    name,
    column instanceof Float64Array
      ? Float64Array.from(rows, (i) => column[i])
      : rows.map((i) => column[i])
  ]);
  return {columns: Object.fromEntries(kept) as Columns, where, without};
}
