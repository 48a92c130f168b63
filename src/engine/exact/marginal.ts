// What a marginal density can do: the outcome's density without coefficients, and their draw.
import type {Generator} from "../types.js";

/**
 * The density of a Gaussian outcome given the variances, with all linear coefficients integrated
 * out analytically [lai2024]. Nothing about coefficients is left to explore, so that no funnel is.
 */
export interface Marginal {
  /** Per term the scale S of a level's coefficients, K = SS', k × k, row-major; set by the caller. */
  readonly scales: readonly Float64Array[];
  /** Precision of each population coefficient's prior, 0 for a flat one; set by the caller. */
  readonly precision: Float64Array;
  /** Its location, relative to the cells' reference; set by the caller. */
  readonly location: Float64Array;
  /** Log density of the outcome up to a constant; NaN where it cannot be had. */
  evaluate(sigma: number): number;
  /** Draws all coefficients from their distribution given the variances evaluated last. */
  draw(generator: Generator): void;
  /** The population coefficients drawn, relative to the cells' reference. */
  readonly population: Float64Array;
  /** Per term the coefficients drawn, by level [k × levels]. */
  readonly values: readonly Float64Array[];
}

/** A marginal density with its derivatives. */
export interface SmoothMarginal extends Marginal {
  /** Fills the derivatives of the density that was evaluated last. */
  differentiate(): void;
  readonly byScales: readonly Float64Array[];
  readonly byLogPrecision: Float64Array;
  /** By log σ. */
  byLogSigma: number;
}
