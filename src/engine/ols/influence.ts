// How much every row adds to a linear combination of least squares coefficients.
import {solveRTransposed} from "../linalg/qr.js";
import {dot} from "../linalg/vector.js";
import type {LeastSquares} from "./least-squares.js";

/** Weights this small beside the others are rounding. */
const NEGLIGIBLE = 1e-8;

/**
 * The row weights c [n] with Σ c[i] y[i] = Σ weights[j] coefficients[j], where aliased columns'
 * coefficients count as zero. `weights` has one entry per column of the design [p].
 */
export function influence(fit: LeastSquares, weights: Float64Array): Float64Array {
  const {basis, rank} = fit;
  const n = fit.factor.rows;
  const rows = new Float64Array(n);
  const u = basisWeights(fit, weights);
  for (let k = 0; k < rank; ++k) {
    if (u[k] === 0) continue;
    for (let i = 0; i < n; ++i) rows[i] += u[k] * basis[k * n + i];
  }
  let largest = 0;
  for (let i = 0; i < n; ++i) largest = Math.max(largest, Math.abs(rows[i]));
  for (let i = 0; i < n; ++i) if (Math.abs(rows[i]) < NEGLIGIBLE * largest) rows[i] = 0;
  return rows;
}

/**
 * Whether the data determine Σ weights[j] coefficients[j], whatever coefficients the aliased columns
 * might have had. An aliased column is a combination of kept ones, so an estimable combination must
 * weigh it as that combination is weighed. [searle1971]
 */
export function isEstimable(fit: LeastSquares, weights: Float64Array): boolean {
  const {values, rows, kept, aliased} = fit.factor;
  const u = basisWeights(fit, weights);
  return aliased.every((column) => {
    let implied = 0;
    let square = 0;
    for (let k = 0; k < kept.length && kept[k] < column; ++k) {
      const z = values[column * rows + k];
      implied += z * u[k];
      square += z * z;
    }
    // By Cauchy and Schwarz the largest that the sum could have been, so what rounding is beside.
    const scale = Math.abs(weights[column]) + Math.sqrt(square * dot(u, u));
    return Math.abs(implied - weights[column]) <= NEGLIGIBLE * scale;
  });
}

/** Weights [p] carried over from coefficients to coordinates in the orthonormal basis [rank]. */
export function basisWeights({factor}: LeastSquares, weights: Float64Array): Float64Array {
  const u = Float64Array.from(factor.kept, (column) => weights[column]);
  solveRTransposed(factor, u);
  return u;
}
