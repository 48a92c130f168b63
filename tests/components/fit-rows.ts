// Rows of one fit for tests of what is drawn from them.
import type {ChainedVariable, JudgedRow, PriorRow} from "../../src/components/fit-types.js";
import type {ModelCard} from "../../src/components/study-types.js";

export function judged(label: string, changes: Partial<JudgedRow> = {}): JudgedRow {
  return {
    ...{variable: label, label, kind: "parameter", missed: "", strain: 0.1, error: 0.016},
    ...{rhat: 1.001, ess_bulk: 3000, ess_tail: 2500},
    ...changes
  };
}

/** Two chains of three kept draws; four bins. */
export function chained(label: string, counts: readonly (readonly number[])[]): ChainedVariable {
  return {
    ...{variable: `b_${label}`, label, expected: 10, reach: 3},
    chains: counts.map((own, k) => ({
      chain: k + 1,
      iterations: [1, 51, 101],
      values: [k, 1 + k, 0.5],
      counts: own
    }))
  };
}

export function priored(label: string, changes: Partial<PriorRow> = {}): PriorRow {
  const x = [0, 0.5, 1];
  return {
    ...{variable: `b_${label}`, label, class: "b", prior: "normal(0, 1)", source: "user"},
    ...{prior_sd: 1, prior_low: -1.96, prior_high: 1.96, mean: 0.4, sd: 0.2, low: 0, high: 0.8},
    ...{kept: 0.2, measure: "sd"},
    priorLine: {x, y: [0.4, 0.35, 0.24]},
    posteriorLine: {x, y: [0.2, 1.9, 0]},
    ...changes
  };
}

export const exactCard: ModelCard = {
  ...{id: "m", title: "A model", status: "corrected", origin: "Here.", formula: "y ~ 1"},
  ...{
    equations: [],
    family: "gaussian",
    treatment: "t",
    by: ["g"],
    n: 468,
    cells: 100,
    ols_errors: "with robust errors",
    priors: [],
    advice: []
  },
  ...{unconverged: "", signed_off: "", facts: {}, key: "fitkey"},
  code: {
    brms: "brm(y ~ 1)\n",
    poolhouse: "./bin/poolhouse data s --prepared prepared\n./bin/poolhouse fit\n"
  },
  sampler: {
    ...{method: "exact", chains: 4, warmup: 500, draws: 1000, seed: "s", divergences: 0},
    ...{max_treedepth_hits: 0, min_ess_bulk: 2131, min_ess_tail: 1944, max_rhat: 1.0027},
    min_ebfmi: null
  }
};

export const nutsCard: ModelCard = {
  ...exactCard,
  sampler: {...exactCard.sampler, method: "nuts", min_ebfmi: 0.81}
};
