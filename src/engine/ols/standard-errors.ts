// Variances of least squares estimates: classical, HC2 and HC3.
import {influence} from "./influence.js";
import type {LeastSquares} from "./least-squares.js";

/** Equal error variances, or robust to unequal ones with the corrections of HC2 and HC3. */
export type ErrorKind = "classical" | "HC2" | "HC3";

/** A row, or a cluster in some direction, with less than this left of its own residual has none: rounding alone remains. */
export const NO_RESIDUAL = 1e-9;

/**
 * The error variance that each row contributes [n], in the square of the unit of y: sigma² for
 * classical, e² / (1 - h) for HC2, e² / (1 - h)² for HC3. NaN for a row with leverage 1, which the fit
 * passes through whatever its error. [mackinnon1985]
 */
export function errorVariances(fit: LeastSquares, kind: ErrorKind): Float64Array {
  const {residuals, sigma} = fit;
  if (kind === "classical") return residuals.map(() => sigma * sigma);
  const {leverage} = fit;
  return residuals.map((e, i) => {
    const left = 1 - leverage[i];
    if (left < NO_RESIDUAL) return NaN;
    return kind === "HC2" ? (e * e) / left : (e / left) ** 2;
  });
}

/**
 * The covariance of two combinations of coefficients, given their row weights and the rows' error
 * variances [n]; rows that either leaves out do not enter, even with an undefined variance.
 */
export function combine(a: Float64Array, b: Float64Array, variances: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) {
    const weight = a[i] * b[i];
    if (weight !== 0) sum += weight * variances[i];
  }
  return sum;
}

/**
 * The standard error of every coefficient [p], in its unit: NaN where the column is aliased and, for
 * HC2 and HC3, where the coefficient rests on a row with leverage 1.
 */
export function standardErrors(fit: LeastSquares, kind: ErrorKind): Float64Array {
  const p = fit.names.length;
  const variances = errorVariances(fit, kind);
  const errors = new Float64Array(p).fill(NaN);
  for (const j of fit.factor.kept) {
    const rows = coefficientInfluence(fit, j);
    errors[j] = Math.sqrt(combine(rows, rows, variances));
  }
  return errors;
}

/**
 * The covariance matrix of the coefficients [p × p]; an entry is NaN where either column is aliased
 * and, for HC2 and HC3, where both coefficients rest on a row with leverage 1.
 */
export function covariance(fit: LeastSquares, kind: ErrorKind): Float64Array {
  const p = fit.names.length;
  const {kept} = fit.factor;
  const variances = errorVariances(fit, kind);
  const influences = kept.map((column) => coefficientInfluence(fit, column));
  const result = new Float64Array(p * p).fill(NaN);
  kept.forEach((j, a) => {
    kept.forEach((k, b) => {
      if (b <= a) result[j * p + k] = combine(influences[a], influences[b], variances);
      result[k * p + j] = result[j * p + k];
    });
  });
  return result;
}

function coefficientInfluence(fit: LeastSquares, column: number): Float64Array {
  const weights = new Float64Array(fit.names.length);
  weights[column] = 1;
  return influence(fit, weights);
}
