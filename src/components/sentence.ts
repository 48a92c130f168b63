// The sentence with a group's exact numbers: tooltip, readout and what a screen reader says.
import {capitalise, estimateText} from "./format.js";
import type {DrawingOptions} from "./drawing.js";
import type {EffectRow, Rung} from "./types.js";

/** What the rungs are called in running text. */
export const rungNames: Readonly<Record<Rung, string>> = {
  saturated: "OLS with all interactions",
  additive: "OLS without interactions among modifiers",
  partial: "partial pooling",
  complete: "complete pooling"
};

/** Which estimates of a group to say: the first one unnamed, the others by their name. */
export interface SentenceOptions extends Omit<DrawingOptions, "width" | "document"> {
  readonly rungs?: readonly Rung[];
}

/**
 * "White women, internationalism 4, assertiveness 2: +56 percentage points, 95% interval +37 to +74;
 * OLS with all interactions: +61 …; n = 12". A missing estimate is said to be not estimable.
 */
export function groupSentence(row: EffectRow, options: SentenceOptions): string {
  const {outcome, interval = 95, point = "median", rungs = ["partial"]} = options;
  const parts = rungs.map((rung, i) => {
    const estimate = row.rungs[rung];
    const numbers = estimate
      ? estimateText(estimate, outcome, {width: interval, point})
      : "not estimable";
    return i === 0 ? numbers : `${rungNames[rung]}: ${numbers}`;
  });
  return `${capitalise(row.label)}: ${[...parts, `n = ${String(row.n)}`].join("; ")}`;
}
