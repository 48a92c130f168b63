// What one run of one engine on one model yields, and the number it is judged by.
import type {Lengths} from "./models.js";

/**
 * Times in seconds, summed over chains that ran one after another. ESS is the minimum over all
 * parameters and group effects; `null` when it is undefined for any of them.
 */
export interface Measurement extends Lengths {
  readonly software: string;
  readonly method: string;
  readonly seed: number;
  readonly compile_seconds: number;
  readonly warmup_seconds: number;
  readonly sampling_seconds: number;
  readonly divergences: number;
  readonly max_treedepth_hits: number;
  readonly min_ess_bulk: number | null;
  readonly min_ess_tail: number | null;
  readonly max_rhat: number | null;
  readonly n_parameters: number;
  readonly n_effects: number;
}

/** Minimum bulk ESS per second of sampling, without compilation and warm-up; NaN if undefined. */
export function essPerSecond(run: Measurement): number {
  return run.min_ess_bulk === null ? NaN : run.min_ess_bulk / run.sampling_seconds;
}

/** Whether the draws pass the thresholds that our reports apply: R-hat, both ESS, divergences. */
export function isTrustworthy(run: Measurement): boolean {
  const {max_rhat: rhat, min_ess_bulk: bulk, min_ess_tail: tail, divergences} = run;
  if (rhat === null || bulk === null || tail === null) return false;
  return rhat <= 1.01 && bulk >= 400 && tail >= 400 && divergences === 0;
}
