// Levels that nobody has seen yet: coefficients drawn from a term's own distribution.
import type {TermDesign} from "../design/design.js";
import {variableIndex, variableView} from "../draws/draws.js";
import type {Model} from "../model/model.js";
import {correlationNames, sdNames} from "../model/names.js";
import type {Draws, Generator} from "../types.js";
import {levelOffsets} from "./estimand.js";

/**
 * The same draws with every level of the `terms` (positions) replaced by a new one, drawn from
 * N(0, Σ) of its term, with Σ as in the same draw: what brms calls sample_new_levels = "gaussian".
 * Numbers are taken from `generator` term by term, level by level, draw by draw, so that a level's do
 * not depend on who asks.
 */
export function drawNewLevels(
  model: Model,
  draws: Draws,
  terms: readonly number[],
  generator: Generator
): Draws {
  const values = Float64Array.from(draws.values);
  const copy = {...draws, values};
  const offsets = levelOffsets(model);
  for (const k of terms) {
    const term = model.design.terms[k];
    const m = term.coefficients.length;
    const factors = covarianceFactors(term, draws);
    const normals = new Float64Array(m);
    for (let level = 0; level < term.levels.length; ++level) {
      const own = term.coefficients.map((_, a) =>
        variableView(copy, offsets[k] + a * term.levels.length + level)
      );
      for (let i = 0; i < own[0].length; ++i) {
        for (let a = 0; a < m; ++a) normals[a] = generator.normal();
        for (let a = 0; a < m; ++a) {
          let sum = 0;
          for (let b = 0; b <= a; ++b) sum += factors[i * m * m + b * m + a] * normals[b];
          own[a][i] = sum;
        }
      }
    }
  }
  return copy;
}

/** Per draw the Cholesky factor of a term's covariance, m × m and column-major. */
function covarianceFactors(term: TermDesign, draws: Draws): Float64Array {
  const view = (name: string): Float64Array => variableView(draws, variableIndex(draws, name));
  const sds = sdNames(term).map(view);
  const correlations = correlationNames(term).map(view);
  const m = sds.length;
  const factors = new Float64Array(sds[0].length * m * m);
  for (let i = 0; i < sds[0].length; ++i) {
    const factor = factors.subarray(i * m * m, (i + 1) * m * m);
    for (let a = 0; a < m; ++a) factor[a * m + a] = 1;
    let pair = 0;
    if (correlations.length)
      for (let a = 1; a < m; ++a)
        for (let b = 0; b < a; ++b) factor[b * m + a] = correlations[pair++][i];
    factorInPlace(factor, m);
    for (let a = 0; a < m; ++a) for (let b = 0; b <= a; ++b) factor[b * m + a] *= sds[a][i];
  }
  return factors;
}

/**
 * The Cholesky factor of a correlation matrix in its lower triangle. Correlations of 1 to the last
 * digit leave a coefficient nothing of its own, a pivot of zero, which is no fault here.
 */
function factorInPlace(a: Float64Array, m: number): void {
  for (let j = 0; j < m; ++j) {
    for (let k = 0; k < j; ++k)
      for (let i = j; i < m; ++i) a[j * m + i] -= a[k * m + i] * a[k * m + j];
    const pivot = Math.sqrt(Math.max(0, a[j * m + j]));
    a[j * m + j] = pivot;
    for (let i = j + 1; i < m; ++i) a[j * m + i] = pivot > 0 ? a[j * m + i] / pivot : 0;
  }
}
