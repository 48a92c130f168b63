// What the page on trust shows of one fit: rows of its small tables, types only.

/** One chain of one variable: its thinned trace, and where its draws rank among all. */
export interface Chain {
  readonly chain: number;
  readonly iterations: readonly number[];
  readonly values: readonly number[];
  /** Draws by bin of rank, from the lowest to the highest. */
  readonly counts: readonly number[];
}

/** A parameter or an effect whose chains are kept to be looked at. */
export interface ChainedVariable {
  readonly variable: string;
  readonly label: string;
  readonly chains: readonly Chain[];
  /** Draws a bin holds when the chains agree, and the distance from it that 19 of 20 keep. */
  readonly expected: number;
  readonly reach: number;
}

/** A density on an even grid. */
export interface Line {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** The densities of the energies about their mean and of their changes; null for exact draws. */
export interface Energy {
  readonly energy: Line;
  readonly change: Line;
}

/** A parameter or an effect with its diagnostics: a row of `convergence.arrow`. */
export interface JudgedRow {
  readonly variable: string;
  readonly label: string;
  readonly kind: string;
  readonly rhat: number;
  readonly ess_bulk: number;
  readonly ess_tail: number;
  /** Monte Carlo error of the mean over the posterior sd. */
  readonly error: number;
  /** What misses its limit, in words; empty when nothing does. */
  readonly missed: string;
  /** 1 where the nearest limit is reached. */
  readonly strain: number;
}

/** A prior in force beside its posterior: a row of `priors.arrow` with its curves. */
export interface PriorRow {
  readonly variable: string;
  readonly label: string;
  readonly class: string;
  readonly prior: string;
  readonly source: "user" | "default";
  /** NaN where the prior is flat or has none. */
  readonly prior_sd: number;
  readonly prior_low: number;
  readonly prior_high: number;
  readonly mean: number;
  readonly sd: number;
  readonly low: number;
  readonly high: number;
  /** The posterior's width over the prior's, in the measure named; NaN for a flat prior. */
  readonly kept: number;
  readonly measure: string;
  /** NaN throughout for a flat prior. */
  readonly priorLine: Line;
  readonly posteriorLine: Line;
}

/** One fit, to be questioned. */
export interface FitTables {
  readonly variables: readonly ChainedVariable[];
  readonly energy: Energy | null;
  readonly judged: readonly JudgedRow[];
  readonly priors: readonly PriorRow[];
}
