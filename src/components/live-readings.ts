// What a live fit says, in sentences from its numbers.
import {isClear} from "./clear-of-zero.js";
import {agree, capitalise, count, effectText, intervalText, numberText} from "./format.js";
import type {LiveRow} from "./live-rows.js";
import {isNotable, shiftText} from "./live-shift.js";
import type {ReadingOptions} from "./readings.js";
import type {LiveCard} from "./live-types.js";
import {respondents, type RowWords} from "./row-words.js";
import type {Estimate} from "./types.js";

/** How far the groups moved: how many by more than half a posterior sd, and which the most. */
export function shiftReading(rows: readonly LiveRow[], options: ReadingOptions): string {
  if (rows.length === 0) return "No group is left.";
  const known = rows.filter(({shift}) => Number.isFinite(shift));
  if (known.length === 0) return signs(rows, options);
  if (known.length === rows.length && rows.every(isPublished))
    return "Every number is the published one, to the last digit.";
  const far = known.filter(({shift}) => isNotable(shift)).length;
  const than = "by more than half a posterior standard deviation";
  if (known.length === 1)
    return `The one group ${far === 0 ? "does not move" : "moves"} ${than}: ${moveOf(known[0], options)}. ${signs(rows, options)}`;
  const most = known.reduce((a, b) => (Math.abs(b.shift) > Math.abs(a.shift) ? b : a));
  const moved =
    far === 0
      ? `None of ${count(known.length, "group")} moves ${than}`
      : `${far === known.length ? "All" : capitalise(numberText(far))} of ${count(known.length, "group")} ${agree(far, "moves", "move")} ${than}`;
  return `${moved}. The largest move, of ${most.label}, is ${moveOf(most, options)}. ${signs(rows, options)}`;
}

/** "0.07 standard deviations down, from +38 points (95% interval +20 to +57) to +37 points (+19 to +57)". */
function moveOf({shift, rungs: {live, published}}: LiveRow, options: ReadingOptions): string {
  const {outcome, interval = 95, point = "median"} = options;
  const limits = ({lower, upper}: Estimate): string =>
    intervalText(lower[interval], upper[interval], outcome);
  const size = shiftText(shift);
  if (!live || !published) return size;
  return `${size}, from ${effectText(published[point], outcome)} (${String(interval)}% interval ${limits(published)}) to ${effectText(live[point], outcome)} (${limits(live)})`;
}

/** True when a live estimate is the published one in every number, bit by bit. */
function isPublished({rungs: {live, published}}: LiveRow): boolean {
  const numbers = (estimate: Estimate | undefined): number[] =>
    estimate
      ? [
          estimate.mean,
          estimate.median,
          estimate.sd,
          ...Object.values(estimate.lower),
          ...Object.values(estimate.upper)
        ]
      : [];
  const own = numbers(published);
  return own.length > 0 && numbers(live).every((x, i) => x === own[i]);
}

/** In how many groups the live interval is clear of zero, and in how many the published one was. */
function signs(rows: readonly LiveRow[], {interval = 95}: ReadingOptions): string {
  const clear = (rung: "live" | "published"): number =>
    rows.filter(({rungs}) => {
      const estimate = rungs[rung];
      return estimate && isClear(estimate, interval);
    }).length;
  const some = (n: number): string =>
    n === 0 ? "none" : n === rows.length && n > 1 ? "all" : numberText(n);
  const before = rows.every(({shift}) => Number.isFinite(shift))
    ? ` (published: ${some(clear("published"))})`
    : "";
  return `The ${String(interval)}% interval is clear of zero in ${some(clear("live"))} of ${count(rows.length, "group")}${before}.`;
}

/** How many sets of like respondents the models of a page are fitted to, and how many of those tell on one person. */
export function cellsReading(
  models: readonly {readonly live?: LiveCard | null}[],
  {row = respondents}: {readonly row?: RowWords} = {}
): string {
  const sets = new Map(
    models.flatMap(({live}) => (live ? [[live.cells, live.size] as const] : []))
  );
  const total = (pick: "cells" | "single"): number =>
    [...sets.values()].reduce((sum, size) => sum + size[pick], 0);
  const [cells, single] = [total("cells"), total("single")];
  if (cells === 0) return "No model of this page can be fitted again.";
  if (single === 0) return `None of the ${count(cells, "set")} holds a single ${row[0]}.`;
  const all = `${single === cells ? "All" : numberText(single)} of the ${count(cells, "set")}`;
  const whose = row === respondents ? "person" : row[0];
  return `${all} ${agree(single, "holds", "hold")} a single ${row[0]} and so ${agree(single, "tells", "tell")} that ${whose}’s answers to whoever has this page.`;
}

/** What went wrong, without its full stop. */
export function sentence(reason: unknown): string {
  return reason instanceof Error ? reason.message.replace(/\.$/u, "") : String(reason);
}
