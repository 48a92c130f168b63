// The schedule of the warm-up, as a list of windows.
import {tuning} from "./options.js";

/** Iterations in which the step size adapts and, in slow windows, the metric learns too. */
export interface Window {
  readonly kind: "fast" | "slow";
  readonly iterations: number;
}

/**
 * Stan's kind of schedule: a fast window to find the typical set, slow windows that double in length,
 * the last stretched to the end, and a fast one for the final step size. The first ones are shorter
 * than Stan's, since gradients tell scales from a few draws. Short warm-ups have one slow window; fewer
 * than 20 iterations adapt the step size only.
 */
export function warmupSchedule(iterations: number): Window[] {
  if (iterations === 0) return [];
  if (iterations < 20) return [{kind: "fast", iterations}];
  let {start, first, end}: {start: number; first: number; end: number} = tuning.windows;
  if (iterations < tuning.shortWarmup) {
    start = Math.floor(tuning.shortShares.start * iterations);
    end = Math.floor(tuning.shortShares.end * iterations);
    first = iterations - start - end;
  }
  const windows: Window[] = [{kind: "fast", iterations: start}];
  let left = iterations - start - end;
  for (let size = first; left > 0; size *= 2) {
    // A window is stretched when the one after it would not fit.
    const own = left < 3 * size ? left : size;
    windows.push({kind: "slow", iterations: own});
    left -= own;
  }
  return [...windows, {kind: "fast", iterations: end}];
}
