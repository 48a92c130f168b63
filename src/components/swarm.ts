// Spreads points that would overlap off their row, without chance: the same data, the same picture.
import type {InitializerFunction} from "@observablehq/plot";

/**
 * A map from each point of `index` to its offset from the row for points at `x` with radii `r`, all in pixels: the largest points first,
 * each as near to the row as it fits beside those already placed, and never beyond `reach`.
 */
export function swarmOffsets(
  x: ArrayLike<number>,
  r: ArrayLike<number>,
  index: readonly number[],
  reach: number
): Map<number, number> {
  const padding = 0.5;
  const placed: number[] = [];
  const offsets = new Map<number, number>();
  const at = (values: ArrayLike<number>, i: number): number => values[i] ?? 0;
  const order = [...index].sort((a, b) => at(r, b) - at(r, a) || a - b);
  for (const i of order) {
    const near = placed.filter(
      (j) => Math.abs(at(x, i) - at(x, j)) < at(r, i) + at(r, j) + padding
    );
    const touching = near.flatMap((j) => {
      const apart = at(r, i) + at(r, j) + padding;
      const rise = Math.sqrt(apart ** 2 - (at(x, i) - at(x, j)) ** 2);
      return [(offsets.get(j) ?? 0) - rise, (offsets.get(j) ?? 0) + rise];
    });
    const free = [0, ...touching]
      .filter((y) => Math.abs(y) <= reach - at(r, i))
      .sort((a, b) => Math.abs(a) - Math.abs(b))
      .find((y) =>
        near.every((j) => {
          const apart = at(r, i) + at(r, j) + padding;
          return (at(x, i) - at(x, j)) ** 2 + (y - (offsets.get(j) ?? 0)) ** 2 >= apart ** 2 - 1e-6;
        })
      );
    // In a crowded row points overlap, evenly spread, rather than leave for the next row.
    const spread = (((placed.length * 0.618) % 1) * 2 - 1) * Math.max(0, reach - at(r, i));
    offsets.set(i, free ?? spread);
    placed.push(i);
  }
  return offsets;
}

/** A Plot initializer that moves the points of each row (`y`) and panel by `swarmOffsets`. */
export function swarm(reach: number): InitializerFunction {
  return (_data, facets, channels, scales) => {
    const scaled = (name: "x" | "y" | "r"): number[] => {
      const scale = scales[name] as (value: unknown) => number;
      return Array.from((channels[name]?.value ?? []) as Iterable<unknown>, scale);
    };
    const x = scaled("x");
    const y = scaled("y");
    const r = scaled("r");
    const moved = [...y];
    for (const facet of facets) {
      for (const row of new Set(facet.map((i) => y[i]))) {
        const members = facet.filter((i) => y[i] === row && Number.isFinite(x[i]));
        for (const [i, offset] of swarmOffsets(x, r, members, reach)) {
          moved[i] = (y[i] ?? 0) + offset;
        }
      }
    }
    return {channels: {y: {value: moved}}};
  };
}
