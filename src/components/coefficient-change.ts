// What a corrected specification changes about a published coefficient, in words.
import {isClear} from "./clear-of-zero.js";
import type {Estimate, Point, Width} from "./types.js";

/** One coefficient under the two specifications. */
export interface CoefficientPair {
  readonly key: string;
  readonly label: string;
  readonly published: Estimate;
  readonly corrected: Estimate;
}

/**
 * What the correction does to a coefficient: "changes sign", "no longer clear of zero", "now clear of
 * zero", two of these, or nothing. A coefficient is clear of zero when the interval leaves it out.
 */
export function changeText(
  {published, corrected}: Pick<CoefficientPair, "published" | "corrected">,
  {interval = 95, point = "median"}: {interval?: Width; point?: Point} = {}
): string {
  const clear = (estimate: Estimate): boolean => isClear(estimate, interval);
  const parts: string[] = [];
  if (published[point] * corrected[point] < 0) parts.push("changes sign");
  if (clear(published) && !clear(corrected)) parts.push("no longer clear of zero");
  if (!clear(published) && clear(corrected)) parts.push("now clear of zero");
  return parts.join(", ");
}

/**
 * Which coefficients change sign between two models: those whose 50% intervals lie on opposite
 * sides of zero, so that a flutter around zero does not count.
 */
export function signChanges(pairs: readonly Omit<CoefficientPair, "key">[]): string[] {
  const side = ({lower, upper}: Estimate): number => (lower[50] > 0 ? 1 : upper[50] < 0 ? -1 : 0);
  return pairs
    .filter(({published, corrected}) => side(published) * side(corrected) < 0)
    .map(({label}) => label);
}
