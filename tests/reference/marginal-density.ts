// The density of an outcome with all coefficients integrated out, from rows, by the textbook.
import type {Model} from "../../src/engine/model/model.js";
import {levelColumns, levelCovariance, populationColumns} from "./coefficients.js";
import {eliminate, product, times, transpose, zeros, type Matrix} from "./dense.js";

/** What the variances are; a precision of 0 is a flat prior. */
export interface MarginalPoint {
  readonly sigma: number;
  /** Per term the covariance K of a level's coefficients, k × k. */
  readonly covariances: readonly Float64Array[];
  readonly precision: readonly number[];
  readonly location: readonly number[];
}

/**
 * log ∫ N(y; Xβ, ZKZ' + σ²I) p(β) dβ up to a constant that no argument changes. Columns with proper
 * priors add X diag(1/precision) X' to the covariance; those with flat ones are integrated by
 * generalised least squares.
 */
export function slowMarginalDensity(
  model: Model,
  {sigma, covariances, precision, location}: MarginalPoint
): number {
  const x = populationColumns(model);
  const n = model.design.outcome.length;
  const held = x.flatMap((_, j) => (precision[j] > 0 ? [j] : []));
  const free = x.flatMap((_, j) => (precision[j] > 0 ? [] : [j]));
  const z = levelColumns(model);
  const spread = z.length
    ? product(transpose(product(levelCovariance(model.cells, covariances), z)), z)
    : zeros(n);
  const covariance = spread.map((row, i) =>
    row.map((value, k) => {
      const population = held.reduce((sum, j) => sum + (x[j][i] * x[j][k]) / precision[j], 0);
      return value + population + (i === k ? sigma * sigma : 0);
    })
  );
  const residual = [...model.design.outcome].map(
    (y, i) => y - held.reduce((sum, j) => sum + x[j][i] * location[j], 0)
  );
  const {inverse, logDeterminant} = eliminate(covariance);
  const squares = (a: readonly number[], b: readonly number[]) =>
    times(inverse, a).reduce((sum, value, i) => sum + value * b[i], 0);
  const explained = explainedBy(
    free.map((j) => x[j]),
    residual,
    squares
  );
  return -0.5 * (logDeterminant + squares(residual, residual) + explained);
}

/** What a flat prior on the coefficients of `columns` adds to twice the negative log density. */
function explainedBy(
  columns: Matrix,
  residual: readonly number[],
  squares: (a: readonly number[], b: readonly number[]) => number
): number {
  if (columns.length === 0) return 0;
  const information = columns.map((a) => columns.map((b) => squares(a, b)));
  const pull = columns.map((a) => squares(a, residual));
  const {inverse, logDeterminant} = eliminate(information);
  return logDeterminant - times(inverse, pull).reduce((sum, b, j) => sum + b * pull[j], 0);
}
