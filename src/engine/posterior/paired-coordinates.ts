// LevelCoordinates of two coefficients per level, in one pass over the levels.
import {LevelDeterminant, type Coordinates} from "./coordinates.js";

/** What `LevelCoordinates` is for k = 2, several times as fast. */
export class PairedCoordinates implements Coordinates {
  readonly pull: Float64Array;
  readonly byPull: Float64Array;
  private readonly standard: Float64Array;
  private readonly shift: Float64Array;
  /** B by level: the inverse of its diagonal, and what is below. */
  private readonly first: Float64Array;
  private readonly second: Float64Array;
  private readonly below: Float64Array;
  private readonly determinant = new LevelDeterminant();

  /** `information`: [2 × 2 × levels], symmetric and positive semidefinite for every level. */
  constructor(
    private readonly levels: number,
    private readonly information: Float64Array
  ) {
    [this.pull, this.byPull, this.standard, this.shift] = Array.from(
      {length: 4},
      () => new Float64Array(2 * levels)
    );
    [this.first, this.second, this.below] = Array.from({length: 3}, () => new Float64Array(levels));
  }

  set(q: Float64Array, at: number, scale: Float64Array, values: Float64Array): number {
    const {levels: n, information, pull, standard, shift, first, second, below} = this;
    const {determinant} = this;
    const [s0, , s1, s2] = scale;
    let squares = 0;
    determinant.reset();
    for (let j = 0; j < n; ++j) {
      const d1 = information[n + j];
      const d2 = information[3 * n + j];
      const e0 = s0 * information[j] + s1 * d1;
      const e1 = s0 * d1 + s1 * d2;
      const f0 = 1 / Math.sqrt(1 + s0 * e0 + s1 * e1);
      const b = s2 * e1 * f0;
      const f1 = 1 / Math.sqrt(1 + s2 * s2 * d2 - b * b);
      const g1 = pull[n + j];
      const m0 = (s0 * pull[j] + s1 * g1) * f0;
      const m1 = (s2 * g1 - b * m0) * f1;
      const a1 = (q[at + n + j] + m1) * f1;
      const a0 = (q[at + j] + m0 - b * a1) * f0;
      first[j] = f0;
      second[j] = f1;
      below[j] = b;
      shift[j] = m0;
      shift[n + j] = m1;
      standard[j] = a0;
      standard[n + j] = a1;
      values[j] = s0 * a0;
      values[n + j] = s1 * a0 + s2 * a1;
      squares += a0 * a0 + a1 * a1;
      determinant.multiply(f0 * f1);
    }
    return determinant.log() - 0.5 * squares;
  }

  writeGradient(
    adjoint: Float64Array,
    scale: Float64Array,
    gradient: Float64Array,
    at: number,
    byScale: Float64Array
  ): void {
    const {levels: n, information, pull, byPull, standard, shift, first, second, below} = this;
    const [s0, , s1, s2] = scale;
    let by0 = 0;
    let by1 = 0;
    let by2 = 0;
    for (let j = 0; j < n; ++j) {
      const f0 = first[j];
      const f1 = second[j];
      const b = below[j];
      const a0 = standard[j];
      const a1 = standard[n + j];
      const v0 = adjoint[j];
      const v1 = adjoint[n + j];
      const w0 = (s0 * v0 + s1 * v1 - a0) * f0;
      const w1 = (s2 * v1 - a1 - b * w0) * f1;
      const c1 = w1 * f1;
      const c0 = (w0 - b * c1) * f0;
      gradient[at + j] = w0;
      gradient[at + n + j] = w1;
      const g0 = pull[j];
      const g1 = pull[n + j];
      byPull[j] = s0 * c0;
      byPull[n + j] = s1 * c0 + s2 * c1;
      // Back through B, then through the Cholesky decomposition that made it.
      const m0 = shift[j];
      const byB1 = -a1 * w1 - c1 * shift[n + j] - f1;
      const byA2 = 0.5 * byB1 * f1;
      const byA1 = (-a1 * w0 - c1 * m0 - 2 * byA2 * b) * f0;
      const byA0 = 0.5 * (-a0 * w0 - c0 * m0 - f0 - byA1 * b) * f0;
      const d1 = information[n + j];
      const d2 = information[3 * n + j];
      const e0 = s0 * information[j] + s1 * d1;
      const e1 = s0 * d1 + s1 * d2;
      by0 += v0 * a0 + g0 * c0 + 2 * byA0 * e0 + byA1 * s2 * d1;
      by1 += v1 * a0 + g1 * c0 + 2 * byA0 * e1 + byA1 * s2 * d2;
      by2 += v1 * a1 + g1 * c1 + byA1 * e1 + 2 * byA2 * s2 * d2;
    }
    byScale[0] = by0;
    byScale[1] = 0;
    byScale[2] = by1;
    byScale[3] = by2;
  }
}
