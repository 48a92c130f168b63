// Linear combinations of least squares coefficients with their t intervals.
import {error} from "../error.js";
import {studentTQuantile, studentTTwoSided} from "../math/student-t.js";
import {dot} from "../linalg/vector.js";
import {basisWeights, influence, isEstimable} from "./influence.js";
import type {LeastSquares} from "./least-squares.js";
import {combine, errorVariances} from "./standard-errors.js";
import type {ErrorKind} from "./standard-errors.js";

/** One combination, in the unit of y. */
export interface Contrast {
  readonly estimate: number;
  readonly se: number;
  readonly df: number;
  readonly lower: number;
  readonly upper: number;
  /** Two-sided, against zero. */
  readonly p: number;
}

/**
 * Estimates Σ weights[j] coefficients[j] for each row of `weights` [p], with the limits of its t
 * interval at `level` on the residual degrees of freedom. A combination that the data do not
 * determine is NaN throughout; one that rests on a row with leverage 1 has, under HC2 and HC3, an
 * estimate but no standard error or limits.
 *
 * Raises an InputError for weights of the wrong length or a level that is not between 0 and 1.
 */
export function contrasts(
  fit: LeastSquares,
  weights: readonly Float64Array[],
  {errors = "HC2", level = 0.95}: {errors?: ErrorKind; level?: number} = {}
): Contrast[] {
  if (!(level > 0 && level < 1)) error(`invalid level: ${level}; must be between 0 and 1`);
  const spread = spreadOf(fit, errors);
  const reach = studentTQuantile((1 + level) / 2, fit.df);
  return weights.map((row) => {
    if (row.length !== fit.names.length) {
      error(`invalid contrast: ${row.length} weights; must be one for each of ${fit.names.length}`);
    }
    return isEstimable(fit, row) ? contrast(fit, row, spread, reach) : notEstimable(fit.df);
  });
}

/**
 * The covariances of the same combinations [combinations × combinations], in the square of y's unit;
 * NaN where either is not estimable and, under HC2 and HC3, where both rest on a row with leverage 1.
 */
export function contrastCovariances(
  fit: LeastSquares,
  weights: readonly Float64Array[],
  errors: ErrorKind
): Float64Array {
  const k = weights.length;
  const spread = spreadOf(fit, errors);
  const known = weights.map((row) => isEstimable(fit, row));
  const rows = weights.map((row) => spread.carry(row));
  const result = new Float64Array(k * k).fill(NaN);
  for (let a = 0; a < k; ++a)
    for (let b = 0; b <= a; ++b)
      if (known[a] && known[b])
        result[a * k + b] = result[b * k + a] = spread.covariance(rows[a], rows[b]);
  return result;
}

function contrast(
  fit: LeastSquares,
  weights: Float64Array,
  spread: Spread,
  reach: number
): Contrast {
  const {coefficients, df} = fit;
  const estimate = fit.factor.kept.reduce((sum, j) => sum + weights[j] * coefficients[j], 0);
  const rows = spread.carry(weights);
  const se = Math.sqrt(spread.covariance(rows, rows));
  return {
    estimate,
    se,
    df,
    lower: estimate - reach * se,
    upper: estimate + reach * se,
    p: studentTTwoSided(estimate / se, df)
  };
}

/** How combinations err together, each carried over from weights on coefficients once. */
interface Spread {
  readonly carry: (weights: Float64Array) => Float64Array;
  readonly covariance: (a: Float64Array, b: Float64Array) => number;
}

function spreadOf(fit: LeastSquares, errors: ErrorKind): Spread {
  // Where all rows err alike, coordinates in an orthonormal basis tell what their many rows would.
  if (errors === "classical")
    return {
      carry: (weights) => basisWeights(fit, weights),
      covariance: (a, b) => fit.sigma * fit.sigma * dot(a, b)
    };
  const variances = errorVariances(fit, errors);
  return {
    carry: (weights) => influence(fit, weights),
    covariance: (a, b) => combine(a, b, variances)
  };
}

function notEstimable(df: number): Contrast {
  return {estimate: NaN, se: NaN, df, lower: NaN, upper: NaN, p: NaN};
}
