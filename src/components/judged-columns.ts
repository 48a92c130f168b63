// The columns of the table of diagnostics, and the order in which they put its rows.
import {thresholds} from "./diagnostics-card.js";
import {numberText, percentText} from "./format.js";
import type {JudgedRow} from "./fit-types.js";

/** What the table of diagnostics can be sorted by. */
export type JudgedKey = "label" | "rhat" | "ess_bulk" | "ess_tail" | "error";

/** A column: how it reads, and which of its values are out of bounds. */
export interface JudgedColumn {
  readonly key: JudgedKey;
  readonly heading: string;
  /** 1 when the largest is the worst. */
  readonly worst: 1 | -1;
  readonly text: (row: JudgedRow) => string;
  readonly good: (row: JudgedRow) => boolean;
}

const fine = (): boolean => true;

/** In reading order, the row header first. */
export const judgedColumns: readonly JudgedColumn[] = [
  {key: "label", heading: "Parameter or effect", worst: -1, text: ({label}) => label, good: fine},
  {
    key: "rhat",
    heading: "R-hat",
    worst: 1,
    text: ({rhat}) => numberText(rhat, 4),
    good: ({rhat}) => rhat <= thresholds.rhat
  },
  {
    key: "ess_bulk",
    heading: "ESS, bulk",
    worst: -1,
    text: ({ess_bulk: n}) => numberText(n),
    good: ({ess_bulk: n}) => n >= thresholds.ess
  },
  {
    key: "ess_tail",
    heading: "ESS, tail",
    worst: -1,
    text: ({ess_tail: n}) => numberText(n),
    good: ({ess_tail: n}) => n >= thresholds.ess
  },
  {
    key: "error",
    heading: "Monte Carlo error, of the sd",
    worst: 1,
    text: ({error}) => percentText(error, 1),
    good: fine
  }
];

/** A sorted copy, what misses a limit on top; the most strained first when `by` is null. */
export function sortJudged(
  rows: readonly JudgedRow[],
  by: JudgedKey | null,
  direction: 1 | -1 = 1
): JudgedRow[] {
  const worst = judgedColumns.find(({key}) => key === by)?.worst ?? 1;
  const compare = (a: JudgedRow, b: JudgedRow): number => {
    if (by === null) return b.strain - a.strain || 0;
    if (by === "label") return direction * a.label.localeCompare(b.label, "en", {numeric: true});
    const missing = Number(Number.isNaN(b[by])) - Number(Number.isNaN(a[by]));
    return missing || direction * worst * (b[by] - a[by]);
  };
  const misses = (row: JudgedRow): number => Number(row.missed !== "");
  return [...rows].sort((a, b) => misses(b) - misses(a) || compare(a, b));
}
