// Sorting with the order kept: which number came to stand where.
import {nextPowerOfTwo} from "./fft.js";

/**
 * Writes `values` (NaN-free) into `sorted`, ascending, and into `order` the position that each had:
 * sorted[k] = values[order[k]]. Equal numbers stand in any order among themselves.
 */
export type Sorter = (values: Float64Array, sorted: Float64Array, order: Int32Array) => void;

/** So many of the numbers are looked at first, to see where they lie. */
const SAMPLE = 32;

/** Insertion may move each number this often on average before it is given up. */
const PATIENCE = 8;

/**
 * A sorter of `size` numbers, with buffers of its own: each number goes to the bucket in which the
 * middle and the spread of a sample let it be expected, then insertion mends what is out of place.
 * Linear in `size` for draws around one mode, whatever their tails; never worse than a comparison
 * sort.
 */
export function createSorter(size: number): Sorter {
  const buckets = nextPowerOfTwo(size);
  const ends = new Int32Array(buckets);
  const keys = new Int32Array(size);
  const sample = new Float64Array(SAMPLE);
  return (values, sorted, order) => {
    for (let k = 0; k < SAMPLE; ++k) sample[k] = values[Math.floor((k * size) / SAMPLE)];
    sample.sort();
    const centre = sample[SAMPLE / 2];
    const scale = 1 / (sample[(3 * SAMPLE) / 4] - sample[SAMPLE / 4] || 1);
    const half = (buckets - 1) / 2;
    ends.fill(0);
    for (let i = 0; i < size; ++i) {
      const u = (values[i] - centre) * scale;
      // From -1 to 1, rising; about evenly spread over that for normal and for wider tails alike.
      const key = ((u / (1 + Math.abs(u)) + 1) * half) | 0;
      keys[i] = key;
      ++ends[key];
    }
    for (let key = 1; key < buckets; ++key) ends[key] += ends[key - 1];
    for (let i = size - 1; i >= 0; --i) {
      const k = --ends[keys[i]];
      sorted[k] = values[i];
      order[k] = i;
    }
    if (!insertionSort(sorted, order, PATIENCE * size)) compareSort(values, sorted, order, keys);
  };
}

/** Sorts in place; gives up with false after `patience` moves. */
function insertionSort(sorted: Float64Array, order: Int32Array, patience: number): boolean {
  let left = patience;
  for (let i = 1; i < sorted.length; ++i) {
    const x = sorted[i];
    if (!(x < sorted[i - 1])) continue;
    const from = order[i];
    let k = i;
    for (; k > 0 && x < sorted[k - 1]; --k) {
      sorted[k] = sorted[k - 1];
      order[k] = order[k - 1];
    }
    sorted[k] = x;
    order[k] = from;
    left -= i - k;
    if (left < 0) return false;
  }
  return true;
}

/** The order looked up after a comparison sort; `taken` is scratch space. */
function compareSort(
  values: Float64Array,
  sorted: Float64Array,
  order: Int32Array,
  taken: Int32Array
): void {
  sorted.set(values);
  sorted.sort();
  taken.fill(0);
  for (let i = 0; i < values.length; ++i) {
    const first = lowerBound(sorted, values[i]);
    order[first + taken[first]++] = i;
  }
}

/** The first position in `sorted` (ascending) whose number is not below x; its length if none. */
export function lowerBound(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low;
}
