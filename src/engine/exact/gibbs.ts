// One chain of the blocked sampler: coefficients exactly, variances with coefficients integrated out.
import {createDensity, type Density} from "../density/density.js";
import {error} from "../error.js";
import {exp, log} from "../math/elementary.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import {stopIfCancelled} from "../sampler/cancelled.js";
import type {ChainHooks, ChainResult} from "../sampler/chain.js";
import type {SamplerOptions} from "../sampler/options.js";
import type {Generator} from "../types.js";
import {CoefficientSampler} from "./coefficients.js";
import {GroupCovariance} from "./group-covariance.js";
import {isConjugate, PopulationPrior} from "./population-prior.js";
import {slice} from "./slice.js";
import {TermScale} from "./term-scale.js";

/** Sweeps per recorded draw with one group term, and with several, which hold each other back. */
const SWEEPS = {alone: 2, crossed: 5} as const;

/** Residuals' share of the sum of squares below which they are rounding. */
const ROUNDING = 1e-15;

/** True when the blocked sampler can draw a model's coefficients exactly. */
export function isExact(model: GaussianModel): boolean {
  return model.priors.population.every(isConjugate);
}

/**
 * Runs one chain. Each sweep draws all coefficients at once given the variances; then, term by term,
 * the sds and correlations with the term's own coefficients integrated out, and these anew [liu1994];
 * then sigma. There is nothing to tune: the warm-up only forgets the start.
 * Raises an InputError when the posterior is improper.
 */
export function runGibbsChain(
  model: GaussianModel,
  options: SamplerOptions,
  generator: Generator,
  hooks: ChainHooks = {}
): ChainResult {
  const {warmup, draws} = options;
  const now = hooks.now ?? (() => NaN);
  const started = now();
  const sampler = new Gibbs(model, generator);
  for (let i = 0; i < warmup; ++i) {
    stopIfCancelled(hooks.signal);
    sampler.sweep();
    hooks.progress?.(i + 1, warmup + draws);
  }
  const warm = now();
  const variables = model.variables.length;
  const values = new Float64Array(variables * draws);
  const row = new Float64Array(variables);
  const sweeps = model.cells.terms.length > 1 ? SWEEPS.crossed : SWEEPS.alone;
  for (let i = 0; i < draws; ++i) {
    stopIfCancelled(hooks.signal);
    for (let s = 0; s < sweeps; ++s) sampler.sweep();
    sampler.write(row);
    for (let v = 0; v < variables; ++v) values[v * draws + i] = row[v];
    hooks.progress?.(warmup + i + 1, warmup + draws);
  }
  return {
    values,
    energy: new Float64Array(draws).fill(NaN),
    treeDepth: new Uint8Array(draws),
    divergent: new Uint8Array(draws),
    steps: new Uint32Array(draws),
    acceptances: new Float64Array(draws).fill(NaN),
    nonFinite: 0,
    leapfrogs: 0,
    allLeapfrogs: 0,
    stepSize: NaN,
    acceptance: NaN,
    warmupSeconds: (warm - started) / 1000,
    samplingSeconds: (now() - warm) / 1000
  };
}

class Gibbs {
  private readonly terms: readonly TermScale[];
  private readonly coefficients: CoefficientSampler;
  private readonly prior: PopulationPrior;
  private readonly sigmaPrior: Density;
  private readonly beta: Float64Array;
  private readonly residual: Float64Array;
  private squares = 0;
  private logSigma: number;

  constructor(
    private readonly model: GaussianModel,
    private readonly generator: Generator
  ) {
    const {cells, priors} = model;
    this.refusePerfectFit(cells.ee);
    const spread = Math.sqrt(cells.ee / cells.n);
    this.terms = cells.terms.map(
      (term, t) => new TermScale({term, cells, sds: priors.sds[t], eta: priors.etas[t]})
    );
    for (const term of this.terms) term.scale.start(spread / 2, generator);
    this.coefficients = new CoefficientSampler(cells, new GroupCovariance(cells), this.terms);
    this.prior = new PopulationPrior(priors.population);
    this.sigmaPrior = createDensity(priors.sigma);
    this.beta = new Float64Array(cells.p);
    this.residual = new Float64Array(cells.cells * cells.v);
    this.logSigma = log(spread) + generator.uniform() - 0.5;
  }

  sweep(): void {
    const {generator, coefficients, prior, beta, terms, model} = this;
    if (!coefficients.draw(exp(this.logSigma), prior, generator))
      error(
        "invalid posterior: the coefficients are not determined; drop a collinear column or give class b a proper prior such as normal(0, 1)"
      );
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
    if (!(squares > ROUNDING * this.model.cells.ee))
      error(
        "invalid posterior: the model explains the outcome without residuals; drop the term that does"
      );
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
    const {sigmaPrior, squares, model} = this;
    const {n} = model.cells;
    this.logSigma = slice(
      this.logSigma,
      0.5,
      (x) => {
        const sigma = exp(x);
        return sigmaPrior.logDensity(sigma) + x - n * x - (0.5 * squares) / (sigma * sigma);
      },
      this.generator
    );
  }

  /** Writes all parameters in the model's order. */
  write(out: Float64Array): void {
    const {beta, terms, model, logSigma} = this;
    const {cells, centred} = model;
    out.set(beta, 0);
    if (centred >= 0) for (let j = 0; j < cells.p; ++j) out[centred] -= cells.means[j] * beta[j];
    let at = cells.p;
    for (const term of terms) at += term.scale.writeSds(out, at);
    for (const term of terms) at += term.scale.writeCorrelations(out, at);
    out[at++] = exp(logSigma);
    for (const {values} of terms) {
      out.set(values, at);
      at += values.length;
    }
  }
}
