// Cuts a column of numbers into ranges of about equal size.
import type {Level} from "../define/declaration.js";

/** Ranges by their number: sorting a million values at every question would be felt. */
const cut = new WeakMap<Float64Array, Map<number, Level[]>>();

/**
 * Up to `count` ranges that hold about equally many values, as levels: each with the largest value in
 * it, its range in words, and its rows. Fewer where values repeat too often to be cut.
 */
export function binColumn(values: Float64Array, count = 2): Level[] {
  const known = cut.get(values) ?? new Map<number, Level[]>();
  cut.set(values, known);
  const own = known.get(count) ?? cutColumn(values, count);
  known.set(count, own);
  return own;
}

function cutColumn(values: Float64Array, count: number): Level[] {
  const sorted = values.filter((x) => !Number.isNaN(x)).sort();
  if (sorted.length === 0) return [];
  const ends: number[] = [];
  for (let k = 1; k < count; ++k) {
    const end = nearestEnd(sorted, (sorted.length * k) / count);
    if (end > (ends.at(-1) ?? 0) && end < sorted.length) ends.push(end);
  }
  return [...ends, sorted.length].map((end, k, all) => {
    const start = k === 0 ? 0 : all[k - 1];
    const [low, high] = [sorted[start], sorted[end - 1]];
    return [high, low === high ? text(low) : `${text(low)}–${text(high)}`, end - start];
  });
}

/** The place after a run of equal values that is nearest to `wanted`. */
function nearestEnd(sorted: Float64Array, wanted: number): number {
  const at = Math.min(sorted.length - 1, Math.floor(wanted));
  let [before, after] = [at, at];
  while (before > 0 && sorted[before - 1] === sorted[at]) before -= 1;
  while (after < sorted.length && sorted[after] === sorted[at]) after += 1;
  return wanted - before < after - wanted && before > 0 ? before : after;
}

function text(value: number): string {
  return String(Number(value.toPrecision(4))).replace("-", "\u2212");
}
