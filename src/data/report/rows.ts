// Rows as columns: the shape that Arrow wants.
import {error} from "../../engine/error.js";
import type {Column, Columns} from "../../engine/index.js";

/** A cell of a table under construction. */
export type Cell = number | string | null;

/**
 * Columns from rows; a column is of numbers when some row has a number there, of texts otherwise,
 * and what a row lacks is missing. Raises an InputError when a column mixes both.
 */
export function columnsOf(rows: readonly Readonly<Record<string, Cell>>[]): Columns {
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  return Object.fromEntries([...names].map((name) => [name, column(name, rows)]));
}

function column(name: string, rows: readonly Readonly<Record<string, Cell>>[]): Column {
  const cells = rows.map((row) => (Object.hasOwn(row, name) ? row[name] : null));
  if (!cells.some((cell) => typeof cell === "number"))
    return cells.map((cell) => (cell === null ? null : String(cell)));
  return Float64Array.from(cells, (cell) => {
    if (typeof cell === "string")
      error(`ambiguous column: ${name} holds numbers and "${cell}"; keep one kind`);
    return cell ?? NaN;
  });
}
