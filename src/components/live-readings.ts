// What a live fit says, in sentences from its numbers.
import {agree, capitalise, count, numberText} from "./format.js";
import type {LiveRow} from "./live-rows.js";
import {said, type ReadingOptions} from "./readings.js";
import type {Estimate} from "./types.js";

/** A shift that a reader would call one: half a posterior standard deviation. */
const NOTABLE = 0.5;

/** How far the groups moved: how many by more than half a posterior sd, and which the most. */
export function shiftReading(rows: readonly LiveRow[], options: ReadingOptions): string {
  const known = rows.filter(({shift}) => Number.isFinite(shift));
  if (known.length === 0) {
    return rows.length === 0
      ? "No group is left."
      : `The groups are others than the published ones; hollow points are the published means of the same people. ${signs(rows, options)}`;
  }
  const far = known.filter(({shift}) => Math.abs(shift) > NOTABLE).length;
  const most = known.reduce((a, b) => (Math.abs(b.shift) > Math.abs(a.shift) ? b : a));
  if (known.length === rows.length && rows.every(isPublished))
    return "Every number is the published one, to the last digit.";
  const {live, published} = most.rungs;
  const moved =
    far === 0
      ? `None of ${count(known.length, "group")} moves by more than half a posterior standard deviation`
      : `${capitalise(numberText(far))} of ${count(known.length, "group")} ${agree(far, "moves", "move")} by more than half a posterior standard deviation`;
  const from = published && live && `, from ${said(published, options)} to ${said(live, options)}`;
  return `${moved}. The largest move is ${numberText(Math.abs(most.shift), 2)} of them ${most.shift < 0 ? "down" : "up"} (${most.label})${from ?? ""}. ${signs(rows, options)}`;
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
      return estimate && (estimate.lower[interval] > 0 || estimate.upper[interval] < 0);
    }).length;
  const before = rows.some(({shift}) => Number.isFinite(shift))
    ? ` (published: ${numberText(clear("published"))})`
    : "";
  return `The ${String(interval)}% interval is clear of zero in ${clear("live") === 0 ? "none" : numberText(clear("live"))} of ${count(rows.length, "group")}${before}.`;
}

/** What went wrong, without its full stop. */
export function sentence(reason: unknown): string {
  return reason instanceof Error ? reason.message.replace(/\.$/u, "") : String(reason);
}
