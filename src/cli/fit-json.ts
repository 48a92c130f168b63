// The one object that `poolhouse fit --json` prints.
import {version} from "../data/key.js";
import type {Effect, Fit, Summary} from "../engine/index.js";

const quantiles = ["q2.5", "q10", "q50", "q90", "q97.5"] as const;

/** A fit as plain data, numbers rounded to nothing, NaN as null. */
export function fitJson(fit: Fit, key: string, seconds: number): Record<string, unknown> {
  const {model, options, diagnostics, chains} = fit;
  const sampling = chains.reduce((sum, chain) => sum + chain.samplingSeconds, 0);
  const {reasons, ...counts} = diagnostics;
  return {
    poolhouse: version,
    formula: model.spec.formula,
    equations: model.spec.equations ?? [],
    family: model.family,
    n: model.design.rows.total,
    dropped: model.design.rows.dropped,
    cells: model.cells.cells,
    priors: model.priors.table,
    sampler: {
      method: fit.method,
      reason: fit.reason,
      chains: options.chains,
      warmup: options.warmup,
      draws: options.draws,
      seed: options.seed,
      target_acceptance: options.targetAcceptance,
      max_treedepth: options.maxTreeDepth,
      seconds,
      sampling_seconds: sampling,
      leapfrogs: chains.reduce((sum, chain) => sum + chain.leapfrogs, 0),
      ...counts,
      reasons
    },
    treatment: fit.effects.treatment?.name ?? null,
    scale: fit.effects.scale,
    parameters: fit.parameters.map((row) => ({variable: row.variable, ...summaryJson(row)})),
    effects: fit.effects.groups.map(effectJson),
    advice: fit.advice,
    key
  };
}

function summaryJson(row: Summary): Record<string, number> {
  return {
    mean: row.mean,
    sd: row.sd,
    ...Object.fromEntries(quantiles.map((q) => [q, row[q]])),
    mcse_mean: row.mcse_mean,
    rhat: row.rhat,
    ess_bulk: row.ess_bulk,
    ess_tail: row.ess_tail
  };
}

function effectJson(effect: Effect): Record<string, unknown> {
  const {values, n, n_treated, n_control, p_positive} = effect;
  return {...values, n, n_treated, n_control, ...summaryJson(effect), p_positive};
}
