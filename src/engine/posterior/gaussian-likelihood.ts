// How far a Gaussian model's fit is from the data, and which way to move, from cells.
import type {Cells} from "../design/cells.js";
import {gatherCells, scatterCells, type TermCoefficients} from "./cell-coefficients.js";

/** The residual sum of squares over all cells and its gradient, one pass over the cells. */
export class GaussianLikelihood {
  /** Population coefficients relative to the cells' reference, length p; set before evaluating. */
  readonly deviation: Float64Array;
  readonly byDeviation: Float64Array;
  private readonly gamma: Float64Array;
  private readonly byGamma: Float64Array;

  constructor(
    private readonly cells: Cells,
    private readonly terms: readonly TermCoefficients[]
  ) {
    this.deviation = new Float64Array(cells.p);
    this.byDeviation = new Float64Array(cells.p);
    this.gamma = new Float64Array(cells.cells * cells.v);
    this.byGamma = new Float64Array(cells.cells * cells.v);
  }

  /**
   * Returns the residual sum of squares; fills `byDeviation` and the terms' adjoints with the
   * gradient of −squares/2 times `precision`.
   */
  evaluate(precision: number): number {
    gatherCells(this.cells, this.terms, this.gamma);
    const {cells, deviation, byDeviation, gamma, byGamma} = this;
    const {p, v, xx, xe, zz, ze} = cells;
    const size = cells.cells * v;
    // With A the cross-products and b = A'e, u = b − Aθ is the gradient, and the sum of squares is
    // e'e − θ'(b + u). Planes of one column over all cells keep every inner loop long and even.
    byGamma.set(ze);
    for (let a = 0; a < v; ++a)
      for (let b = 0; b < v; ++b) {
        const plane = (a * v + b) * cells.cells;
        const to = a * cells.cells;
        const from = b * cells.cells;
        for (let c = 0; c < cells.cells; ++c) byGamma[to + c] -= zz[plane + c] * gamma[from + c];
      }
    for (let j = 0; j < p; ++j) {
      let u = xe[j];
      for (let k = 0; k < p; ++k) u -= xx[j * p + k] * deviation[k];
      byDeviation[j] = u;
    }
    let j = 0;
    for (; j + 3 < p; j += 4) this.crossFour(j);
    for (; j < p; ++j) this.crossOne(j);
    let squares = cells.ee;
    for (let i = 0; i < size; ++i) {
      squares -= gamma[i] * (ze[i] + byGamma[i]);
      byGamma[i] *= precision;
    }
    for (let j = 0; j < p; ++j) {
      squares -= deviation[j] * (xe[j] + byDeviation[j]);
      byDeviation[j] *= precision;
    }
    scatterCells(cells, this.terms, byGamma);
    return squares;
  }

  /** What population column j and the cells take from each other's residuals. */
  private crossOne(j: number): void {
    const {deviation, byDeviation, gamma, byGamma} = this;
    const {zx} = this.cells;
    const size = gamma.length;
    const own = deviation[j];
    const plane = j * size;
    let u = 0;
    for (let i = 0; i < size; ++i) {
      const x = zx[plane + i];
      byGamma[i] -= x * own;
      u += x * gamma[i];
    }
    byDeviation[j] -= u;
  }

  /** The same for four columns in one pass over the cells: half the time goes into memory. */
  private crossFour(j: number): void {
    const {deviation, byDeviation, gamma, byGamma} = this;
    const {zx} = this.cells;
    const size = gamma.length;
    const d0 = deviation[j];
    const d1 = deviation[j + 1];
    const d2 = deviation[j + 2];
    const d3 = deviation[j + 3];
    let u0 = 0;
    let u1 = 0;
    let u2 = 0;
    let u3 = 0;
    for (let i = 0, p0 = j * size, p1 = p0 + size, p2 = p1 + size, p3 = p2 + size; i < size; ++i) {
      const g = gamma[i];
      const x0 = zx[p0 + i];
      const x1 = zx[p1 + i];
      const x2 = zx[p2 + i];
      const x3 = zx[p3 + i];
      byGamma[i] -= x0 * d0 + x1 * d1 + x2 * d2 + x3 * d3;
      u0 += x0 * g;
      u1 += x1 * g;
      u2 += x2 * g;
      u3 += x3 * g;
    }
    byDeviation[j] -= u0;
    byDeviation[j + 1] -= u1;
    byDeviation[j + 2] -= u2;
    byDeviation[j + 3] -= u3;
  }
}
