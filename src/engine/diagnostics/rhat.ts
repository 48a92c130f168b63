// Whether chains agree: rank-normalised split R-hat, bulk and folded.
import {splitChains} from "../draws/split-chains.js";
import {mean, variance} from "../math/moments.js";
import {isDegenerate} from "./is-degenerate.js";
import {rankNormalize} from "./rank-normalize.js";

/**
 * The larger of the rank-normalised split R-hat of the draws and that of their distances from the
 * median; near 1 when chains agree in location and in scale. NaN when draws are constant or not all
 * finite, Infinity when every half chain stands still at its own value. [vehtari2021]
 *
 * `values` [chains × iterations], chain after chain.
 */
export function rhat(values: Float64Array, chains: number, iterations: number): number {
  if (isDegenerate(values)) return NaN;
  const folded = foldAtMedian(values);
  return Math.max(
    rankedSplitRhat(values, chains, iterations),
    rankedSplitRhat(folded, chains, iterations)
  );
}

function rankedSplitRhat(values: Float64Array, chains: number, iterations: number): number {
  const split = splitChains(values, chains, iterations);
  return plainRhat(rankNormalize(split.values), split.chains, split.iterations);
}

function plainRhat(values: Float64Array, chains: number, iterations: number): number {
  if (isDegenerate(values)) return NaN;
  const means = new Float64Array(chains);
  const variances = new Float64Array(chains);
  for (let c = 0; c < chains; ++c) {
    const draws = values.subarray(c * iterations, (c + 1) * iterations);
    means[c] = mean(draws);
    variances[c] = variance(draws);
  }
  const between = iterations * variance(means);
  const within = mean(variances);
  return Math.sqrt((between / within + iterations - 1) / iterations);
}

function foldAtMedian(values: Float64Array): Float64Array {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >>> 1;
  const median = sorted.length % 2 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  const folded = new Float64Array(values.length);
  for (let i = 0; i < values.length; ++i) folded[i] = Math.abs(values[i] - median);
  return folded;
}
