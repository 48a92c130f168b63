// Coordinates in which population coefficients are nearly uncorrelated with unit scale.
import type {Distribution} from "../density/density.js";
import type {Cells} from "../design/cells.js";
import {cholesky} from "../linalg/cholesky.js";

/**
 * A p × p upper triangular matrix A, column-major, so that reference + A ξ has roughly the
 * posterior covariance of the population coefficients when ξ is standard normal. It comes from the
 * population columns and normal priors alone, with `variance` the inverse of what a row tells of its
 * linear predictor; the sampler adapts what is left. Without it a diagonal metric crawls along
 * correlated columns.
 */
export function whitening(
  {p, xx}: Pick<Cells, "p" | "xx">,
  priors: readonly Distribution[],
  variance: number
): Float64Array {
  const a = new Float64Array(p * p);
  if (p === 0) return a;
  const precision = xx.map((value) => value / variance);
  for (let j = 0; j < p; ++j) precision[j * p + j] += priorPrecision(priors[j]);
  // A collinear column under a flat prior has no precision of its own.
  const floor = 1e-10 * Math.max(...precision.filter((_, i) => i % (p + 1) === 0), 1);
  for (let j = 0; j < p; ++j) precision[j * p + j] += floor;
  if (!cholesky(precision, p)) return identity(p);
  // A = L⁻ᵀ: column by column, solving Lᵀ a = e.
  for (let j = 0; j < p; ++j) {
    a[j * p + j] = 1 / precision[j * p + j];
    for (let i = j - 1; i >= 0; --i) {
      let sum = 0;
      for (let k = i + 1; k <= j; ++k) sum -= precision[i * p + k] * a[j * p + k];
      a[j * p + i] = sum / precision[i * p + i];
    }
  }
  return a;
}

/** The precision of a prior that is nearly normal near its centre; 0 for others. */
export function priorPrecision({family, arguments: given}: Distribution): number {
  if (family === "normal") return 1 / given[1] ** 2;
  return family === "student_t" ? 1 / given[2] ** 2 : 0;
}

function identity(p: number): Float64Array {
  const a = new Float64Array(p * p);
  for (let j = 0; j < p; ++j) a[j * p + j] = 1;
  return a;
}
