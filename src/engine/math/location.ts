// Where numbers lie and how far they spread, by medians.

/** A median, and the median absolute deviation from it, not scaled. */
export interface Location {
  readonly median: number;
  readonly mad: number;
}

/** The location of numbers, of which there must be one at least; linear in their count. */
export function locationOf(values: Float64Array): Location {
  const centre = median(values);
  return {median: centre, mad: median(values.map((y) => Math.abs(y - centre)))};
}

function median(values: Float64Array): number {
  const half = values.length >> 1;
  const list = values.slice();
  const upper = select(list, half);
  // What stands left of the place is no larger, so the lower middle is the largest of it.
  return values.length % 2
    ? upper
    : (list.subarray(0, half).reduce((a, b) => Math.max(a, b)) + upper) / 2;
}

/** Moves the k-th smallest to place k, nothing larger before it, in linear time [hoare1961]. */
function select(list: Float64Array, k: number): number {
  let [from, to] = [0, list.length - 1];
  while (from < to) {
    const pivot = list[(from + to) >> 1];
    let [i, j] = [from, to];
    while (i <= j) {
      while (list[i] < pivot) ++i;
      while (list[j] > pivot) --j;
      if (i > j) break;
      [list[i], list[j]] = [list[j], list[i]];
      ++i;
      --j;
    }
    if (k <= j) to = j;
    else if (k >= i) from = i;
    else break;
  }
  return list[k];
}
