// How linear combinations of least squares coefficients err, alone and together.
import {dot} from "../linalg/vector.js";
import {clusterSpread} from "./clusters.js";
import {basisWeights, influence} from "./influence.js";
import type {LeastSquares} from "./least-squares.js";
import {combine, errorVariances, type ErrorKind} from "./standard-errors.js";

/** The kinds of errors that rows have each for itself, or the clusters that share them, one code for each row of a fit. */
export type Errors = ErrorKind | {readonly clusters: Int32Array};

/** A combination carried over to what errs: coordinates, rows or clusters; with its degrees of freedom. */
export interface Carried {
  readonly rows: Float64Array;
  readonly df: number;
}

/** How combinations err together, each carried over from weights on coefficients once. */
export interface Spread {
  readonly carry: (weights: Float64Array) => Carried;
  readonly covariance: (a: Float64Array, b: Float64Array) => number;
}

/** The spread of a fit's combinations with errors of a kind. Raises an InputError as clusterSpread does. */
export function spreadOf(fit: LeastSquares, errors: Errors): Spread {
  const {df, sigma} = fit;
  // Where all rows err alike, coordinates in an orthonormal basis tell what their many rows would.
  if (errors === "classical")
    return {
      carry: (weights) => ({rows: basisWeights(fit, weights), df}),
      covariance: (a, b) => sigma * sigma * dot(a, b)
    };
  if (typeof errors === "object") return clusterSpread(fit, errors.clusters);
  const variances = errorVariances(fit, errors);
  return {
    carry: (weights) => ({rows: influence(fit, weights), df}),
    covariance: (a, b) => combine(a, b, variances)
  };
}
