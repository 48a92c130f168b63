// A correlation matrix from unconstrained numbers: its Cholesky factor, LKJ density and gradient.
import {log, log1p, tanh} from "../math/elementary.js";

/**
 * Maps k(k−1)/2 unconstrained numbers to the Cholesky factor of a k × k correlation matrix through
 * canonical partial correlations, r = tanh(w) [lewandowski2009], with an LKJ(eta) density.
 * `factor` is row-major, lower; rows have length 1.
 */
export class CorrelationFactor {
  readonly factor: Float64Array;
  private readonly partial: Float64Array;
  /** What is left of a row's unit length before each entry. */
  private readonly left: Float64Array;

  constructor(
    private readonly k: number,
    private readonly eta: number
  ) {
    this.factor = new Float64Array(k * k);
    this.partial = new Float64Array((k * (k - 1)) / 2);
    this.left = new Float64Array((k * (k - 1)) / 2);
    for (let i = 0; i < k; ++i) this.factor[i * k + i] = 1;
  }

  /**
   * Sets the factor from `q[at …]` and returns the log density of these numbers: the LKJ prior on
   * the matrix plus the log Jacobian of the map.
   */
  set(q: Float64Array, at: number): number {
    const {k, factor, partial, left, eta} = this;
    let density = 0;
    for (let i = 1, m = 0; i < k; ++i) {
      let rest = 1;
      for (let j = 0; j < i; ++j, ++m) {
        const r = tanh(q[at + m]);
        partial[m] = r;
        left[m] = rest;
        const root = Math.sqrt(rest);
        factor[i * k + j] = r * root;
        // d factor / d w = (1 − r²) root
        density += log1p(-r * r) + 0.5 * log(rest);
        rest *= 1 - r * r;
      }
      factor[i * k + i] = Math.sqrt(rest);
      density += lkjPower(k, i, eta) * 0.5 * log(rest);
    }
    return density;
  }

  /**
   * Adds to `gradient[at …]` the derivative of the density returned by `set` and of whatever has
   * the derivative `adjoint` (k × k, as `factor`) with respect to the factor.
   */
  addGradient(adjoint: Float64Array, gradient: Float64Array, at: number): void {
    const {k, partial, left, eta} = this;
    for (let i = 1, end = 0; i < k; ++i) {
      end += i;
      const rest = left[end - 1] * (1 - partial[end - 1] ** 2);
      // Backwards through the row: `back` is the derivative with respect to what is left.
      let back = (0.5 * adjoint[i * k + i]) / Math.sqrt(rest) + (lkjPower(k, i, eta) * 0.5) / rest;
      for (let j = i - 1; j >= 0; --j) {
        const m = end - i + j;
        const r = partial[m];
        const before = left[m];
        const slope = 1 - r * r;
        const byPartial =
          adjoint[i * k + j] * Math.sqrt(before) - 2 * r * before * back - (2 * r) / slope;
        gradient[at + m] += byPartial * slope;
        back = back * slope + (0.5 * adjoint[i * k + j] * r) / Math.sqrt(before) + 0.5 / before;
      }
    }
  }
}

/** LKJ on a Cholesky factor: the power of the diagonal entry of row i, counted from 0. */
function lkjPower(k: number, i: number, eta: number): number {
  return k - i - 1 + 2 * (eta - 1);
}
