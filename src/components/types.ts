// What figures are drawn from: the rows of a report's tables, types only.

/** The widths, in percent, at which every table states its intervals. */
export type Width = 50 | 80 | 90 | 95;

/** Which summary of a posterior stands for it as a point. */
export type Point = "median" | "mean";

/** A point and its nested equal-tailed intervals, in the units of the outcome. */
export interface Estimate {
  readonly median: number;
  readonly mean: number;
  /** Posterior standard deviation, or a standard error. */
  readonly sd: number;
  readonly lower: Readonly<Record<Width, number>>;
  readonly upper: Readonly<Record<Width, number>>;
}

/**
 * From none to all: the same effect under more and more pooling; and partial pooling as published
 * beside as a reader set it, and as a build before had it.
 */
export type Rung =
  "saturated" | "additive" | "partial" | "complete" | "published" | "live" | "before";

/** One group under one model: a row of `effects.arrow`. */
export interface EffectRow {
  readonly model: string;
  /** Modifier codes joined by "_", such as "1_0_4_2"; unique within a model. */
  readonly group: string;
  /** The group in words: "white women, internationalism 4, assertiveness 2". */
  readonly label: string;
  /** Modifier name → label of the group's level. */
  readonly levels: Readonly<Record<string, string>>;
  readonly n: number;
  readonly n_treated: number;
  readonly n_control: number;
  readonly p_positive: number;
  /** Weight on the group's own data, 0 (all borrowed) to 1 (no pooling); NaN when undefined. */
  readonly pooling: number;
  readonly rhat: number;
  readonly ess_bulk: number;
  /** Missing rungs are absent; a rung that the data cannot estimate holds NaN. */
  readonly rungs: Readonly<Partial<Record<Rung, Estimate>>>;
}

/** One parameter of one model: a row of `parameters.arrow`. */
export interface ParameterRow extends Estimate {
  readonly model: string;
  /** brms's name, such as "b_lambda_dem". */
  readonly variable: string;
  /** The parameter in words: "Democrat". */
  readonly label: string;
  /** b, b_lambda, sd, cor, sigma … as in a prior table. */
  readonly class: string;
  readonly mcse_mean: number;
  readonly rhat: number;
  readonly ess_bulk: number;
  readonly ess_tail: number;
}

/** A density curve on an even grid: consecutive rows of `curves.arrow` with one `variable`. */
export interface Curve {
  readonly model: string;
  /** A parameter's name, or `effect:<group>`. */
  readonly variable: string;
  readonly x: Float32Array;
  readonly density: Float32Array;
}

/** A modifier and its levels, in the order to show them. */
export interface Modifier {
  readonly name: string;
  readonly label: string;
  readonly levels: readonly string[];
}
