// Sentences about what pooling does to OLS estimates, made from the numbers a figure draws.
import {effectText, numberText} from "./format.js";
import type {ReadingOptions} from "./readings.js";
import type {EffectRow, Estimate, Width} from "./types.js";

/** In how many groups pooling narrows the interval of OLS, as a title. */
export function narrowingTitle(rows: readonly EffectRow[], interval: Width = 95): string {
  const width = (estimate: Estimate | undefined): number =>
    estimate ? estimate.upper[interval] - estimate.lower[interval] : NaN;
  const known = rows.filter(({rungs}) => width(rungs.partial) > 0 && width(rungs.saturated) > 0);
  const narrower = known.filter(({rungs}) => width(rungs.partial) < width(rungs.saturated)).length;
  return narrower > 0 && narrower === known.length
    ? `Pooling narrows the interval of every one of the ${numberText(known.length)}`
    : `Pooling narrows the interval of ${numberText(narrower)} of ${numberText(known.length)}`;
}

/** Which group's estimate moves most under pooling, and how far. */
export function shiftReading(rows: readonly EffectRow[], options: ReadingOptions): string {
  const {outcome, point = "median"} = options;
  const shifts = rows.flatMap((row) => {
    const [from, to] = [row.rungs.saturated?.[point], row.rungs.partial?.[point]];
    return from !== undefined && to !== undefined && Number.isFinite(to - from)
      ? [{row, from, to}]
      : [];
  });
  const most = shifts.sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from)).at(0);
  if (!most) return "No group has both estimates.";
  return `The largest shift is from ${effectText(most.from, outcome)} to ${effectText(most.to, outcome)} (${most.row.label}).`;
}
