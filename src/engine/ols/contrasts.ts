// Linear combinations of least squares coefficients with their t intervals.
import {error} from "../error.js";
import {studentTQuantile, studentTTwoSided} from "../math/student-t.js";
import {isEstimable} from "./influence.js";
import type {LeastSquares} from "./least-squares.js";
import {spreadOf, type Errors, type Spread} from "./spread.js";

/** One combination, in the unit of y. */
export interface Contrast {
  readonly estimate: number;
  readonly se: number;
  /** Residual degrees of freedom of the fit; of errors that clusters share, the combination's own. */
  readonly df: number;
  readonly lower: number;
  readonly upper: number;
  /** Two-sided, against zero. */
  readonly p: number;
}

/**
 * Estimates Σ weights[j] coefficients[j] for each row of `weights` [p], with the limits of its t
 * interval at `level`. A combination that the data do not determine is NaN throughout; one that rests
 * on a row with leverage 1 has, under HC2 and HC3, an estimate but no standard error or limits, and
 * so has one that rests on a single cluster where clusters share errors.
 *
 * Raises an InputError for weights of the wrong length, a level that is not between 0 and 1, or fewer
 * than two clusters.
 */
export function contrasts(
  fit: LeastSquares,
  weights: readonly Float64Array[],
  {errors = "HC2", level = 0.95}: {errors?: Errors; level?: number} = {}
): Contrast[] {
  if (!(level > 0 && level < 1)) error(`invalid level: ${level}; must be between 0 and 1`);
  const spread = spreadOf(fit, errors);
  return weights.map((row) => {
    if (row.length !== fit.names.length) {
      error(`invalid contrast: ${row.length} weights; must be one for each of ${fit.names.length}`);
    }
    return isEstimable(fit, row) ? contrast(fit, row, spread, level) : notEstimable(fit.df);
  });
}

/**
 * The covariances of the same combinations [combinations × combinations], in the square of y's unit;
 * NaN where either is not estimable and where both rest on one row with leverage 1 (under HC2 and
 * HC3) or on one cluster.
 */
export function contrastCovariances(
  fit: LeastSquares,
  weights: readonly Float64Array[],
  errors: Errors
): Float64Array {
  const k = weights.length;
  const spread = spreadOf(fit, errors);
  const known = weights.map((row) => isEstimable(fit, row));
  const rows = weights.map((row) => spread.carry(row).rows);
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
  level: number
): Contrast {
  const {coefficients} = fit;
  const estimate = fit.factor.kept.reduce((sum, j) => sum + weights[j] * coefficients[j], 0);
  const {rows, df} = spread.carry(weights);
  const se = Math.sqrt(spread.covariance(rows, rows));
  const reach = studentTQuantile((1 + level) / 2, df);
  return {
    estimate,
    se,
    df,
    lower: estimate - reach * se,
    upper: estimate + reach * se,
    p: studentTTwoSided(estimate / se, df)
  };
}

function notEstimable(df: number): Contrast {
  return {estimate: NaN, se: NaN, df, lower: NaN, upper: NaN, p: NaN};
}
