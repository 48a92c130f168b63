// The ways between Stata files, arquero tables, and the columns that the engine takes.
import {table as createTable, type ColumnTable} from "arquero";
import {error} from "../engine/index.js";
import type {Column, Columns} from "../engine/types.js";
import type {DtaFile} from "./dta.js";

/** A cell of a table: a number (NaN when missing) or a text (null when missing). */
export type Value = number | string | null;

/** A row of a table by column name. */
export type Row = Readonly<Record<string, Value>>;

/** The variables of a Stata file as a table of codes; all kinds of missing values are NaN. */
export function fromDta(file: DtaFile): ColumnTable {
  return createTable(file.variables.map(({name, values}): [string, unknown] => [name, values]));
}

/** Columns as a table. */
export function fromColumns(columns: Columns): ColumnTable {
  return createTable(Object.entries(columns));
}

/**
 * The rows that a table shows, in its order, as columns: numbers and booleans as numbers with NaN for
 * missing, texts with null for missing. A column without any value is numeric. Throws an InputError
 * for a column that mixes texts and numbers or holds something else.
 */
export function toColumns(table: ColumnTable): Columns {
  return Object.fromEntries(
    table.columnNames().map((name) => [name, toColumn(name, cells(table, name))])
  );
}

/** The cells of one column; throws an InputError when the table has no such column. */
export function cells(table: ColumnTable, name: string): ArrayLike<unknown> {
  if (table.column(name) === undefined) {
    error(`missing column: "${name}"; the columns are ${table.columnNames().join(", ")}`);
  }
  return table.array(name) as ArrayLike<unknown>;
}

/** Whether a cell holds nothing: null, undefined or NaN. */
export function isMissing(value: unknown): value is null | undefined {
  return value === null || value === undefined || Number.isNaN(value);
}

function toColumn(name: string, values: ArrayLike<unknown>): Column {
  if (values instanceof Float64Array) return values;
  const cellsOfColumn = Array.from(values, (value) => (isMissing(value) ? null : value));
  if (cellsOfColumn.some((value) => typeof value === "string")) {
    return cellsOfColumn.map((value) =>
      value === null || typeof value === "string" ? value : mixed(name, value)
    );
  }
  return Float64Array.from(cellsOfColumn, (value) => {
    if (value === null) return NaN;
    return typeof value === "number" || typeof value === "boolean"
      ? Number(value)
      : mixed(name, value);
  });
}

function mixed(name: string, value: unknown): never {
  return error(
    `ambiguous column: "${name}" holds ${typeof value === "object" ? "an object" : `${typeof value}s`}` +
      " beside other values; make it all numbers or all texts"
  );
}
