// A population with other shares: weights on groups that meet given margins.
import {error} from "../error.js";
import {sharesOf} from "./average.js";

/** A characteristic of groups, and the share that each of its levels is to have. */
export interface Margin {
  /** What it is called, for sentences. */
  readonly name: string;
  readonly levels: readonly string[];
  /** Shares of the levels, in any unit: they are scaled to add up to 1. */
  readonly shares: readonly number[];
  /** The level of each group, by position among `levels`. */
  readonly codes: ArrayLike<number>;
}

/** How far, in shares, a met margin may be off: a ten-thousandth of a percentage point. */
const TOLERANCE = 1e-6;
const CYCLES = 10_000;

/**
 * Weights on groups, adding up to 1, whose shares by level are those of every margin, as near as
 * possible to the groups' own `sizes`: iterative proportional fitting, which keeps the associations
 * between characteristics [deming1940]. Groups of size zero stay without weight.
 * Raises an InputError on a share that is negative or no number, on a margin without any, on a level
 * that shall have a share and has no group, and when the observed groups cannot meet all margins at once.
 */
export function reweight(sizes: readonly number[], margins: readonly Margin[]): Float64Array {
  const weights = sharesOf(sizes);
  const targets = margins.map((margin) => targetOf(margin, weights));
  for (let cycle = 0; cycle < CYCLES; ++cycle) {
    margins.forEach(({codes}, m) => {
      const found = sharesByLevel(weights, codes, targets[m].length);
      for (let g = 0; g < weights.length; ++g)
        if (weights[g] > 0) weights[g] *= targets[m][codes[g]] / found[codes[g]];
    });
    if (worst(weights, margins, targets).off <= TOLERANCE) return weights;
  }
  return refuse(weights, margins, targets);
}

/** The shares by level that weights on groups amount to. */
export function sharesByLevel(
  weights: ArrayLike<number>,
  codes: ArrayLike<number>,
  levels: number
): Float64Array {
  const shares = new Float64Array(levels);
  for (let g = 0; g < weights.length; ++g) shares[codes[g]] += weights[g];
  return shares;
}

function targetOf({name, levels, shares, codes}: Margin, weights: Float64Array): Float64Array {
  const wrong = shares.findIndex((share) => !(share >= 0 && share < Infinity));
  if (wrong >= 0)
    error(`invalid share: ${shares[wrong]} for ${name}, ${levels[wrong]}; must be a number from 0`);
  if (!shares.some((share) => share > 0))
    error(`invalid shares: those of ${name} add up to 0; give one of its levels a share`);
  const target = sharesOf(shares);
  const found = sharesByLevel(weights, codes, levels.length);
  const absent = levels.findIndex((_, l) => target[l] > 0 && !(found[l] > 0));
  if (absent >= 0)
    error(
      `unsupported share: ${name}, ${levels[absent]} has no group to stand for it; set its share to 0`
    );
  return target;
}

function worst(
  weights: Float64Array,
  margins: readonly Margin[],
  targets: readonly Float64Array[]
): {off: number; name: string; level: string} {
  let most = {off: 0, name: "", level: ""};
  margins.forEach(({name, levels, codes}, m) => {
    sharesByLevel(weights, codes, levels.length).forEach((share, l) => {
      const off = Math.abs(share - targets[m][l]);
      // NaN where a margin has emptied all groups of a level that another wants.
      if (!(off <= most.off)) most = {off, name, level: levels[l]};
    });
  });
  return most;
}

function refuse(
  weights: Float64Array,
  margins: readonly Margin[],
  targets: readonly Float64Array[]
): never {
  const {name, level} = worst(weights, margins, targets);
  return error(
    `unsupported shares: no mix of the observed groups meets them all, ${name}, ${level} least; choose shares nearer to the sample's`
  );
}
