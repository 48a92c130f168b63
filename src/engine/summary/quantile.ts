// Quantiles of a sample, several at once.
import {quantileSorted} from "../math/quantile-sorted.js";

export {quantileSorted};

/**
 * The quantiles of `sorted` (ascending) at `probabilities` (0 … 1), type 7, in their order; NaN as in
 * {@link quantileSorted}. [hyndman1996]
 */
export function quantilesSorted(
  sorted: Float64Array,
  probabilities: readonly number[]
): Float64Array {
  return Float64Array.from(probabilities, (probability) => quantileSorted(sorted, probability));
}

/** The quantiles of draws in any order; the draws are left as they are. */
export function quantiles(values: Float64Array, probabilities: readonly number[]): Float64Array {
  return quantilesSorted(Float64Array.from(values).sort(), probabilities);
}
