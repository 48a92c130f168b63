// One slice-sampling update of one number.
import {log} from "../math/elementary.js";
import type {Generator} from "../types.js";

/** Stepping out stops after this many steps; the update stays valid, only shorter. */
const MOST_STEPS = 30;

/**
 * A draw that leaves exp(logDensity) invariant, from `x`, by stepping out from a window of `width`
 * and shrinking [neal2003]. No tuning changes what is sampled. `density` is that at x, where it is
 * known; the last number that `logDensity` is asked for is the one that is returned.
 */
export function slice(
  x: number,
  width: number,
  logDensity: (x: number) => number,
  generator: Generator,
  density = logDensity(x)
): number {
  const level = density + log(generator.uniform());
  let low = x - width * generator.uniform();
  let high = low + width;
  let left = Math.floor(MOST_STEPS * generator.uniform());
  let right = MOST_STEPS - 1 - left;
  while (left-- > 0 && logDensity(low) > level) low -= width;
  while (right-- > 0 && logDensity(high) > level) high += width;
  for (;;) {
    const trial = low + (high - low) * generator.uniform();
    if (logDensity(trial) >= level) return trial;
    // Rounding can close the window on x, which lies in the slice when nothing around it does.
    if (high - low < 1e-14 * Math.max(1, Math.abs(x))) {
      logDensity(x);
      return x;
    }
    if (trial < x) low = trial;
    else high = trial;
  }
}
