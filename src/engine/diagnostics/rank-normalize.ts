// Draws replaced by the normal scores of their ranks.
import {normalQuantile} from "../math/special.js";

/** Normal scores by twice the rank, by sample size; variables of a fit share their size. */
const scoresBySize = new Map<number, Float64Array>();

/**
 * Writes into `scores`, for each of S draws, the normal quantile of (rank - 3/8) / (S + 1/4), where
 * ties share their mean rank. The draws come as createSorter leaves them, `sorted` (ascending) with
 * their positions `order`; `scores` are by position. [vehtari2021]
 */
export function rankNormalize(sorted: Float64Array, order: Int32Array, scores: Float64Array): void {
  const size = sorted.length;
  const byRank = scoresOf(size);
  let first = 0;
  while (first < size) {
    const x = sorted[first];
    let end = first + 1;
    while (end < size && sorted[end] === x) ++end;
    const score = byRank[first + 1 + end];
    for (let k = first; k < end; ++k) scores[order[k]] = score;
    first = end;
  }
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
