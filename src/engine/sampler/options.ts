// Every tunable of the sampler: its default, unit and reason.
import {error} from "../error.js";

/** How draws are made: coefficients drawn exactly, or everything by the no-U-turn sampler. */
export type Method = "exact" | "nuts";

/** What a user may set. */
export interface SamplerOptions {
  /** "auto" lets the model decide; a fit's own options say what was used. */
  readonly method: Method | "auto";
  /** Independent chains; 4 lets R-hat see disagreement. */
  readonly chains: number;
  /** Iterations per chain spent on adaptation and thrown away. */
  readonly warmup: number;
  /** Iterations per chain kept. */
  readonly draws: number;
  /** Any text; equal seeds give equal draws. */
  readonly seed: string;
  /** Mean acceptance probability to adapt the step size to; higher means smaller steps. */
  readonly targetAcceptance: number;
  /** Longest trajectory is 2^maxTreeDepth steps. */
  readonly maxTreeDepth: number;
}

/** The defaults of Stan and brms, so that results can be compared. */
export const defaultSamplerOptions: SamplerOptions = {
  method: "auto",
  chains: 4,
  warmup: 1000,
  draws: 1000,
  seed: "1",
  targetAcceptance: 0.8,
  maxTreeDepth: 10
};

/** Tunables that no user should need. */
export const tuning = {
  /** A trajectory whose energy error exceeds this has left the typical set. */
  divergence: 1000,
  /** Mean leapfrog steps up to which trajectories of a quarter of a turn do better than of half a one. */
  shortTrajectory: 10,
  /** Iterations of a window from which trajectories tell whether a diagonal normal is near enough. */
  judgedWindow: 40,
  /** Plain variances are shrunk towards `scale` with the weight of `prior` draws. */
  shrinkage: {prior: 5, scale: 1e-3},
  /** Initial points are uniform on ± this, in unconstrained units, as in Stan. */
  initialRadius: 2,
  /** Attempts at an initial point with a finite density. */
  initialAttempts: 100,
  /** Steps beyond these are a sign that the density has no scale, as in Stan. */
  stepSizes: {least: 1e-14, greatest: 1e7},
  /** With a spring a step is a turn: four points at this step, 81 degrees, span just over half of one. */
  greatestTurn: 1.7,
  /** Dual averaging [hoffman2014]: shrinkage, delay, forgetting, and the factor of its centre. */
  dualAveraging: {gamma: 0.05, delay: 10, kappa: 0.75, centre: 10},
  /** Warm-up windows: fast start, first slow window, fast end (iterations). Gradients tell scales soon. */
  windows: {start: 10, first: 10, end: 50},
  /** Below this warm-up the windows shrink in proportion. */
  shortWarmup: 100,
  /** Shares of a short warm-up for start and end. */
  shortShares: {start: 0.15, end: 0.1}
} as const;

/** Fills in defaults and checks; raises an InputError that names the option. */
export function resolveOptions(given: Partial<SamplerOptions> = {}): SamplerOptions {
  const options = {...defaultSamplerOptions, ...given};
  if (!["auto", "exact", "nuts"].includes(options.method))
    error(`unsupported method: ${options.method}; use auto, exact or nuts`);
  whole("number of chains", options.chains, 1, 64);
  whole("warm-up", options.warmup, 0, 1_000_000);
  whole("number of draws", options.draws, 4, 10_000_000);
  whole("greatest tree depth", options.maxTreeDepth, 1, 20);
  const {targetAcceptance: target} = options;
  if (!(target > 0 && target < 1))
    error(`invalid target acceptance: ${String(target)}; must lie between 0 and 1`);
  return options;
}

function whole(what: string, value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most)
    error(
      `invalid ${what}: ${String(value)}; must be a whole number from ${String(least)} to ${String(most)}`
    );
}
