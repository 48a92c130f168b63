// Effective sample sizes of the bulk, the tails, the mean and single quantiles.
import {splitChains} from "../draws/split-chains.js";
import {keepLatest} from "../math/keep-latest.js";
import {quantileSorted} from "../math/quantile-sorted.js";
import {lowerBound} from "../math/sort-order.js";
import {effectiveSize, sizeFrom} from "./effective-size.js";
import {createEventAutocovariance} from "./event-autocovariance.js";
import type {OrderedDraws} from "./ordered-draws.js";

const autocovarianceOf = keepLatest(createEventAutocovariance);

/**
 * The effective sample size of the rank-normalised split chains: how well the centre is known. NaN
 * when draws are constant or not all finite, or with fewer than six iterations. [vehtari2021]
 */
export function essBulk({degenerate, scores, chains, iterations}: OrderedDraws): number {
  return degenerate ? NaN : effectiveSize(scores, chains, iterations);
}

/** The smaller of the effective sample sizes of the 5 % and 95 % quantiles; NaN as in essBulk. */
export function essTail(draws: OrderedDraws): number {
  return Math.min(essQuantile(draws, 0.05), essQuantile(draws, 0.95));
}

/**
 * The effective sample size for the mean, from the split chains as they are; NaN as in essBulk.
 * `values` [chains × iterations], chain after chain.
 */
export function essMean(values: Float64Array, chains: number, iterations: number): number {
  const split = splitChains(values, chains, iterations);
  return effectiveSize(split.values, split.chains, split.iterations);
}

/**
 * The effective sample size for the `probability` quantile: that of the event of lying at or below
 * it. NaN as in essBulk, or when all draws lie at or below it. [vehtari2021]
 */
export function essQuantile(draws: OrderedDraws, probability: number): number {
  const {degenerate, sorted, ascending, order, chains, iterations} = draws;
  if (degenerate || iterations < 3) return NaN;
  const size = sorted.length;
  // All draws lie at or below the maximum, so the highest quantile stands half a draw short of it.
  const bound = quantileSorted(sorted, probability === 1 ? (size - 0.5) / size : probability);
  const below = firstAbove(ascending, bound);
  if (below === 0 || below === order.length) return NaN;
  const autocovariance = autocovarianceOf(chains, iterations);
  autocovariance.load(2 * below <= order.length ? order.subarray(0, below) : order.subarray(below));
  return sizeFrom(autocovariance, iterations);
}

/** The first position in `sorted` (ascending) whose number is above x; its length if none. */
function firstAbove(sorted: Float64Array, x: number): number {
  let k = lowerBound(sorted, x);
  while (k < sorted.length && sorted[k] <= x) ++k;
  return k;
}
