// Effective sample sizes of the bulk, the tails, the mean and single quantiles.
import {splitChains} from "../draws/split-chains.js";
import {quantileSorted} from "../math/quantile-sorted.js";
import {effectiveSize} from "./effective-size.js";
import {isDegenerate} from "./is-degenerate.js";
import {rankNormalize} from "./rank-normalize.js";

/**
 * The effective sample size of the rank-normalised split chains: how well the centre is known. NaN
 * when draws are constant or not all finite, or with fewer than six iterations. [vehtari2021]
 *
 * `values` [chains × iterations], chain after chain; so in all functions of this file.
 */
export function essBulk(values: Float64Array, chains: number, iterations: number): number {
  if (isDegenerate(values)) return NaN;
  const split = splitChains(values, chains, iterations);
  return effectiveSize(rankNormalize(split.values), split.chains, split.iterations);
}

/** The smaller of the effective sample sizes of the 5 % and 95 % quantiles; NaN as in essBulk. */
export function essTail(values: Float64Array, chains: number, iterations: number): number {
  if (isDegenerate(values)) return NaN;
  const sorted = Float64Array.from(values).sort();
  const [low, high] = [0.05, 0.95].map((probability) =>
    essBelow(values, chains, iterations, quantileSorted(sorted, probability))
  );
  return Math.min(low, high);
}

/** The effective sample size for the mean, from the split chains as they are; NaN as in essBulk. */
export function essMean(values: Float64Array, chains: number, iterations: number): number {
  const split = splitChains(values, chains, iterations);
  return effectiveSize(split.values, split.chains, split.iterations);
}

/**
 * The effective sample size for the `probability` quantile: that of the event of lying at or below
 * it. NaN as in essBulk, or when all draws lie at or below it. [vehtari2021]
 */
export function essQuantile(
  values: Float64Array,
  chains: number,
  iterations: number,
  probability: number
): number {
  if (isDegenerate(values)) return NaN;
  const sorted = Float64Array.from(values).sort();
  const size = values.length;
  // All draws lie at or below the maximum, so the highest quantile stands half a draw short of it.
  const bound = quantileSorted(sorted, probability === 1 ? (size - 0.5) / size : probability);
  return essBelow(values, chains, iterations, bound);
}

function essBelow(values: Float64Array, chains: number, iterations: number, bound: number): number {
  const below = new Float64Array(values.length);
  for (let i = 0; i < values.length; ++i) below[i] = values[i] <= bound ? 1 : 0;
  return essMean(below, chains, iterations);
}
