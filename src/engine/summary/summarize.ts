// One variable's draws in one row: centre, spread, quantiles and how far to trust them.
import {essBulk, essTail} from "../diagnostics/ess.js";
import {mcseMean} from "../diagnostics/mcse.js";
import {createDrawOrderer} from "../diagnostics/ordered-draws.js";
import {rhat} from "../diagnostics/rhat.js";
import {keepLatest} from "../math/keep-latest.js";
import {mean, variance} from "../math/moments.js";
import {quantileSorted} from "../math/quantile-sorted.js";

/** The columns of a summary, as the R world names them. */
export interface Summary {
  mean: number;
  sd: number;
  "q2.5": number;
  q5: number;
  q10: number;
  q25: number;
  q50: number;
  q75: number;
  q90: number;
  q95: number;
  "q97.5": number;
  mcse_mean: number;
  rhat: number;
  ess_bulk: number;
  ess_tail: number;
}

const ordererOf = keepLatest(createDrawOrderer);

/**
 * The summary of one variable's draws; every entry is NaN when a draw is NaN, and the diagnostics
 * also when draws are infinite or constant.
 *
 * `values` [chains × iterations], chain after chain; left as they are.
 */
export function summarize(values: Float64Array, chains: number, iterations: number): Summary {
  const ordered = ordererOf(chains, iterations)(values);
  const {sorted} = ordered;
  return {
    mean: mean(values),
    sd: Math.sqrt(variance(values)),
    "q2.5": quantileSorted(sorted, 0.025),
    q5: quantileSorted(sorted, 0.05),
    q10: quantileSorted(sorted, 0.1),
    q25: quantileSorted(sorted, 0.25),
    q50: quantileSorted(sorted, 0.5),
    q75: quantileSorted(sorted, 0.75),
    q90: quantileSorted(sorted, 0.9),
    q95: quantileSorted(sorted, 0.95),
    "q97.5": quantileSorted(sorted, 0.975),
    mcse_mean: mcseMean(values, chains, iterations),
    rhat: rhat(ordered),
    ess_bulk: essBulk(ordered),
    ess_tail: essTail(ordered)
  };
}
