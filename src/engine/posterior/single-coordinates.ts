// LevelCoordinates of one coefficient per level, in one pass over the levels.
import {LevelDeterminant, type Coordinates} from "./coordinates.js";

/** What `LevelCoordinates` is for k = 1, several times as fast. */
export class SingleCoordinates implements Coordinates {
  readonly pull: Float64Array;
  readonly byPull: Float64Array;
  private readonly standard: Float64Array;
  private readonly root: Float64Array;
  private readonly determinant = new LevelDeterminant();

  /** `information`: [levels], not negative. */
  constructor(
    private readonly levels: number,
    private readonly information: Float64Array
  ) {
    [this.pull, this.byPull, this.standard, this.root] = Array.from(
      {length: 4},
      () => new Float64Array(levels)
    );
  }

  set(q: Float64Array, at: number, scale: Float64Array, values: Float64Array): number {
    const {levels, information, pull, standard, root, determinant} = this;
    const s = scale[0];
    let squares = 0;
    determinant.reset();
    for (let j = 0; j < levels; ++j) {
      const f = 1 / Math.sqrt(1 + s * s * information[j]);
      const a = f * (q[at + j] + f * s * pull[j]);
      root[j] = f;
      standard[j] = a;
      values[j] = s * a;
      squares += a * a;
      determinant.multiply(f);
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
    const {levels, information, pull, byPull, standard, root} = this;
    const s = scale[0];
    let sum = 0;
    for (let j = 0; j < levels; ++j) {
      const f = root[j];
      const a = standard[j];
      const w = f * (s * adjoint[j] - a);
      const back = f * w;
      const byRoot = -(a * w) - back * (f * s * pull[j]) - f;
      gradient[at + j] = w;
      byPull[j] = s * back;
      sum += adjoint[j] * a + pull[j] * back + byRoot * f * s * information[j];
    }
    byScale[0] = sum;
  }
}
