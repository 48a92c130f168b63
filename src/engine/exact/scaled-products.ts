// Cross-products of all columns, those of group terms scaled so that their coefficients are standard.
import type {Cells} from "../design/cells.js";
import {crossProducts, levelCoefficients} from "./cross-products.js";

/**
 * With S a term's scale, Z b = (Z S) z for standard normal z. Cross-products of [ZS X e] stay finite
 * where a scale is 0, unlike those of Z with a prior precision.
 */
export class ScaledProducts {
  /** Number of the levels' coefficients, and of all columns with the outcome. */
  readonly levels: number;
  readonly size: number;
  /** Per term S, k × k, row-major, lower; set by the caller. */
  readonly scales: readonly Float64Array[];
  /** Unscaled, square: [Z X e]. */
  readonly products: Float64Array;
  /** Scaled, packed by rows of the lower triangle; made by `update`. */
  readonly scaled: Float64Array;
  private readonly half: Float64Array;

  constructor(private readonly cells: Cells) {
    this.levels = levelCoefficients(cells);
    this.size = this.levels + cells.p + 1;
    this.scales = cells.terms.map(({columns}) => new Float64Array(columns.length ** 2));
    this.products = crossProducts(cells);
    this.half = this.products.slice();
    this.scaled = new Float64Array((this.size * (this.size + 1)) / 2);
  }

  /** Makes `scaled` from `scales`; term `bare`, if any, stays unscaled. */
  update(bare = -1): void {
    const {cells, half, scaled, size, levels} = this;
    let at = 0;
    for (let t = 0; t < cells.terms.length; ++t) {
      this.scaleColumns(t, at, t === bare);
      at += cells.terms[t].columns.length * cells.terms[t].levels;
    }
    at = 0;
    for (let t = 0; t < cells.terms.length; ++t) {
      this.scaleRows(t, at, t === bare);
      at += cells.terms[t].columns.length * cells.terms[t].levels;
    }
    for (let row = levels; row < size; ++row) {
      const to = (row * (row + 1)) / 2;
      for (let i = 0; i <= row; ++i) scaled[to + i] = half[row * size + i];
    }
  }

  /** half = products × S, for the columns of term t, which begin at `at`. */
  private scaleColumns(t: number, at: number, bare: boolean): void {
    const {cells, products, half, size} = this;
    const {levels, columns} = cells.terms[t];
    const k = columns.length;
    for (let c = 0; c < k; ++c)
      for (let i = 0; i < size; ++i) {
        const to = i * size + at + c * levels;
        for (let j = 0; j < levels; ++j) half[to + j] = 0;
        for (let a = c; a < k; ++a) {
          const weight = bare ? Number(a === c) : this.scales[t][a * k + c];
          const from = i * size + at + a * levels;
          for (let j = 0; j < levels; ++j) half[to + j] += weight * products[from + j];
        }
      }
  }

  /** scaled = S' × half, for the rows of term t. */
  private scaleRows(t: number, at: number, bare: boolean): void {
    const {cells, half, scaled, size} = this;
    const {levels, columns} = cells.terms[t];
    const k = columns.length;
    for (let c = 0; c < k; ++c)
      for (let j = 0; j < levels; ++j) {
        const row = at + c * levels + j;
        const to = (row * (row + 1)) / 2;
        for (let i = 0; i <= row; ++i) scaled[to + i] = 0;
        for (let a = c; a < k; ++a) {
          const weight = bare ? Number(a === c) : this.scales[t][a * k + c];
          const from = (at + a * levels + j) * size;
          for (let i = 0; i <= row; ++i) scaled[to + i] += weight * half[from + i];
        }
      }
  }
}
