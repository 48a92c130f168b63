// Monte Carlo standard errors: how far an estimate from draws may be from the exact posterior.
import {incompleteBetaQuantile} from "../math/incomplete-beta.js";
import {variance} from "../math/moments.js";
import {essMean, essQuantile} from "./ess.js";
import type {OrderedDraws} from "./ordered-draws.js";

/** P(Z ≤ -1) for a standard normal Z, to the digits that the package posterior uses. */
const ONE_SD_BELOW = 0.1586553;

/**
 * The standard error of the mean of the draws, in their unit; NaN when draws are constant or not all
 * finite. [vehtari2021]
 *
 * `values` [chains × iterations], chain after chain.
 */
export function mcseMean(values: Float64Array, chains: number, iterations: number): number {
  return Math.sqrt(variance(values) / essMean(values, chains, iterations));
}

/**
 * The standard error of the `probability` quantile of the draws, in their unit: half the distance
 * between the draws at the ±1 sd limits of the Beta distribution of the quantile's rank. NaN as in
 * mcseMean. [vehtari2021]
 */
export function mcseQuantile(draws: OrderedDraws, probability: number): number {
  const ess = essQuantile(draws, probability);
  if (Number.isNaN(ess)) return NaN;
  const a = ess * probability + 1;
  const b = ess * (1 - probability) + 1;
  const {sorted} = draws;
  const size = sorted.length;
  const low = Math.floor(incompleteBetaQuantile(ONE_SD_BELOW, a, b) * size);
  const high = Math.ceil(incompleteBetaQuantile(1 - ONE_SD_BELOW, a, b) * size);
  return (sorted[Math.min(high, size) - 1] - sorted[Math.max(low, 1) - 1]) / 2;
}
