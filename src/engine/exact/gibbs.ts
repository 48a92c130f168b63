// One chain of the blocked sampler: coefficients exactly, variances with coefficients integrated out.
import {createDensity, type Density} from "../density/density.js";
import {error} from "../error.js";
import {exp, log} from "../math/elementary.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import type {Generator} from "../types.js";
import {CoefficientSampler} from "./coefficients.js";
import {UNDETERMINED} from "./determined.js";
import {GroupCovariance} from "./group-covariance.js";
import {WITHOUT_RESIDUALS} from "./perfect-fit.js";
import {isConjugate, PopulationPrior} from "./population-prior.js";
import {drawLogSigma, spreadOf} from "./residual-scale.js";
import {writeLevels, writePopulation} from "./row.js";
import type {RowChain} from "./row-by-row.js";
import {TermScale} from "./term-scale.js";

/** Sweeps per recorded draw with one group term, and with several, which hold each other back. */
export const SWEEPS = {alone: 2, crossed: 5} as const;

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
export class Gibbs implements RowChain {
  readonly warmup = Infinity;
  readonly acceptance = NaN;
  private readonly terms: readonly TermScale[];
  private readonly coefficients: CoefficientSampler;
  private readonly prior: PopulationPrior;
  /** Null where standard errors are known: sigma is 1 then. */
  private readonly sigmaPrior: Density | null;
  private readonly beta: Float64Array;
  private readonly residual: Float64Array;
  private squares = 0;
  private logSigma: number;

  /** Raises an InputError when the posterior is improper. */
  constructor(
    private readonly model: GaussianModel,
    private readonly generator: Generator
  ) {
    const {cells, priors} = model;
    this.sigmaPrior = priors.sigma && createDensity(priors.sigma);
    this.refusePerfectFit(cells.ee);
    const spread = spreadOf(model);
    this.terms = cells.terms.map(
      (term, t) => new TermScale({term, cells, sds: priors.sds[t], eta: priors.etas[t]})
    );
    for (const term of this.terms) term.scale.start(spread / 2, generator);
    this.coefficients = new CoefficientSampler(cells, new GroupCovariance(cells), this.terms);
    this.prior = new PopulationPrior(priors.population);
    this.beta = new Float64Array(cells.p);
    this.residual = new Float64Array(cells.cells * cells.v);
    this.logSigma = this.sigmaPrior ? log(spread) + generator.uniform() - 0.5 : 0;
  }

  forget(): void {
    this.sweep();
  }

  draw(row: Float64Array): void {
    const sweeps = this.terms.length > 1 ? SWEEPS.crossed : SWEEPS.alone;
    for (let s = 0; s < sweeps; ++s) this.sweep();
    this.write(row);
  }

  private sweep(): void {
    const {generator, coefficients, prior, beta, terms, model} = this;
    if (!coefficients.draw(exp(this.logSigma), prior, generator)) error(UNDETERMINED);
    for (let j = 0; j < beta.length; ++j)
      beta[j] = model.cells.reference[j] + coefficients.deviation[j];
    prior.update(beta, generator);
    this.setResidual();
    for (const term of terms) term.update(this.residual, exp(-2 * this.logSigma), generator);
    coefficients.gatherGamma();
    this.setResidual();
    this.refusePerfectFit(this.squares);
    this.updateSigma();
  }

  /** Without residuals the density of sigma grows without bound towards 0. */
  private refusePerfectFit(squares: number): void {
    if (this.sigmaPrior && !(squares > ROUNDING * this.model.cells.ee)) error(WITHOUT_RESIDUALS);
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

  private updateSigma(): void {
    const {sigmaPrior: prior, squares, model, generator} = this;
    const {n} = model.cells;
    if (prior) this.logSigma = drawLogSigma(this.logSigma, {n, squares, prior}, generator);
  }

  private write(out: Float64Array): void {
    const {coefficients, terms, model, logSigma} = this;
    let at = writePopulation(out, model, coefficients.deviation);
    for (const term of terms) at += term.scale.writeSds(out, at);
    for (const term of terms) at += term.scale.writeCorrelations(out, at);
    if (this.sigmaPrior) out[at++] = exp(logSigma);
    writeLevels(
      out,
      at,
      terms.map((term) => term.values)
    );
  }
}
