// The number that a page makes of a model first, as a reader's change leaves it.
import {isClear} from "./clear-of-zero.js";
import {effectText, intervalText} from "./format.js";
import type {LiveResult} from "./live-answer.js";
import {isComparable, toEstimate} from "./live-rows.js";
import {isNotable, shiftText} from "./live-shift.js";
import type {LiveCard} from "./live-types.js";
import type {ReadingOptions} from "./readings.js";
import type {Estimate} from "./types.js";

/**
 * The headline of a model, and of a refit how it moved; empty where there is none to compare.
 * "Headline: the average effect in these groups, +34 points (95% interval +29 to +38), where this page has …: it
 * moves 0.03 standard deviations down, hardly at all, and its interval is still clear of zero."
 */
export function headlineReading(
  card: LiveCard,
  result: LiveResult | null,
  options: ReadingOptions
): string {
  const {headline} = card;
  if (!headline) return "";
  const before = toEstimate(headline);
  if (!result) return `Headline: ${headline.words}, ${valueText(before, options)}.`;
  if (!result.headline || !isComparable(result, card)) return "";
  const now = toEstimate(result.headline);
  return `Headline: ${headline.words}, ${valueText(now, options)}, where this page has ${valueText(before, options)}: ${moveText(now, before)}, and its interval is ${clearText(now, before, options)} clear of zero.`;
}

function valueText(estimate: Estimate, options: ReadingOptions): string {
  const {outcome, interval = 95, point = "median"} = options;
  const {lower, upper} = estimate;
  return `${effectText(estimate[point], outcome)} (${String(interval)}% interval ${intervalText(lower[interval], upper[interval], outcome)})`;
}

function moveText(now: Estimate, before: Estimate): string {
  if (now.mean === before.mean && now.sd === before.sd) return "it is the same to the last digit";
  const shift = (now.mean - before.mean) / before.sd;
  return `it moves ${shiftText(shift)}${isNotable(shift) ? "" : ", hardly at all"}`;
}

function clearText(now: Estimate, before: Estimate, {interval = 95}: ReadingOptions): string {
  const [here, there] = [now, before].map((estimate) => isClear(estimate, interval));
  if (here === there) return here ? "still" : "still not";
  return here ? "now" : "no longer";
}
