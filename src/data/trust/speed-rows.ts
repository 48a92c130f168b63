// Our rate beside Stan's, model by model.
import type {SpeedRow} from "../../components/trust-types.js";
import {limits} from "../../engine/index.js";
import type {BenchRecord, Run} from "./results.js";
import {wordsFor} from "./words.js";

/** What one independent normal number costs at the least. */
const SECONDS_PER_NORMAL = 5e-9;

/** One row per model: exact draws where they were measured, as `--method auto` would, else NUTS. */
export function speedRows({rows}: BenchRecord): SpeedRow[] {
  const models = [...new Set(rows.map(({model}) => model))];
  return models.flatMap((model) => {
    const own = rows.filter((row) => row.model === model);
    const row = own.find(({poolhouse}) => poolhouse.method === "exact") ?? own.at(0);
    if (!row) return [];
    const {poolhouse, stan} = row;
    const [ours, theirs] = [rateOf(poolhouse), stan && rateOf(stan)];
    return [
      {
        model,
        label: wordsFor(model),
        method: wordsFor(poolhouse.method),
        ours,
        stan: theirs,
        ratio: theirs === null ? null : ours / theirs,
        rough: [poolhouse, stan].some((run) => run && !isTrustworthy(run)),
        variables: poolhouse.n_parameters + poolhouse.n_effects,
        ours_draws: poolhouse.chains * poolhouse.draws,
        ours_seconds: poolhouse.sampling_seconds,
        stan_draws: stan && stan.chains * stan.draws,
        stan_seconds: stan?.sampling_seconds ?? null,
        stan_compile_seconds: stan?.compile_seconds ?? null,
        times_writing: poolhouse.sampling_seconds / writingSeconds(poolhouse)
      }
    ];
  });
}

function rateOf(run: Run): number {
  return (run.min_ess_bulk ?? NaN) / run.sampling_seconds;
}

function writingSeconds({chains, draws, n_parameters: parameters}: Run): number {
  return chains * draws * parameters * SECONDS_PER_NORMAL;
}

function isTrustworthy({max_rhat, min_ess_bulk, min_ess_tail, divergences}: Run): boolean {
  return (
    (max_rhat ?? Infinity) <= limits.rhat &&
    Math.min(min_ess_bulk ?? 0, min_ess_tail ?? 0) >= limits.ess &&
    divergences === 0
  );
}
