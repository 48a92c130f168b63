// Averages over groups with fixed shares, draw by draw.
import {variableView} from "../draws/draws.js";
import {error} from "../error.js";
import type {Draws} from "../types.js";

/**
 * The weights in proportion to `sizes`, adding up to 1: the shares of groups by their rows.
 * Raises an InputError on a negative or infinite size, and when none is above zero.
 */
export function sharesOf(sizes: readonly number[]): Float64Array {
  const wrong = sizes.find((size) => !(size >= 0 && size < Infinity));
  if (wrong !== undefined) error(`invalid share: ${wrong}; must be a number from 0`);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (!(total > 0)) error("invalid shares: none is above 0; give some group a share");
  return Float64Array.from(sizes, (size) => size / total);
}

/**
 * Draws of Σ share × effect over the variables of `effects`, one share each in their order
 * [chains × iterations]. Shares are taken as known: they bring no uncertainty of their own.
 * Raises an InputError when there is not one share per variable.
 */
export function averageEffects(effects: Draws, shares: ArrayLike<number>): Float64Array {
  const {variables, chains, iterations} = effects;
  if (shares.length !== variables.length)
    error(`invalid shares: ${shares.length} for ${variables.length} groups; give each group one`);
  const average = new Float64Array(chains * iterations);
  for (let g = 0; g < variables.length; ++g) {
    if (shares[g] === 0) continue;
    const own = variableView(effects, g);
    for (let i = 0; i < average.length; ++i) average[i] += shares[g] * own[i];
  }
  return average;
}
