// The container of draws: made empty, filled in place, looked at without copying.
import {error} from "../error.js";
import type {Draws} from "../types.js";

/**
 * Draws of `variables` (unique names), every value NaN until written.
 *
 * Raises an InputError when a name comes twice or a size is not a whole number from 1.
 */
export function createDraws(
  variables: readonly string[],
  chains: number,
  iterations: number
): Draws {
  const seen = new Set<string>();
  for (const name of variables) {
    if (seen.has(name)) error(`ambiguous variable: ${name}; each name may occur once`);
    seen.add(name);
  }
  checkSize("number of chains", chains);
  checkSize("number of iterations", iterations);
  const values = new Float64Array(variables.length * chains * iterations).fill(NaN);
  return {variables: [...variables], chains, iterations, values};
}

/** The position of the variable `name`; raises an InputError when there is none. */
export function variableIndex(draws: Draws, name: string): number {
  const index = draws.variables.indexOf(name);
  return index >= 0 ? index : error(`unknown variable: ${name}; see the names of the draws`);
}

/** All draws of variable number `variable`, chain after chain [chains × iterations]; a view. */
export function variableView(draws: Draws, variable: number): Float64Array {
  const length = draws.chains * draws.iterations;
  return draws.values.subarray(variable * length, (variable + 1) * length);
}

/** The draws of one chain of variable number `variable` [iterations]; a view. */
export function chainView(draws: Draws, variable: number, chain: number): Float64Array {
  const start = (variable * draws.chains + chain) * draws.iterations;
  return draws.values.subarray(start, start + draws.iterations);
}

function checkSize(what: string, size: number): void {
  if (!Number.isInteger(size) || size < 1) {
    error(`invalid ${what}: ${size}; must be a whole number from 1`);
  }
}
