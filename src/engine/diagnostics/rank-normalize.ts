// Draws replaced by the normal scores of their ranks.
import {normalQuantile} from "../math/special.js";

/** Normal scores by twice the rank, by sample size; variables of a fit share their size. */
const scoresBySize = new Map<number, Float64Array>();

/**
 * For each of the S `values` the normal quantile of (rank - 3/8) / (S + 1/4), where ties share their
 * mean rank; a new array. NaN throughout when any value is NaN. [vehtari2021]
 */
export function rankNormalize(values: Float64Array): Float64Array {
  const size = values.length;
  const sorted = Float64Array.from(values).sort();
  const scores = tiedScores(sorted);
  const result = new Float64Array(size);
  for (let i = 0; i < size; ++i) result[i] = scores[firstPosition(sorted, values[i])];
  return result;
}

/** The normal score that belongs to each position of a sorted sample. */
function tiedScores(sorted: Float64Array): Float64Array {
  const size = sorted.length;
  const scores = new Float64Array(size);
  const byRank = scoresOf(size);
  // Typed arrays sort NaN to the end.
  if (Number.isNaN(sorted[size - 1])) return scores.fill(NaN);
  let first = 0;
  while (first < size) {
    let end = first + 1;
    while (end < size && sorted[end] === sorted[first]) ++end;
    scores.fill(byRank[first + 1 + end], first, end);
    first = end;
  }
  return scores;
}

/** Twice the rank, because tied ranks may end in a half. */
function scoresOf(size: number): Float64Array {
  const known = scoresBySize.get(size);
  if (known) return known;
  const scores = Float64Array.from({length: 2 * size + 1}, (_, twice) =>
    normalQuantile((0.5 * twice - 0.375) / (size + 0.25))
  );
  scoresBySize.set(size, scores);
  return scores;
}

/** The first position of x in a sorted sample that holds it. */
function firstPosition(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
