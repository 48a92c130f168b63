// The sentence with a group's exact numbers: tooltip, readout and what a screen reader says.
import {
  capitalise,
  effectNumber,
  intervalText,
  estimateText,
  numberText,
  unitName
} from "./format.js";
import type {DrawingOptions} from "./drawing.js";
import {signText} from "./sign-text.js";
import type {EffectRow, Estimate, Rung} from "./types.js";

/** What the rungs are called in running text. */
export const rungNames: Readonly<Record<Rung, string>> = {
  saturated: "OLS with all interactions",
  additive: "OLS without interactions among modifiers",
  partial: "partial pooling",
  complete: "complete pooling",
  published: "as on this page",
  live: "as you set it",
  before: "in the build before"
};

/** Which estimates of a group to say: the first one unnamed, the others by their name. */
export interface SentenceOptions extends Omit<DrawingOptions, "width" | "document"> {
  readonly rungs?: readonly Rung[];
}

/**
 * "White women, internationalism 4, assertiveness 2: +56 percentage points, 95% interval +37 to +74, above zero with
 * a probability of more than 99%; OLS with all interactions: +61 …; n = 12". A missing estimate is said to be not
 * estimable; only a posterior has a probability.
 */
export function groupSentence(row: EffectRow, options: SentenceOptions): string {
  const {outcome, interval = 95, point = "median", rungs = ["partial"]} = options;
  const parts = rungs.map((rung, i) => {
    const estimate = row.rungs[rung];
    const numbers = estimate
      ? estimateText(estimate, outcome, {width: interval, point})
      : "not estimable";
    if (i > 0) return `${rungNames[rung]}: ${numbers}`;
    const isPosterior = estimate && (rung === "partial" || rung === "live");
    return isPosterior && Number.isFinite(row.p_positive)
      ? `${numbers}, ${signText(row.p_positive)}`
      : numbers;
  });
  return `${capitalise(row.label)}: ${[...parts, `n = ${numberText(row.n)}`].join("; ")}`;
}

/** A named estimate; those with one label are said together, told apart by their series. */
export interface NamedEstimate {
  readonly label: string;
  readonly series?: string;
  readonly estimate: Estimate;
}

/**
 * "Woman: published −0.33 points, 95% interval −0.55 to −0.11; corrected −0.21 …" of all `rows` named
 * `label`; empty when there are none. Quantities that are no differences are said without a plus.
 */
export function estimatesSentence(
  rows: readonly NamedEstimate[],
  label: string,
  options: Omit<DrawingOptions, "width" | "document"> & {readonly signed?: boolean}
): string {
  const {outcome, interval = 95, point = "median", signed = true} = options;
  const say = (value: number): string =>
    signed ? effectNumber(value, outcome) : numberText(value * outcome.factor, outcome.digits);
  const ends = (lower: number, upper: number): string =>
    signed ? intervalText(lower, upper, outcome) : `${say(lower)} to ${say(upper)}`;
  const parts = rows
    .filter((row) => row.label === label)
    .map(({series = "", estimate}) => {
      const {lower, upper} = estimate;
      const quantity = [series, say(estimate[point]), unitName(outcome)].filter(Boolean).join(" ");
      return `${quantity}, ${String(interval)}% interval ${ends(lower[interval], upper[interval])}`;
    });
  return parts.length === 0 ? "" : `${capitalise(label)}: ${parts.join("; ")}`;
}
