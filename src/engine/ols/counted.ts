// Least squares of rows that are counted: kinds of rows that are equal in every column but the outcome.
import {leastSquares, type LeastSquares} from "./least-squares.js";

/** What stands behind each kind of row [kinds]. */
export interface Counted {
  readonly counts: Float64Array;
  /** Σ (y − ȳ)² over the rows of a kind, in the square of the unit of y. */
  readonly within: Float64Array;
}

/**
 * Regresses the outcomes of all rows on columns `x` [kinds × names.length], column-major, that are constant in each
 * kind; `means` [kinds] are the kinds' mean outcomes. Coefficients, contrasts and their errors of every kind are those
 * of `leastSquares` on the rows, at the cost of the kinds: a row stands for all of its kind, weighed by the root of
 * their number, its leverage is that of each of them, and its residual the root of their mean square.
 *
 * Raises an InputError as `leastSquares` does.
 */
export function countedLeastSquares(
  x: Float64Array,
  means: Float64Array,
  names: readonly string[],
  {counts, within}: Counted
): LeastSquares {
  const kinds = counts.length;
  const roots = counts.map(Math.sqrt);
  const fit = leastSquares(
    x.map((value, at) => value * roots[at % kinds]),
    means.map((mean, i) => mean * roots[i]),
    names
  );
  const squares = fit.residuals.map((residual, i) => residual * residual + within[i]);
  const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
  const df = sum(counts) - fit.rank;
  let leverage: Float64Array | undefined;
  return {
    names,
    coefficients: fit.coefficients,
    aliased: fit.aliased,
    fitted: fit.fitted.map((value, i) => value / roots[i]),
    residuals: squares.map((square, i) => Math.sqrt(square / counts[i])),
    scores: fit.residuals,
    rank: fit.rank,
    df,
    sigma: Math.sqrt(sum(squares) / df),
    factor: fit.factor,
    get leverage() {
      return (leverage ??= fit.leverage.map((own, i) => own / counts[i]));
    },
    get basis() {
      return fit.basis;
    }
  };
}
