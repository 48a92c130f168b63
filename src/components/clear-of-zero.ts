// Whether an estimate's sign is clear.
import type {Estimate, Width} from "./types.js";

/** True when the interval of that width leaves zero out. */
export function isClear({lower, upper}: Estimate, interval: Width): boolean {
  return lower[interval] > 0 || upper[interval] < 0;
}
