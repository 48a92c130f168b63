// What the data say of a term's scale once its coefficients are integrated out, level by level.
import {cholesky} from "../linalg/cholesky.js";
import {log} from "../math/elementary.js";
import type {Generator} from "../types.js";
import {unstandardize} from "./unstandardize.js";

/**
 * Given everything but one term, its levels are independent: level j has b ~ N(0, S S') and a
 * likelihood exp(b'h_j − b'G_j b / 2). This holds G_j and h_j, evaluates the density of the data
 * with b integrated out, and draws b.
 */
export class LevelEvidence {
  /** G_j, row-major k × k, level after level. */
  readonly quadratic: Float64Array;
  /** h_j, level after level. */
  readonly linear: Float64Array;
  /** The coefficients drawn, by level [k × levels], and before they are scaled. */
  readonly values: Float64Array;
  readonly standard: Float64Array;
  /** The factor C of a level's M = I + S'GS, column-major, and C⁻¹ S'h: left by `factor` and `solve`. */
  protected readonly matrix: Float64Array;
  protected readonly vector: Float64Array;

  constructor(
    readonly k: number,
    readonly levels: number
  ) {
    this.quadratic = new Float64Array(levels * k * k);
    this.linear = new Float64Array(levels * k);
    this.values = new Float64Array(levels * k);
    this.standard = this.values.slice();
    this.matrix = new Float64Array(k * k);
    this.vector = new Float64Array(k);
  }

  /** Log density of the data given the scale factor S (k × k, row-major, lower), up to a constant. */
  logEvidence(scale: Float64Array): number {
    if (this.k === 2) return this.logEvidenceOfTwo(scale[0], scale[2], scale[3]);
    let sum = 0;
    for (let j = 0; j < this.levels; ++j) sum += this.whiten(j, scale);
    return sum;
  }

  /** Draws the coefficients given their scale. */
  draw(scale: Float64Array, generator: Generator): void {
    const {k, levels, matrix, vector, standard, values} = this;
    for (let j = 0; j < levels; ++j) {
      this.whiten(j, scale);
      // z = M⁻¹ l + noise = C⁻ᵀ (C⁻¹ l + ξ) with M = C C'.
      for (let a = k - 1; a >= 0; --a) {
        let sum = vector[a] + generator.normal();
        for (let b = a + 1; b < k; ++b) sum -= matrix[a * k + b] * standard[b * levels + j];
        standard[a * levels + j] = sum / matrix[a * k + a];
      }
    }
    unstandardize(scale, levels, standard, values);
  }

  /** Factors a level's M and solves for its h; returns −log det(M)/2 + |C⁻¹ S'h|²/2. */
  private whiten(level: number, scale: Float64Array): number {
    const {k, linear, matrix, vector} = this;
    if (!this.factor(level, scale)) return -Infinity;
    this.solve(scale, linear, level * k);
    let result = 0;
    for (let a = 0; a < k; ++a) result += 0.5 * vector[a] * vector[a] - log(matrix[a * k + a]);
    return result;
  }

  /** Leaves C of a level in `matrix`; false when there is none. */
  protected factor(level: number, scale: Float64Array): boolean {
    const {k, quadratic, matrix} = this;
    const g = level * k * k;
    for (let a = 0; a < k; ++a)
      for (let b = 0; b <= a; ++b) {
        let sum = Number(a === b);
        for (let e = a; e < k; ++e)
          for (let f = b; f < k; ++f)
            sum += scale[e * k + a] * quadratic[g + e * k + f] * scale[f * k + b];
        matrix[b * k + a] = sum;
      }
    return cholesky(matrix, k);
  }

  /** Leaves C⁻¹ S'h in `vector`, for the level factored last and the h that begins at `from`. */
  protected solve(scale: Float64Array, h: Float64Array, from: number): void {
    const {k, matrix, vector} = this;
    for (let a = 0; a < k; ++a) {
      let l = 0;
      for (let e = a; e < k; ++e) l += scale[e * k + a] * h[from + e];
      for (let b = 0; b < a; ++b) l -= matrix[b * k + a] * vector[b];
      vector[a] = l / matrix[a * k + a];
    }
  }

  /** The same for two coefficients of every level, S = [s 0; t u], written out: this is where time goes. */
  private logEvidenceOfTwo(s: number, t: number, u: number): number {
    const {levels, quadratic, linear} = this;
    let sum = 0;
    for (let j = 0; j < levels; ++j) {
      const g00 = quadratic[4 * j];
      const g10 = quadratic[4 * j + 2];
      const g11 = quadratic[4 * j + 3];
      const m00 = 1 + s * s * g00 + 2 * s * t * g10 + t * t * g11;
      const m10 = u * (s * g10 + t * g11);
      const m11 = 1 + u * u * g11;
      const l0 = s * linear[2 * j] + t * linear[2 * j + 1];
      const l1 = u * linear[2 * j + 1];
      const det = m00 * m11 - m10 * m10;
      sum += (m11 * l0 * l0 - 2 * m10 * l0 * l1 + m00 * l1 * l1) / det - log(det);
    }
    return 0.5 * sum;
  }
}
