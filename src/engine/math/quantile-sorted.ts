// The quantile of a sorted sample.

/** R's allowance for positions that miss a whole number only by rounding. */
const ROUNDING = 4 * Number.EPSILON;

/**
 * The `probability` quantile (0 … 1) of `sorted`, ascending, by linear interpolation between order
 * statistics (type 7, R's default). NaN when the sample is empty or holds NaN, which sorting puts
 * last, or when the probability is outside 0 … 1. [hyndman1996]
 */
export function quantileSorted(sorted: Float64Array, probability: number): number {
  const last = sorted.length - 1;
  const isProbability = probability >= 0 && probability <= 1;
  if (!isProbability || last < 0 || Number.isNaN(sorted[last])) return NaN;
  const position = last * probability;
  const below = Math.floor(position + ROUNDING);
  const share = position - below;
  // Without the early return, neighbours of ±Infinity would turn exact hits into NaN.
  if (below >= last || Math.abs(share) < ROUNDING) return sorted[below];
  return sorted[below] + share * (sorted[below + 1] - sorted[below]);
}
