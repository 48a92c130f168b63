// The nouns that pass between steps; types only.

/**
 * One column of data: numbers, where NaN means missing, or texts, where null means missing.
 */
export type Column = Float64Array | readonly (string | null)[];

/** Equally long columns by name. */
export type Columns = Readonly<Record<string, Column>>;

/**
 * Draws of several variables, as one flat array:
 * `values[(variable * chains + chain) * iterations + iteration]`.
 */
export interface Draws {
  readonly variables: readonly string[];
  readonly chains: number;
  readonly iterations: number;
  readonly values: Float64Array;
}

/** A stream of random numbers; the only source of chance in the engine. */
export interface Generator {
  /** A whole number, uniform on 0 … 2³² − 1. */
  uint32(): number;
  /** A number uniform on the open interval (0, 1), with 53 random bits. */
  uniform(): number;
  /** A standard normal number. */
  normal(): number;
}

/**
 * What a sampler knows of a model: a log density on unconstrained coordinates, and the way from
 * there to the parameters that readers see.
 */
export interface Posterior {
  /** The number of unconstrained coordinates. */
  readonly dim: number;
  /** The names of the parameters that `constrain` writes, in order. */
  readonly variables: readonly string[];
  /** Log density at `q` (length `dim`), up to a constant; fills `gradient` (length `dim`). */
  logDensity(q: Float64Array, gradient: Float64Array): number;
  /** Writes the parameters of the point `q` into `out` (length `variables.length`). */
  constrain(q: Float64Array, out: Float64Array): void;
}
