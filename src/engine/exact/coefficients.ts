// All linear coefficients drawn at once, exactly, given the variances.
import type {Cells} from "../design/cells.js";
import {cholesky, solveCholesky} from "../linalg/cholesky.js";
import type {Generator} from "../types.js";
import {factorCrossProducts, type ArrowFactor} from "./arrow-factor.js";
import {CellSolver} from "./cell-solver.js";
import {isDetermined} from "./determined.js";
import type {GroupCovariance} from "./group-covariance.js";
import type {PopulationPrior} from "./population-prior.js";
import type {TermScale} from "./term-scale.js";

/**
 * Draws population and group coefficients from their joint normal distribution given sigma and
 * every term's covariance: a draw from the prior, corrected by what the data say of it
 * [doucet2010]. The data enter only through their cross-products, so that the cost does not depend
 * on the rows. A flat prior is the limit of a wide one, taken analytically.
 */
export class CoefficientSampler {
  /** Population coefficients relative to the cells' reference. */
  readonly deviation: Float64Array;
  /** Cells' coefficients, column by column [v × cells]. */
  readonly gamma: Float64Array;
  private readonly factor: ArrowFactor;
  private readonly solver: CellSolver;
  private readonly size: number;
  private readonly y: Float64Array;
  /** The border's rows and y, each times the inverse of the factor of the cells' covariance. */
  private readonly whitened: Float64Array;
  private readonly inner: Float64Array;
  private readonly correction: Float64Array;
  /** Known from the first draw on: which priors are flat never changes. */
  private determined: boolean | null = null;

  constructor(
    private readonly cells: Cells,
    private readonly covariance: GroupCovariance,
    private readonly terms: readonly TermScale[]
  ) {
    const {p, v} = cells;
    this.size = cells.cells * v;
    this.deviation = new Float64Array(p);
    this.gamma = new Float64Array(this.size);
    this.factor = factorCrossProducts(cells);
    this.solver = new CellSolver(cells, this.factor.blocks, covariance);
    this.y = new Float64Array(this.size + p);
    this.whitened = new Float64Array((p + 1) * this.size);
    this.inner = new Float64Array(p * p);
    this.correction = new Float64Array(p);
  }

  /**
   * Draws everything into `deviation`, `gamma` and the terms; false on a singular matrix or
   * collinear columns under flat priors.
   */
  draw(sigma: number, prior: PopulationPrior, generator: Generator): boolean {
    this.determined ??= isDetermined(this.cells, prior.precision);
    if (!this.determined) return false;
    this.covariance.update(this.terms.map((term) => term.scale.covariance()));
    this.drawPrior(prior, generator);
    this.whitenResidual(sigma, generator);
    if (!this.correctPopulation(sigma, prior)) return false;
    this.correctGroups();
    return true;
  }

  private drawPrior({location, precision}: PopulationPrior, generator: Generator): void {
    const {reference} = this.cells;
    // Under a flat prior the correction undoes wherever the draw starts.
    for (let j = 0; j < reference.length; ++j)
      this.deviation[j] =
        precision[j] > 0
          ? location[j] + generator.normal() / Math.sqrt(precision[j]) - reference[j]
          : 0;
    for (const term of this.terms) term.drawPrior(generator);
    this.gatherGamma();
  }

  /** y = L⁻¹ (cross-products of the data minus those of the prior draw) − sigma × noise. */
  private whitenResidual(sigma: number, generator: Generator): void {
    const {cells, size, y, factor, deviation, gamma} = this;
    const {p, v, cells: count, xx, xe, zx, zz, ze} = cells;
    const {blocks, border, corner} = factor;
    for (let j = 0; j < p; ++j) {
      let r = xe[j];
      for (let k = 0; k < p; ++k) r -= xx[j * p + k] * deviation[k];
      for (let i = 0; i < size; ++i) r -= zx[j * size + i] * gamma[i];
      y[size + j] = r;
    }
    for (let c = 0; c < count; ++c)
      for (let a = 0; a < v; ++a) {
        let r = ze[a * count + c];
        for (let b = 0; b < v; ++b) r -= zz[(a * v + b) * count + c] * gamma[b * count + c];
        for (let j = 0; j < p; ++j) r -= zx[(j * v + a) * count + c] * deviation[j];
        const own = c * v * v + a * v;
        for (let b = 0; b < a; ++b) r -= blocks[own + b] * y[c * v + b];
        const pivot = blocks[own + a];
        y[c * v + a] = pivot > 0 ? r / pivot : 0;
      }
    for (let j = 0; j < p; ++j) {
      let r = y[size + j];
      for (let i = 0; i < size; ++i) r -= border[j * size + i] * y[i];
      for (let k = 0; k < j; ++k) r -= corner[j * p + k] * y[size + k];
      const pivot = corner[j * p + j];
      y[size + j] = pivot > 0 ? r / pivot : 0;
    }
    for (let i = 0; i < y.length; ++i) y[i] -= sigma * generator.normal();
  }

  /**
   * Solves for the population's correction, then leaves in y what the groups' correction needs:
   * (σ²I + L'CL)⁻¹ y by Woodbury's identity over the population columns.
   */
  private correctPopulation(sigma: number, {precision}: PopulationPrior): boolean {
    const {cells, size, y, whitened, inner, correction, factor, deviation} = this;
    const {p} = cells;
    const {border, corner} = factor;
    const variance = sigma * sigma;
    whitened.set(border);
    whitened.set(y.subarray(0, size), p * size);
    if (!this.solver.whiten(variance, whitened, p + 1)) return false;
    const own = whitened.subarray(p * size);
    for (let j = 0; j < p; ++j) {
      correction[j] = this.dot(j, p) + dot(corner, j * p, y, size, p) / variance;
      for (let k = 0; k <= j; ++k)
        inner[k * p + j] =
          this.dot(j, k) +
          dot(corner, j * p, corner, k * p, p) / variance +
          (j === k ? precision[j] : 0);
    }
    if (!cholesky(inner, p)) return false;
    solveCholesky(inner, p, correction);
    for (let j = 0; j < p; ++j) {
      deviation[j] += correction[j];
      for (let i = 0; i < size; ++i) own[i] -= whitened[j * size + i] * correction[j];
    }
    this.solver.unwhiten(own);
    y.set(own);
    return true;
  }

  /** The product of two whitened rows. */
  private dot(j: number, k: number): number {
    const {whitened, size} = this;
    return dot(whitened, j * size, whitened, k * size, size);
  }

  private correctGroups(): void {
    const {cells, y, gamma, factor} = this;
    const {v, cells: count} = cells;
    const {blocks} = factor;
    // gamma holds L y for a moment: the data's pull on each cell's coefficients.
    for (let c = 0; c < count; ++c)
      for (let a = 0; a < v; ++a) {
        let sum = 0;
        for (let b = 0; b <= a; ++b) sum += blocks[c * v * v + a * v + b] * y[c * v + b];
        gamma[a * count + c] = sum;
      }
    for (const term of this.terms) term.addPull(gamma);
    this.gatherGamma();
  }

  /** Adds up the terms' coefficients by cell. */
  gatherGamma(): void {
    this.gamma.fill(0);
    for (const term of this.terms) term.addTo(this.gamma);
  }
}

/** Σ x[at + i] y[from + i] over i < n. */
function dot(x: Float64Array, at: number, y: Float64Array, from: number, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; ++i) sum += x[at + i] * y[from + i];
  return sum;
}
