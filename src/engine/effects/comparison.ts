// The difference between two groups' effects: its posterior, and how a classical test would fare.
import {error} from "../error.js";
import {mcseMean} from "../diagnostics/mcse.js";
import {densityCurve, type DensityCurve} from "../summary/density-curve.js";
import {summarize, type Summary} from "../summary/summarize.js";
import {retrodesign, type Retrodesign} from "./retrodesign.js";

/** Draws of one group's effect [chains × iterations], chain after chain, in the order of the fit. */
export interface GroupDraws {
  readonly values: Float64Array;
  readonly chains: number;
  readonly iterations: number;
}

/** A posterior as draws, summary and curve. */
export interface DrawnEffect {
  readonly summary: Summary;
  readonly p_positive: number;
  /** The Monte Carlo standard error of `p_positive`; 0 where all draws have one sign. */
  readonly mcse_p: number;
  readonly draws: Float64Array;
  readonly curve: DensityCurve;
}

/** Two groups side by side, and the first minus the second. */
export interface Comparison {
  readonly first: DrawnEffect;
  readonly second: DrawnEffect;
  readonly difference: DrawnEffect;
}

/**
 * Compares two groups' effects draw by draw, so that what they share cancels.
 * Raises an InputError when the two are not draws of one fit, by their numbers of chains and draws.
 */
export function compareEffects(first: GroupDraws, second: GroupDraws): Comparison {
  const {chains, iterations} = first;
  for (const {values} of [first, second])
    if (values.length !== chains * iterations)
      error(
        `invalid draws: ${values.length} of a group; must be ${chains} chains of ${iterations}`
      );
  const values = first.values.map((x, i) => x - second.values[i]);
  return {
    first: drawnEffect(first),
    second: drawnEffect(second),
    difference: drawnEffect({values, chains, iterations})
  };
}

/**
 * How a classical test of the same difference would fare if the truth were the posterior's:
 * retrodesign at `truth`, with the standard error of the difference of two estimates.
 *
 * `variances` of the two and their `covariance`, in the square of the effect's unit. Null where the
 * test does not exist: an estimate is missing, or the difference has no error.
 */
export function classicalTest(
  truth: number,
  variances: readonly [number, number],
  covariance: number
): (Retrodesign & {readonly se: number}) | null {
  const se = Math.sqrt(variances[0] + variances[1] - 2 * covariance);
  return se > 0 && Number.isFinite(se) ? {...retrodesign(truth, se), se} : null;
}

function drawnEffect({values, chains, iterations}: GroupDraws): DrawnEffect {
  const signs = values.map((x) => Number(x > 0));
  const positive = signs.reduce((count, x) => count + x, 0) / signs.length;
  return {
    summary: summarize(values, chains, iterations),
    p_positive: positive,
    mcse_p: positive > 0 && positive < 1 ? mcseMean(signs, chains, iterations) : 0,
    draws: values,
    curve: densityCurve(values)
  };
}
