// The covariance of a group's whitened rows under the model, and what it says of the group.
import {cholesky} from "../linalg/cholesky.js";
import {log} from "../math/elementary.js";

/**
 * For a group with Z'Z = L L' and coefficients with scale S: its whitened rows r have the covariance
 * M = σ²I + B B' with B = L'S. All matrices are v × v, row-major, and lie in flat arrays from `at`.
 */
export class ClassVariance {
  private readonly b: Float64Array;
  private readonly m: Float64Array;

  constructor(private readonly v: number) {
    this.b = new Float64Array(v * v);
    this.m = new Float64Array(v * v);
  }

  /** Writes M⁻¹ into `out` and returns log det M; NaN when M is not positive definite. */
  invert(
    factor: Float64Array,
    scale: Float64Array,
    variance: number,
    out: Float64Array,
    at: number
  ): number {
    const {v, b, m} = this;
    if (v === 1) {
      const root = factor[0] * scale[0];
      const total = variance + root * root;
      out[at] = 1 / total;
      return log(total);
    }
    this.setB(factor, scale);
    for (let i = 0; i < v; ++i)
      for (let j = 0; j <= i; ++j) {
        let sum = i === j ? variance : 0;
        for (let k = 0; k < v; ++k) sum += b[i * v + k] * b[j * v + k];
        m[j * v + i] = sum;
      }
    if (!cholesky(m, v)) return NaN;
    let determinant = 0;
    for (let i = 0; i < v; ++i) determinant += 2 * log(m[i * v + i]);
    for (let j = 0; j < v; ++j) this.solveUnit(j, out, at);
    return determinant;
  }

  /**
   * What a draw of the group's coefficients needs, given M⁻¹ from `inverse`: `mean` times r is
   * their mean, `noise` times standard normals their deviation from it.
   */
  condition(
    factor: Float64Array,
    scale: Float64Array,
    variance: number,
    {inverse, mean, noise, at}: Conditional
  ): void {
    const {v, b, m} = this;
    this.setB(factor, scale);
    // mean = S B' M⁻¹; noise = S C⁻ᵀ with C C' = I + B'B/σ².
    for (let i = 0; i < v; ++i)
      for (let j = 0; j < v; ++j) {
        let sum = 0;
        for (let k = 0; k < v; ++k)
          for (let l = 0; l < v; ++l)
            sum += scale[i * v + k] * b[l * v + k] * inverse[at + l * v + j];
        mean[at + i * v + j] = sum;
      }
    for (let i = 0; i < v; ++i)
      for (let j = 0; j <= i; ++j) {
        let sum = 0;
        for (let k = 0; k < v; ++k) sum += b[k * v + i] * b[k * v + j];
        m[j * v + i] = Number(i === j) + sum / variance;
      }
    cholesky(m, v);
    for (let i = 0; i < v; ++i)
      for (let j = 0; j < v; ++j) {
        let sum = scale[i * v + j];
        for (let k = 0; k < j; ++k) sum -= noise[at + i * v + k] * m[k * v + j];
        noise[at + i * v + j] = sum / m[j * v + j];
      }
  }

  private setB(factor: Float64Array, scale: Float64Array): void {
    const {v, b} = this;
    for (let i = 0; i < v; ++i)
      for (let j = 0; j < v; ++j) {
        let sum = 0;
        for (let k = i; k < v; ++k) sum += factor[k * v + i] * scale[k * v + j];
        b[i * v + j] = sum;
      }
  }

  /** Column j of the inverse, from the factor in `m`. */
  private solveUnit(j: number, out: Float64Array, at: number): void {
    const {v, m} = this;
    for (let i = 0; i < v; ++i) {
      let sum = Number(i === j);
      for (let k = 0; k < i; ++k) sum -= m[k * v + i] * out[at + k * v + j];
      out[at + i * v + j] = sum / m[i * v + i];
    }
    for (let i = v - 1; i >= 0; --i) {
      let sum = out[at + i * v + j];
      for (let k = i + 1; k < v; ++k) sum -= m[i * v + k] * out[at + k * v + j];
      out[at + i * v + j] = sum / m[i * v + i];
    }
  }
}

/** Where `condition` reads and writes: arrays of v × v matrices, and the place of the class's own. */
export interface Conditional {
  readonly inverse: Float64Array;
  readonly mean: Float64Array;
  readonly noise: Float64Array;
  readonly at: number;
}
