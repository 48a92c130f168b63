// Intervals that hold a stated share of the draws.
import {error} from "../error.js";
import {quantileSorted} from "../math/quantile-sorted.js";

/** Equal tails (`qi`) or highest density (`hdi`). */
export type IntervalKind = "qi" | "hdi";

/**
 * The limits of the interval that holds the share `width` (0 … 1) of `sorted` (ascending, NaN-free):
 * between the type 7 quantiles of equal tails, or the narrowest that holds at least that share of
 * the draws, the lowest of equally narrow ones. NaN limits for an empty sample or one with NaN.
 *
 * Raises an InputError when the width is not between 0 and 1.
 */
export function interval(
  sorted: Float64Array,
  width: number,
  kind: IntervalKind = "qi"
): {lower: number; upper: number} {
  if (!(width > 0 && width < 1)) error(`invalid width: ${width}; must be between 0 and 1`);
  if (kind === "hdi") return narrowest(sorted, width);
  return {
    lower: quantileSorted(sorted, (1 - width) / 2),
    upper: quantileSorted(sorted, (1 + width) / 2)
  };
}

function narrowest(sorted: Float64Array, width: number): {lower: number; upper: number} {
  const size = sorted.length;
  if (size === 0 || Number.isNaN(sorted[size - 1])) return {lower: NaN, upper: NaN};
  // The share is met up to rounding: 0.9 of 10 draws are 9, not 10.
  const steps = Math.max(Math.ceil(width * size - size * Number.EPSILON), 1) - 1;
  let best = 0;
  for (let i = 1; i + steps < size; ++i) {
    if (sorted[i + steps] - sorted[i] < sorted[best + steps] - sorted[best]) best = i;
  }
  return {lower: sorted[best], upper: sorted[best + steps]};
}
