// Whether chains agree: rank-normalised split R-hat, bulk and folded.
import {keepLatest} from "../math/keep-latest.js";
import {mean, variance} from "../math/moments.js";
import {lowerBound} from "../math/sort-order.js";
import type {OrderedDraws} from "./ordered-draws.js";
import {rankNormalize} from "./rank-normalize.js";

const scratch = keepLatest((size: number, chains: number) => ({
  folded: new Float64Array(size),
  order: new Int32Array(size),
  scores: new Float64Array(size),
  means: new Float64Array(chains),
  variances: new Float64Array(chains)
}));

/**
 * The larger of the rank-normalised split R-hat of the draws and that of their distances from the
 * median; near 1 when chains agree in location and in scale. NaN when draws are constant or not all
 * finite, Infinity when every half chain stands still at its own value. [vehtari2021]
 */
export function rhat(draws: OrderedDraws): number {
  if (draws.degenerate) return NaN;
  const {folded, order, scores} = scratch(draws.values.length, draws.chains);
  foldAtMedian(draws, folded, order);
  rankNormalize(folded, order, scores);
  return Math.max(
    plainRhat(draws.ascending, draws.scores, draws.chains, draws.iterations),
    plainRhat(folded, scores, draws.chains, draws.iterations)
  );
}

/** `scores` [chains × iterations] of draws whose ascending values are `sorted`. */
function plainRhat(
  sorted: Float64Array,
  scores: Float64Array,
  chains: number,
  iterations: number
): number {
  if (sorted[0] === sorted[sorted.length - 1]) return NaN;
  const {means, variances} = scratch(scores.length, chains);
  for (let c = 0; c < chains; ++c) {
    const from = c * iterations;
    const to = from + iterations;
    means[c] = mean(scores, from, to);
    variances[c] = variance(scores, from, to, means[c]);
  }
  const between = iterations * variance(means);
  const within = mean(variances);
  return Math.sqrt((between / within + iterations - 1) / iterations);
}

/**
 * Writes the distances from the median, ascending, and their positions. Draws in order fall away
 * from the median on both sides, so two sorted runs are merged.
 */
function foldAtMedian(
  {sorted, ascending, order}: OrderedDraws,
  folded: Float64Array,
  foldedOrder: Int32Array
): void {
  const half = sorted.length >>> 1;
  const median = sorted.length % 2 ? sorted[half] : 0.5 * (sorted[half - 1] + sorted[half]);
  const size = ascending.length;
  let above = lowerBound(ascending, median);
  let below = above - 1;
  for (let k = 0; k < size; ++k) {
    const fromBelow =
      above === size || (below >= 0 && median - ascending[below] <= ascending[above] - median);
    const next = fromBelow ? below-- : above++;
    folded[k] = Math.abs(ascending[next] - median);
    foldedOrder[k] = order[next];
  }
}
