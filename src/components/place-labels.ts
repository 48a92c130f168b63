// Places a few labels in tiers above what they name, so that no label or leader crosses another.

/** A label of a known width whose leader falls straight down at `x`; all in pixels. */
export interface Label {
  readonly x: number;
  readonly width: number;
}

/** Where a label goes: tier 0 is the lowest; `left` is its left edge. */
export interface LabelPlace {
  readonly tier: number;
  readonly left: number;
}

/** Pixels between a label and what stands beside it: wished for, and put up with. */
const gaps = [10, 2];

/**
 * The places that need the fewest tiers, in the order of `labels`, inside a frame from 0 to `width`.
 * A label stands on its leader: its box reaches over `x`. Meant for up to four labels, since it tries
 * all orders of tiers.
 */
export function placeLabels(labels: readonly Label[], width: number): LabelPlace[] {
  let best: LabelPlace[] | undefined;
  let fewest = Infinity;
  for (const gap of gaps) {
    if (best) break;
    for (const tiers of tierings(labels.length)) {
      const tallest = Math.max(...tiers);
      if (tallest >= fewest) continue;
      const places = fit(labels, tiers, {width, gap});
      if (places) [best, fewest] = [places, tallest];
    }
  }
  // Where leaders stand too close for any order, labels still keep a tier each.
  return (
    best ??
    labels.map(({x, width: size}, tier) => ({tier, left: clamp(x - size / 2, 0, width - size)}))
  );
}

function tierings(n: number): number[][] {
  if (n === 0) return [[]];
  const total = n ** n;
  return Array.from({length: total}, (_, code) =>
    Array.from({length: n}, (_, i) => Math.floor(code / n ** i) % n)
  );
}

/** A label keeps clear of its tier's other labels and of the leaders that rise past it. */
function fit(
  labels: readonly Label[],
  tiers: readonly number[],
  {width, gap}: {width: number; gap: number}
): LabelPlace[] | undefined {
  const places: LabelPlace[] = [];
  for (const [i, {x, width: size}] of labels.entries()) {
    const tier = tiers[i] ?? 0;
    const passing = labels
      .filter((_, j) => j !== i && (tiers[j] ?? 0) > tier)
      .map((other) => other.x);
    const fits = (left: number): boolean =>
      passing.every((leader) => leader < left - gap || leader > left + size + gap) &&
      places.every(
        (other, j) =>
          other.tier !== tier ||
          other.left + (labels[j]?.width ?? 0) + gap <= left ||
          other.left >= left + size + gap
      );
    const tries = [0.5, 0.3, 0.7, 0.12, 0.88, 0, 1].map((share) =>
      clamp(x - share * size, 0, Math.max(0, width - size))
    );
    const left = tries.find(fits);
    if (left === undefined) return undefined;
    places.push({tier, left});
  }
  return places;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
