// What a comparison of two groups is drawn and told from, types only but for one mapping.
import type {Curve, Estimate, Point} from "./types.js";

/** A posterior from draws. */
export interface DrawnPosterior {
  readonly estimate: Estimate;
  readonly curve: Pick<Curve, "x" | "density">;
  readonly p_positive: number;
  /** Monte Carlo standard errors of the probability and of the mean. */
  readonly mcse_p: number;
  readonly mcse_mean: number;
}

/** How a classical comparison would fare if the model's difference were the truth. */
export interface ClassicalFate {
  /** The standard error of the classical difference, in the unit of effects. */
  readonly se: number;
  readonly power: number;
  readonly wrong_sign: number;
  readonly exaggeration: number;
}

/** Two groups, and the first minus the second. */
export interface PairResult {
  readonly first: DrawnPosterior;
  readonly second: DrawnPosterior;
  readonly difference: DrawnPosterior;
  /** How many draws of each group it rests on. */
  readonly draws: number;
  /** Null where OLS has no estimate of one of the two. */
  readonly classical: ClassicalFate | null;
}

/** The columns of a summary that an estimate is made of. */
export type SummaryColumns = Readonly<
  Record<
    "mean" | "sd" | "q2.5" | "q5" | "q10" | "q25" | "q50" | "q75" | "q90" | "q95" | "q97.5",
    number
  >
>;

/** The same numbers under the names that figures use. */
export function estimateOf(summary: SummaryColumns): Estimate {
  const {mean, sd, q5, q10, q25, q50: median, q75, q90, q95} = summary;
  return {
    median,
    mean,
    sd,
    lower: {50: q25, 80: q10, 90: q5, 95: summary["q2.5"]},
    upper: {50: q75, 80: q90, 90: q95, 95: summary["q97.5"]}
  };
}

/** Two groups of a model by their keys, among all groups of the model in the report's order. */
export interface Pair {
  readonly model: string;
  readonly groups: readonly string[];
  readonly first: string;
  readonly second: string;
  /** The groups' means by the whole run, which the draws that are kept are moved to; as they are when left out. */
  readonly means?: readonly [number, number];
  /** What stands for the difference as the truth of the classical comparison. */
  readonly point: Point;
}

/** Compares; rejects when the files cannot be had, and then tries again at the next call. */
export type Comparer = (pair: Pair) => Promise<PairResult>;
