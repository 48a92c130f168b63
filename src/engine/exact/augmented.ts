// The population's precision matrix with the outcome behind it: density, moments, draws.
import {log} from "../math/elementary.js";
import type {Generator} from "../types.js";
import {eliminate, invertPacked, solvePackedTransposed} from "./packed.js";

/**
 * For weighted squares |e − Xδ|² and a normal prior of δ: the cross-products of [X e], packed by
 * rows of the lower triangle. Its Cholesky factor holds the factor of δ's precision, the pull
 * towards the data in the last row, and the squares that δ cannot explain in the last corner.
 */
export class Augmented {
  /** Filled by the caller with cross-products, then overwritten by `factor`. */
  readonly matrix: Float64Array;
  /** E[(−δ, 1)(−δ, 1)'], packed like the matrix, made by `setMoments`. */
  readonly moments: Float64Array;
  /** Prior precision of each coefficient, 0 when flat, and location. */
  readonly precision: Float64Array;
  readonly location: Float64Array;
  private readonly inverse: Float64Array;
  private readonly mean: Float64Array;

  constructor(private readonly p: number) {
    const size = ((p + 1) * (p + 2)) / 2;
    this.matrix = new Float64Array(size);
    this.moments = new Float64Array(size);
    this.precision = new Float64Array(p);
    this.location = new Float64Array(p);
    this.inverse = new Float64Array((p * (p + 1)) / 2);
    this.mean = new Float64Array(p);
  }

  /**
   * Adds the prior and factors. Returns twice the log of the integral over δ of
   * exp(−squares/2) times the prior, up to a constant; NaN when δ is not determined.
   */
  factor(): number {
    const {p, matrix, precision, location} = this;
    const last = (p * (p + 1)) / 2;
    let twice = 0;
    for (let j = 0, row = 0; j < p; row += ++j) {
      if (precision[j] === 0) continue;
      matrix[row + j] += precision[j];
      matrix[last + j] += precision[j] * location[j];
      matrix[last + p] += precision[j] * location[j] * location[j];
      twice += log(precision[j]);
    }
    if (!eliminate(matrix, p + 1, p)) return NaN;
    for (let j = 0, row = 0; j < p; row += ++j) twice -= 2 * log(matrix[row + j]);
    return twice - Math.max(matrix[last + p], 0);
  }

  /** Makes `moments` from the factor. */
  setMoments(): void {
    const {p, matrix, moments, inverse, mean} = this;
    const last = (p * (p + 1)) / 2;
    invertPacked(matrix, p, inverse);
    for (let j = 0; j < p; ++j) mean[j] = matrix[last + j];
    solvePackedTransposed(matrix, p, mean);
    for (let i = 0, row = 0; i < p; row += ++i) {
      for (let j = 0; j <= i; ++j) moments[row + j] = inverse[row + j] + mean[i] * mean[j];
      moments[last + i] = -mean[i];
    }
    moments[last + p] = 1;
  }

  /** The derivative of half of `factor`'s result with respect to each log precision. */
  writeByLogPrecision(out: Float64Array): void {
    const {p, moments, mean, precision, location} = this;
    for (let j = 0, row = 0; j < p; row += ++j) {
      const squares = moments[row + j] - 2 * mean[j] * location[j] + location[j] * location[j];
      out[j] = precision[j] > 0 ? 0.5 * (1 - precision[j] * squares) : 0;
    }
  }

  /** Draws δ into `out`. */
  draw(out: Float64Array, generator: Generator): void {
    const {p, matrix} = this;
    const last = (p * (p + 1)) / 2;
    for (let j = 0; j < p; ++j) out[j] = matrix[last + j] + generator.normal();
    solvePackedTransposed(matrix, p, out);
  }
}

/** Σ over both triangles of two symmetric matrices' products, `a` from `at`, `b` packed. */
export function innerProduct(a: Float64Array, at: number, b: Float64Array, n: number): number {
  let sum = 0;
  for (let i = 0, row = 0; i < n; row += ++i) {
    let half = 0;
    for (let j = 0; j < i; ++j) half += a[at + row + j] * b[row + j];
    sum += 2 * half + a[at + row + i] * b[row + i];
  }
  return sum;
}
