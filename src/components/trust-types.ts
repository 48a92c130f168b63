// What the page on trust is drawn from: the shape of `trust.json`, types only.
import type {AgreementCard} from "./agreement-types.js";

/** One model fitted by both engines; rates are minimum bulk ESS per second of sampling. */
export interface SpeedRow {
  readonly model: string;
  /** In words: "Tomz & Weeks, 15 crossed terms of respondents". */
  readonly label: string;
  /** "exact draws" or "NUTS". */
  readonly method: string;
  readonly ours: number;
  /** Stan's rate and ours over it; null where Stan was not run. */
  readonly stan: number | null;
  readonly ratio: number | null;
  /** Whether one of the runs misses a threshold of ours, so that its rate is rough. */
  readonly rough: boolean;
  /** How many parameters and group effects the minimum is over. */
  readonly variables: number;
  readonly ours_draws: number;
  readonly ours_seconds: number;
  readonly stan_draws: number | null;
  readonly stan_seconds: number | null;
  readonly stan_compile_seconds: number | null;
  /** Our sampling over what writing as many normal numbers would take. */
  readonly times_writing: number;
}

/** One fit of a simulated experiment; seconds, and MB beside the data. */
export interface GrowthRow {
  /** The model in words. */
  readonly model: string;
  readonly formula: string;
  readonly rows: number;
  readonly groups: number;
  readonly cells: number;
  readonly draws: number;
  readonly model_seconds: number;
  readonly sampling_seconds: number;
  readonly rest_seconds: number;
  readonly megabytes: number;
}

/** One model fitted by one method to many data sets simulated from its prior. */
export interface CalibrationRow {
  readonly id: string;
  /** The model in words. */
  readonly label: string;
  readonly formula: string;
  readonly method: string;
  readonly replications: number;
  readonly draws: number;
  /** The harmonic mean over classes of parameters. */
  readonly p: number;
  /** Largest distance from uniform that one quantity in twenty exceeds by chance. */
  readonly bound: number;
  /** How many of the quantities keep within it. */
  readonly within: number;
  /** One curve a quantity: the share of ranks up to the end of each bin, less the uniform share. */
  readonly curves: readonly {readonly name: string; readonly excess: readonly number[]}[];
}

/** The cost of one gradient and the memory of one fit. */
export interface GradientRow {
  readonly label: string;
  readonly dimension: number;
  readonly cells: number;
  readonly microseconds: number;
  readonly fit_seconds: number;
  readonly peak_megabytes: number;
}

/** The wait for 1,000 effective draws of every group's effect, beside bootstrapped OLS, in seconds. */
export interface FirstCard {
  readonly rows: number;
  readonly groups: number;
  readonly replicates: number;
  readonly posteriors: readonly {readonly label: string; readonly seconds: number}[];
  readonly bootstraps: readonly {
    readonly label: string;
    readonly columns: number;
    readonly seconds: number;
  }[];
}

/** Small meta-analyses, and how many of them went wrong. */
export interface StressCard {
  readonly fits: number;
  readonly divergent: number;
  readonly above_rhat: number;
  readonly refused: number;
  readonly broken: number;
  readonly largest_rhat: number;
  readonly seconds: number;
}

/** All of it, with the machine and the day. */
export interface TrustCard {
  readonly date: string;
  readonly machine: string;
  readonly software: readonly string[];
  readonly load: readonly [number, number] | null;
  readonly speed: readonly SpeedRow[];
  readonly rows: readonly GrowthRow[];
  readonly groups: readonly GrowthRow[];
  readonly gradients: readonly GradientRow[];
  readonly first: FirstCard | null;
  readonly stress: StressCard | null;
  readonly calibration: readonly CalibrationRow[];
  /** The harmonic mean over all of `calibration`; null when there is none. */
  readonly calibration_p: number | null;
  /** Null where it was not measured. */
  readonly agreement: AgreementCard | null;
}
