// A grid's lines along its axes: what is done to numbers at the nodes, axis by axis.

/** Lines of every axis, ascending; numbers at the nodes lie with the last axis fastest. */
export type Lines = readonly Float64Array[];

/**
 * Numbers at the nodes of a grid of such `lengths`, each row of them along `axis` rewritten by `write` as `count`
 * others.
 */
export function alongAxis(
  values: Float64Array,
  lengths: readonly number[],
  axis: number,
  count: number,
  write: (line: Float64Array, to: Float64Array) => void
): Float64Array {
  const own = lengths[axis];
  const inner = lengths.slice(axis + 1).reduce((product, length) => product * length, 1);
  const outer = values.length / (own * inner);
  const out = new Float64Array(outer * count * inner);
  const line = new Float64Array(own);
  const to = new Float64Array(count);
  for (let o = 0; o < outer; ++o)
    for (let r = 0; r < inner; ++r) {
      for (let i = 0, at = o * own * inner + r; i < own; ++i, at += inner) line[i] = values[at];
      write(line, to);
      for (let i = 0, at = o * count * inner + r; i < count; ++i, at += inner) out[at] = to[i];
    }
  return out;
}
