// The groups that an effect may differ between: their rows and arms.
import {crossFactors, factorOf} from "../design/factors.js";
import type {Columns} from "../types.js";
import type {Treatment} from "./treatment.js";

/** One combination of modifier values that occurs in the data. */
export interface Group {
  /** The modifiers' values joined by "_". */
  readonly key: string;
  readonly values: Readonly<Record<string, number | string>>;
  readonly n: number;
  /** Rows with the treatment's larger and smaller value; NaN for a treatment without arms. */
  readonly n_treated: number;
  readonly n_control: number;
  /** Positions of the group's rows. */
  readonly rows: Int32Array;
}

/**
 * The groups in order of their values; all rows are one group when `by` is empty.
 */
export function groupsOf(data: Columns, treatment: Treatment, by: readonly string[]): Group[] {
  const n = data[treatment.name].length;
  const factor = by.length
    ? crossFactors(
        by.map((name) => factorOf(data[name])),
        n
      )
    : {levels: ["all"], codes: new Int32Array(n)};
  const members = factor.levels.map((): number[] => []);
  for (let i = 0; i < n; ++i) members[factor.codes[i]].push(i);
  const arm = data[treatment.name];
  const count = (rows: number[], value: number | string): number =>
    treatment.arms ? rows.filter((i) => arm[i] === value).length : NaN;
  return factor.levels.map((key, g) => {
    const rows = members[g];
    const values = by.map((name) => [name, data[name][rows[0]] ?? ""] as const);
    return {
      key,
      values: Object.fromEntries(values),
      n: rows.length,
      n_treated: count(rows, treatment.high),
      n_control: count(rows, treatment.low),
      rows: Int32Array.from(rows)
    };
  });
}
