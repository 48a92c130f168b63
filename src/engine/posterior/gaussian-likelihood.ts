// How far a Gaussian model's fit is from the data, and which way to move, from cells.
import type {Cells} from "../design/cells.js";

/** A group term as the likelihood sees it: coefficients by level, and room for their gradient. */
export interface TermCoefficients {
  readonly values: Float64Array;
  readonly adjoint: Float64Array;
}

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
    this.gatherGamma();
    const {cells, deviation, byDeviation, gamma, byGamma} = this;
    const {p, v, xx, xe, zx, zz, ze} = cells;
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
      const own = deviation[j];
      const plane = j * size;
      let u = xe[j];
      for (let k = 0; k < p; ++k) u -= xx[j * p + k] * deviation[k];
      for (let i = 0; i < size; ++i) {
        const x = zx[plane + i];
        byGamma[i] -= x * own;
        u -= x * gamma[i];
      }
      byDeviation[j] = u;
    }
    let squares = cells.ee;
    for (let i = 0; i < size; ++i) {
      squares -= gamma[i] * (ze[i] + byGamma[i]);
      byGamma[i] *= precision;
    }
    for (let j = 0; j < p; ++j) {
      squares -= deviation[j] * (xe[j] + byDeviation[j]);
      byDeviation[j] *= precision;
    }
    this.scatterGamma();
    return squares;
  }

  private gatherGamma(): void {
    const {gamma} = this;
    gamma.fill(0);
    const {cells, terms} = this.cells;
    for (let t = 0; t < terms.length; ++t) {
      const {codes, columns, levels} = terms[t];
      const {values} = this.terms[t];
      for (let a = 0; a < columns.length; ++a) {
        const from = a * levels;
        const to = columns[a] * cells;
        for (let c = 0; c < cells; ++c) gamma[to + c] += values[from + codes[c]];
      }
    }
  }

  private scatterGamma(): void {
    const {byGamma} = this;
    const {cells, terms} = this.cells;
    for (let t = 0; t < terms.length; ++t) {
      const {codes, columns, levels} = terms[t];
      const {adjoint} = this.terms[t];
      adjoint.fill(0);
      for (let a = 0; a < columns.length; ++a) {
        const from = a * levels;
        const to = columns[a] * cells;
        for (let c = 0; c < cells; ++c) adjoint[from + codes[c]] += byGamma[to + c];
      }
    }
  }
}
