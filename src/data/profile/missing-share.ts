// How much of a column is missing where it matters: in rows that have a treatment.
import type {Column, Columns} from "../../engine/index.js";
import {isMissing} from "../table.js";

/**
 * The share of rows without a value of the column `name`, among those with one of `treatment`; among all rows where no
 * column of the name is the treatment. A file of ten thousand pupils may have a thousand in the experiment: what is not
 * known of the others is no loss.
 */
export function missingShare(name: string, columns: Columns, treatment?: string): number {
  const column = columns[name];
  const arms = treatment === undefined ? undefined : armsIn(columns, treatment);
  let [rows, missing] = [0, 0];
  for (let i = 0; i < column.length; ++i) {
    if (arms && isMissing(arms[i])) continue;
    rows += 1;
    if (isMissing(column[i])) missing += 1;
  }
  return rows === 0 ? 1 : missing / rows;
}

/** A number a row, whatever the arm: 0 where it is known and NaN where it is missing; 0 throughout without a treatment. */
export function knownArms(columns: Columns, rows: number, treatment?: string): Float64Array {
  const arms = treatment === undefined ? undefined : armsIn(columns, treatment);
  return Float64Array.from({length: rows}, (_, i) => (arms && isMissing(arms[i]) ? NaN : 0));
}

function armsIn(columns: Columns, treatment: string): Column | undefined {
  return Object.hasOwn(columns, treatment) ? columns[treatment] : undefined;
}
