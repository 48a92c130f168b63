// The rows of one table of tests/fixtures/special.
import {readFixture} from "../../assert.js";

interface Table {
  columns: string[];
  rows: number[][];
}

/** Rows of numbers in the order of the table's columns: the arguments, then R's value. */
export function specialTable(name: string): number[][] {
  const table = (readFixture("special") as Record<string, Table | undefined>)[name];
  if (!table) throw new Error(`no table ${name}`);
  return table.rows;
}
