// Where each chain's draws rank among those of all chains, counted in bins.

/** Counts of ranks, and how far chance takes them. */
export interface RankCounts {
  /** Draws by chain and bin [chains × bins]. */
  readonly counts: Int32Array;
  /** What every bin holds when the chains agree. */
  readonly expected: number;
  /** The distance from it that independent draws keep in 19 of 20 bins. */
  readonly reach: number;
}

/**
 * Ranks all draws of one variable together and counts each chain's in `bins` of equal width; ties
 * share their mean rank. Chains that agree have even counts [vehtari2021].
 *
 * `values` [chains × iterations], chain after chain; NaN are ranked last.
 */
export function rankCounts(
  values: Float64Array,
  chains: number,
  iterations: number,
  bins: number
): RankCounts {
  const total = values.length;
  const order = Float64Array.from(values.keys()).sort((a, b) => values[a] - values[b]);
  const counts = new Int32Array(chains * bins);
  let first = 0;
  while (first < total) {
    let end = first + 1;
    while (end < total && values[order[end]] === values[order[first]]) ++end;
    const bin = Math.floor(((first + end) / 2 / total) * bins);
    for (let k = first; k < end; ++k)
      ++counts[Math.floor(order[k] / iterations) * bins + Math.min(bin, bins - 1)];
    first = end;
  }
  const share = 1 / bins;
  const reach = NORMAL_95 * Math.sqrt(iterations * share * (1 - share) * (1 - 1 / chains));
  return {counts, expected: iterations * share, reach};
}

/** The 97.5 % quantile of the standard normal. */
const NORMAL_95 = 1.96;
