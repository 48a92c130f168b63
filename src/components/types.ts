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

/** From none to all: the same effect under more and more pooling. */
export type Rung = "saturated" | "additive" | "partial" | "complete";

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

/** One warning or piece of guidance, with its remedy. */
export interface Advice {
  readonly code: string;
  readonly severity: "note" | "warning" | "error";
  readonly message: string;
  readonly remedy: string;
}

/** A model as `study.json` describes it. */
export interface ModelCard {
  readonly id: string;
  readonly title: string;
  readonly status: "published" | "corrected" | "comparison";
  /** Where the model was printed, in words. */
  readonly origin: string;
  readonly formula: string;
  readonly equations: readonly string[];
  readonly family: string;
  readonly n: number;
  readonly cells: number;
  readonly priors: readonly {
    class: string;
    coef: string;
    group: string;
    prior: string;
    source: "user" | "default";
  }[];
  readonly sampler: {
    method: string;
    chains: number;
    warmup: number;
    draws: number;
    seed: string;
    divergences: number;
    max_treedepth_hits: number;
    min_ess_bulk: number;
    min_ess_tail: number;
    max_rhat: number;
    /** Null where the method has no energy. */
    min_ebfmi: number | null;
  };
  readonly advice: readonly Advice[];
  /** Empty when the draws can be trusted, else why not. */
  readonly unconverged: string;
  /** Why the author publishes it all the same; empty unless signed off. */
  readonly signed_off: string;
  /** Numbers that sentences quote, by name. */
  readonly facts: Readonly<Record<string, number>>;
  readonly key: string;
}

/** A published claim, tried on the corrected model. */
export interface Claim {
  readonly claim: string;
  readonly where: string;
  /** What the claim is about; a page shows the claims of one topic together. */
  readonly topic: string;
  readonly verdict: "survives" | "weakened" | "does not survive";
  /** What each model says, in numbers from its draws. */
  readonly published: string;
  readonly corrected: string;
}

/** `study.json`. */
export interface StudyCard {
  readonly id: string;
  readonly title: string;
  readonly stand_in: boolean;
  readonly outcome: {
    label: string;
    /** Words for an effect's unit: "percentage points more willing to use force". */
    unit: string;
    /** Multiply an effect by this to reach the unit (100 for percentage points). */
    factor: number;
    /** Digits after the point in the unit. */
    digits: number;
  };
  readonly source: {
    title: string;
    citation: string;
    file: string;
    sha256: string;
    bytes: number;
    urls: readonly string[];
  };
  readonly recodes: readonly {name: string; why: string; rows: number}[];
  readonly modifiers: readonly Modifier[];
  readonly models: readonly ModelCard[];
  readonly claims: readonly Claim[];
  readonly versions: {poolhouse: string; node: string};
  readonly key: string;
}
