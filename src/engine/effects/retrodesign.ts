// What a classical test of a true effect would do: power, wrong signs, exaggeration.
import {error} from "../error.js";
import {exp} from "../math/elementary.js";
import {normalCdf, normalQuantile} from "../math/special.js";

/** The properties of "significant" estimates, were the effect as large as assumed. */
export interface Retrodesign {
  /** The probability that the estimate is significant. */
  readonly power: number;
  /** Type S: the probability that a significant estimate has the wrong sign. */
  readonly wrong_sign: number;
  /** Type M: how many times too large a significant estimate is on average, in size. */
  readonly exaggeration: number;
}

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * The retrodesign of an estimate that is normal around the true `effect` with standard error `se`
 * (any unit, the same for both) and called significant when its two-sided p value is below `level`.
 * Closed form for the normal. [gelman2014] An effect of zero has no sign to miss and no size to
 * exaggerate: half and Infinity, the limits; NaN when either number is NaN.
 *
 * Raises an InputError for a standard error that is not above zero, or a level not between 0 and 1.
 */
export function retrodesign(effect: number, se: number, level = 0.05): Retrodesign {
  if (se <= 0) error(`invalid standard error: ${se}; must be above 0`);
  if (!(level > 0 && level < 1)) error(`invalid level: ${level}; must be between 0 and 1`);
  const size = Math.abs(effect) / se;
  const reach = -normalQuantile(level / 2);
  const right = normalCdf(size - reach);
  const wrong = normalCdf(-size - reach);
  const power = right + wrong;
  // The mean of |X| over |X| > reach, for X normal around `size`, times the power.
  const sum = density(reach - size) + density(reach + size) + size * (right - wrong);
  return {power, wrong_sign: wrong / power, exaggeration: sum / (power * size)};
}

function density(x: number): number {
  return exp(-0.5 * x * x) / ROOT_TWO_PI;
}
