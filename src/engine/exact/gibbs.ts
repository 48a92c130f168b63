// One chain of the blocked sampler: coefficients exactly, variances with coefficients integrated out.
import {error} from "../error.js";
import {exp} from "../math/elementary.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import type {Generator} from "../types.js";
import {CoefficientSampler} from "./coefficients.js";
import {Conditionals} from "./conditionals.js";
import {UNDETERMINED} from "./determined.js";
import {GroupCovariance} from "./group-covariance.js";
import {WITHOUT_RESIDUALS} from "./perfect-fit.js";
import {isConjugate} from "./population-prior.js";
import {spreadOf} from "./residual-scale.js";
import type {ExactChain} from "./record.js";
import {TermScale} from "./term-scale.js";

/** Sweeps per recorded draw: terms that cross hold each other back. */
export const SWEEPS = 5;

/** Residuals' share of the sum of squares below which they are rounding. */
const ROUNDING = 1e-15;

/** True when the blocked sampler can draw a model's coefficients exactly. */
export function isExact(model: GaussianModel): boolean {
  return model.priors.population.every(isConjugate);
}

/**
 * Each sweep draws all coefficients at once given the variances; then, term by term, the sds and
 * correlations with the term's own coefficients integrated out, and these anew [liu1994]; then
 * sigma. There is nothing to tune: the warm-up only forgets the start.
 */
export class Gibbs implements ExactChain {
  readonly warmup = Infinity;
  readonly acceptance = NaN;
  private readonly terms: readonly TermScale[];
  private readonly coefficients: CoefficientSampler;
  private readonly given: Conditionals;
  private readonly residual: Float64Array;
  private squares = 0;

  /** Raises an InputError when the posterior is improper. */
  constructor(
    private readonly model: GaussianModel,
    private readonly generator: Generator
  ) {
    const {cells, priors} = model;
    this.refusePerfectFit(cells.ee);
    this.terms = cells.terms.map(
      (term, t) => new TermScale({term, cells, sds: priors.sds[t], eta: priors.etas[t]})
    );
    for (const term of this.terms) term.scale.start(spreadOf(model) / 2, generator);
    this.coefficients = new CoefficientSampler(cells, new GroupCovariance(cells), this.terms);
    this.residual = new Float64Array(cells.cells * cells.v);
    this.given = new Conditionals(model, generator);
  }

  draw(row: Float64Array): void {
    for (let s = 0; s < SWEEPS; ++s) this.forget();
    this.given.write(row, this.coefficients.deviation, this.terms);
  }

  forget(): void {
    const {generator, coefficients, given, terms} = this;
    const {prior, logSigma} = given;
    if (!coefficients.draw(exp(logSigma), prior, generator)) error(UNDETERMINED);
    given.updatePrior(coefficients.deviation);
    this.setResidual();
    for (const term of terms) term.update(this.residual, exp(-2 * logSigma), generator);
    coefficients.gatherGamma();
    this.setResidual();
    this.refusePerfectFit(this.squares);
    given.updateSigma(this.squares);
  }

  /** Without residuals the density of sigma grows without bound towards 0. */
  private refusePerfectFit(squares: number): void {
    if (this.model.priors.sigma && !(squares > ROUNDING * this.model.cells.ee))
      error(WITHOUT_RESIDUALS);
  }

  /** The cells' pull Σ z (e − fit), and the residual sum of squares. */
  private setResidual(): void {
    const {cells} = this.model;
    const {p, v, cells: count, xx, xe, ee, zx, zz, ze} = cells;
    const {deviation, gamma} = this.coefficients;
    const {residual} = this;
    const size = count * v;
    residual.set(ze);
    for (let a = 0; a < v; ++a)
      for (let b = 0; b < v; ++b) {
        const plane = (a * v + b) * count;
        for (let c = 0; c < count; ++c)
          residual[a * count + c] -= zz[plane + c] * gamma[b * count + c];
      }
    let squares = ee;
    for (let j = 0; j < p; ++j) {
      let u = xe[j];
      for (let k = 0; k < p; ++k) u -= xx[j * p + k] * deviation[k];
      for (let i = 0; i < size; ++i) {
        const x = zx[j * size + i];
        residual[i] -= x * deviation[j];
        u -= x * gamma[i];
      }
      squares -= deviation[j] * (xe[j] + u);
    }
    for (let i = 0; i < size; ++i) squares -= gamma[i] * (ze[i] + residual[i]);
    this.squares = squares;
  }
}
