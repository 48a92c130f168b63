// Ordinary least squares, leaving out columns that depend on earlier ones.
import {error} from "../error.js";
import {multiplyQ, multiplyQTransposed, qr, solveR} from "../linalg/qr.js";
import type {QR} from "../linalg/qr.js";

/** A least squares fit of n rows and p named columns. */
export interface LeastSquares {
  readonly names: readonly string[];
  /** One per column; NaN where the column is aliased [p]. */
  readonly coefficients: Float64Array;
  /** The names of the columns that depend on columns before them and were left out. */
  readonly aliased: readonly string[];
  readonly fitted: Float64Array;
  readonly residuals: Float64Array;
  /**
   * What the basis is multiplied by to tell how residuals pull: the residuals themselves; of a row that
   * stands for several, their sum over the root of their number [n].
   */
  readonly scores: Float64Array;
  /** Each row's pull on its own fitted value, 0 … 1 [n]; computed when first asked for. */
  readonly leverage: Float64Array;
  /** The number of independent columns. */
  readonly rank: number;
  /** Residual degrees of freedom, n - rank. */
  readonly df: number;
  /** The residual standard deviation, in the unit of y; NaN when df is 0. */
  readonly sigma: number;
  readonly factor: QR;
  /** An orthonormal basis of the columns [n × rank], column-major; computed when first asked for. */
  readonly basis: Float64Array;
}

/**
 * Regresses `y` [n] on the columns of `x` [n × names.length], column-major; both are left as they
 * are. Of linearly dependent columns the earlier are kept, as in R's `lm`. [golub2013]
 *
 * Raises an InputError when sizes disagree or a value is not finite.
 */
export function leastSquares(
  x: Float64Array,
  y: Float64Array,
  names: readonly string[]
): LeastSquares {
  check(x, y, names);
  const n = y.length;
  const factor = qr(Float64Array.from(x), n, names.length);
  const rank = factor.kept.length;
  const rotated = Float64Array.from(y);
  multiplyQTransposed(factor, rotated);
  const residuals = Float64Array.from(rotated).fill(0, 0, rank);
  multiplyQ(factor, residuals);
  const rss = sumOfSquares(rotated.subarray(rank));
  solveR(factor, rotated);
  const coefficients = new Float64Array(names.length).fill(NaN);
  factor.kept.forEach((column, k) => (coefficients[column] = rotated[k]));
  let basis: Float64Array | undefined;
  let leverage: Float64Array | undefined;
  return {
    names,
    coefficients,
    aliased: factor.aliased.map((column) => names[column]),
    fitted: y.map((value, i) => value - residuals[i]),
    residuals,
    scores: residuals,
    rank,
    df: n - rank,
    sigma: Math.sqrt(rss / (n - rank)),
    factor,
    get leverage() {
      return (leverage ??= leverageOf(this.basis, n));
    },
    get basis() {
      return (basis ??= orthonormalBasis(factor));
    }
  };
}

function orthonormalBasis(factor: QR): Float64Array {
  const n = factor.rows;
  const basis = new Float64Array(n * factor.kept.length);
  for (let k = 0; k < factor.kept.length; ++k) {
    const column = basis.subarray(k * n, (k + 1) * n);
    column[k] = 1;
    multiplyQ(factor, column);
  }
  return basis;
}

function leverageOf(basis: Float64Array, n: number): Float64Array {
  const leverage = new Float64Array(n);
  for (let k = 0; k < basis.length; ++k) leverage[k % n] += basis[k] * basis[k];
  return leverage;
}

function sumOfSquares(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; ++i) sum += x[i] * x[i];
  return sum;
}

function check(x: Float64Array, y: Float64Array, names: readonly string[]): void {
  const size = y.length * names.length;
  if (x.length !== size) {
    error(
      `invalid design: ${x.length} values; must be ${y.length} rows times ${names.length} columns`
    );
  }
  const strange = x.findIndex((value) => !Number.isFinite(value));
  if (strange >= 0) {
    const column = names[Math.floor(strange / y.length)];
    error(`invalid column: ${column}; row ${(strange % y.length) + 1} is not a finite number`);
  }
  const row = y.findIndex((value) => !Number.isFinite(value));
  if (row >= 0) error(`invalid outcome: ${y[row]}; row ${row + 1} must be a finite number`);
}
