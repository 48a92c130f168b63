// Rows in blocks, so that what is made of them never exists in full.
import type {Column, Columns} from "../types.js";

/** Enough rows to make overhead vanish, few enough that their columns stay in the cache. */
export const BLOCK = 4096;

/** Some consecutive rows of a data set: from `from` up to, not including, `to`. */
export interface RowBlock {
  readonly from: number;
  readonly to: number;
  readonly data: Columns;
}

/** The rows of equally long columns, block by block; numbers are views, not copies. */
export function* rowBlocks(data: Columns): Generator<RowBlock> {
  const n = rowCount(data);
  for (let from = 0; from < n; from += BLOCK) {
    const to = Math.min(from + BLOCK, n);
    yield {from, to, data: rowRange(data, from, to)};
  }
}

/** The number of rows of equally long columns. */
export function rowCount(data: Columns): number {
  for (const name in data) return data[name].length;
  return 0;
}

/** The rows from `from` up to `to`. */
export function rowRange(data: Columns, from: number, to: number): Columns {
  return Object.fromEntries(
    Object.entries(data).map(([name, column]) => [name, part(column, from, to)])
  );
}

function part(column: Column, from: number, to: number): Column {
  return column instanceof Float64Array ? column.subarray(from, to) : column.slice(from, to);
}
