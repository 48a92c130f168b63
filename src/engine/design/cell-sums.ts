// Sums of products over rows, added up block by block.

/** The sums of `Cells`, as they grow. */
export class CellSums {
  readonly xx: Float64Array;
  readonly xe: Float64Array;
  readonly zx: Float64Array;
  readonly zz: Float64Array;
  readonly ze: Float64Array;
  ee = 0;
  /** Total weight of the rows. */
  n = 0;

  constructor(
    private readonly p: number,
    private readonly v: number,
    private readonly cells: number
  ) {
    this.xx = new Float64Array(p * p);
    this.xe = new Float64Array(p);
    this.zx = new Float64Array(cells * v * p);
    this.zz = new Float64Array(cells * v * v);
    this.ze = new Float64Array(cells * v);
  }

  /**
   * Takes in a block of rows: p columns x, v columns z, residuals e, the cell of every row, and
   * weights if any.
   */
  add(
    x: readonly Float64Array[],
    z: readonly Float64Array[],
    e: Float64Array,
    codes: Int32Array,
    weights: Float64Array | null
  ): void {
    const {p, v, cells} = this;
    const weighted = (column: Float64Array): Float64Array =>
      weights ? column.map((value, i) => weights[i] * value) : column;
    this.n += weights ? weights.reduce((sum, w) => sum + w, 0) : e.length;
    this.ee += dotProduct(weighted(e), e);
    for (let j = 0; j < p; ++j) {
      const wx = weighted(x[j]);
      this.xe[j] += dotProduct(wx, e);
      for (let k = 0; k <= j; ++k) {
        this.xx[j * p + k] += dotProduct(wx, x[k]);
        this.xx[k * p + j] = this.xx[j * p + k];
      }
    }
    for (let a = 0; a < v; ++a) {
      const wz = weighted(z[a]);
      scatterProduct(wz, e, codes, this.ze, a * cells);
      for (let b = 0; b <= a; ++b) scatterProduct(wz, z[b], codes, this.zz, (a * v + b) * cells);
      for (let j = 0; j < p; ++j) scatterProduct(wz, x[j], codes, this.zx, (j * v + a) * cells);
    }
  }

  /** Takes in products that no row holds. */
  addProducts({xx, xe, ee}: Pick<CellSums, "xx" | "xe" | "ee">): void {
    for (let i = 0; i < xx.length; ++i) this.xx[i] += xx[i];
    for (let j = 0; j < xe.length; ++j) this.xe[j] += xe[j];
    this.ee += ee;
  }

  /** Fills in what symmetry gives; call once, after the last block. */
  finish(): void {
    const {v, cells, zz} = this;
    for (let a = 0; a < v; ++a)
      for (let b = 0; b < a; ++b)
        zz.copyWithin((b * v + a) * cells, (a * v + b) * cells, (a * v + b + 1) * cells);
  }
}

function dotProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; ++i) sum += a[i] * b[i];
  return sum;
}

/** Adds the products to the place of their row's cell, counted from `plane`. */
function scatterProduct(
  a: Float64Array,
  b: Float64Array,
  codes: Int32Array,
  out: Float64Array,
  plane: number
): void {
  for (let i = 0; i < a.length; ++i) out[plane + codes[i]] += a[i] * b[i];
}
