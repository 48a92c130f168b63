// Sentences about two groups: their difference, what it rests on, and a classical test of it.
import {lowerFirst} from "./filter-words.js";
import {
  capitalise,
  effectNumber,
  effectText,
  frequencyText,
  numberText,
  percentText,
  probabilityText,
  unitName
} from "./format.js";
import type {PairResult} from "./pair-types.js";
import {said, type ReadingOptions} from "./readings.js";

/** How a pair is said. */
export interface PairReadingOptions extends ReadingOptions {
  readonly names?: readonly string[] | undefined;
  /** The labels of the two groups. */
  readonly labels: readonly [string, string];
  /** The draws of the full run. */
  readonly allDraws: number;
}

/** "White women … respond by +26 points more than …": the finding, by the sign and how sure it is. */
export function pairTitle({difference}: PairResult, options: PairReadingOptions): string {
  const {outcome, point = "median", labels, names} = options;
  const [first, second] = [capitalise(labels[0]), lowerFirst(labels[1], names)];
  const size = effectText(difference.estimate[point], outcome);
  return `${first} against ${second}: ${size}`;
}

/** The difference with its interval, and the probability that it is above or below zero. */
export function differenceReading({difference}: PairResult, options: PairReadingOptions): string {
  const {p_positive: positive, estimate} = difference;
  const p = Math.max(positive, 1 - positive);
  const sign = positive >= 0.5 ? "above" : "below";
  return `The first effect minus the second is ${said(estimate, options)}. The probability that it is ${sign} zero is ${probabilityText(p)} (${frequencyText(p)} draws).`;
}

/** How many draws the difference rests on, and how far they may be off. */
export function exactnessReading(
  {difference, draws}: PairResult,
  {outcome, allDraws}: PairReadingOptions
): string {
  const probability = `${numberText(difference.mcse_p * 100, 1)} percentage points for the probability`;
  // What is kept is moved to means that the whole run knows, so that of these no error is left by keeping few.
  if (draws < allDraws)
    return `It rests on ${numberText(draws)} draws of each group, kept evenly from the ${numberText(allDraws)} of the full run: their Monte Carlo error is ${probability}. The mean of the difference, and the numbers of single groups, are of the whole run.`;
  const unit = unitName(outcome).replace(/^percentage /, "");
  const off = numberText(difference.mcse_mean * outcome.factor, outcome.digits + 1);
  return `It rests on all ${numberText(draws)} draws of the run: their Monte Carlo error is ${off} ${unit} for the mean of the difference and ${probability}.`;
}

/** Type S and Type M, in natural frequencies; why there is no classical comparison where there is none. */
export function classicalReading(
  {classical, difference}: PairResult,
  {outcome, point = "median"}: PairReadingOptions
): string {
  if (!classical)
    return "A classical comparison of these two does not exist: OLS with all interactions has no standard error for at least one of them.";
  const truth = effectText(difference.estimate[point], outcome);
  const unit = unitName(outcome).replace(/^percentage /, "");
  const se = effectNumber(classical.se, outcome).replace("+", "");
  const {power, wrong_sign, exaggeration} = classical;
  const times = Number.isFinite(exaggeration)
    ? `${numberText(exaggeration, exaggeration < 10 ? 1 : 0)} times too large on average (Type M)`
    : "too large without bound (Type M)";
  return `If ${truth} were the truth, OLS with all interactions, whose difference of these two has a standard error of ${se} ${unit}, would call it significant at 5% with probability ${percentText(power)}. A significant estimate would have the wrong sign with probability ${errorText(wrong_sign)} (Type S) and be ${times}.`;
}

function errorText(p: number): string {
  return p < 0.001 ? "below 0.1%" : percentText(p, p < 0.1 ? 1 : 0);
}
