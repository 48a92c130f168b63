// A chain for few crossed coefficients: each term's scale given the others', without coefficients.
import {createDensity, type Density} from "../density/density.js";
import {error} from "../error.js";
import {exp, log} from "../math/elementary.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import type {Generator} from "../types.js";
import {CrossedMarginal} from "./crossed-marginal.js";
import {UNDETERMINED} from "./determined.js";
import {DenseEvidence} from "./dense-evidence.js";
import {LevelScale} from "./level-scale.js";
import {PopulationPrior} from "./population-prior.js";
import {drawLogSigma, spreadOf} from "./residual-scale.js";
import {writeLevels, writePopulation} from "./row.js";
import type {RowChain} from "./row-by-row.js";

/** Rounds of updates of a term's own numbers: cheap beside the elimination they follow. */
const ROUNDS = 3;

/**
 * Term by term, sds and correlations by slices of their density with the coefficients of all terms
 * integrated out; then all coefficients at once; then sigma given these [liu1994].
 */
export class CrossedChain implements RowChain {
  readonly warmup = 200;
  readonly acceptance = NaN;
  private readonly marginal: CrossedMarginal;
  private readonly terms: readonly {scale: LevelScale; evidence: DenseEvidence}[];
  private readonly prior: PopulationPrior;
  /** Null where standard errors are known: sigma is 1 then. */
  private readonly sigma: Density | null;
  private readonly beta: Float64Array;
  private logSigma: number;

  constructor(
    private readonly model: GaussianModel,
    private readonly generator: Generator
  ) {
    const {cells, priors} = model;
    const spread = spreadOf(model);
    this.marginal = new CrossedMarginal(cells);
    this.terms = cells.terms.map(({columns, correlated}, t) => {
      const eta = correlated && columns.length > 1 ? priors.etas[t] : null;
      const scale = new LevelScale(priors.sds[t], eta);
      scale.start(spread / 2, generator);
      return {scale, evidence: new DenseEvidence(cells, t, this.marginal)};
    });
    this.prior = new PopulationPrior(priors.population);
    this.sigma = priors.sigma && createDensity(priors.sigma);
    this.beta = new Float64Array(cells.p);
    this.logSigma = this.sigma ? log(spread) + generator.uniform() - 0.5 : 0;
    this.terms.forEach(({scale}, t) => {
      this.marginal.scales[t].set(scale.factor);
    });
    this.setPrior();
  }

  forget(): void {
    for (let t = 0; t < this.terms.length; ++t) this.updateTerm(t);
    this.drawCoefficients();
    this.updateSigma();
  }

  draw(row: Float64Array): void {
    this.forget();
    this.write(row);
  }

  private setPrior(): void {
    const {marginal, prior, model} = this;
    marginal.precision.set(prior.precision);
    for (let j = 0; j < marginal.location.length; ++j)
      marginal.location[j] = prior.location[j] - model.cells.reference[j];
  }

  private updateTerm(t: number): void {
    const {generator, marginal} = this;
    const {scale, evidence} = this.terms[t];
    if (!evidence.gather(exp(this.logSigma))) this.refuse();
    scale.update(evidence, generator, ROUNDS);
    marginal.scales[t].set(scale.factor);
  }

  private drawCoefficients(): void {
    const {marginal, generator, prior, beta, model} = this;
    if (Number.isNaN(marginal.evaluate(exp(this.logSigma)))) this.refuse();
    marginal.draw(generator);
    for (let j = 0; j < beta.length; ++j)
      beta[j] = model.cells.reference[j] + marginal.population[j];
    prior.update(beta, generator);
    this.setPrior();
  }

  private updateSigma(): void {
    const {model, marginal, sigma: prior, generator} = this;
    if (!prior) return;
    const residuals = {n: model.cells.n, squares: marginal.squares(), prior};
    this.logSigma = drawLogSigma(this.logSigma, residuals, generator);
  }

  private refuse(): never {
    return error(UNDETERMINED);
  }

  private write(out: Float64Array): void {
    const {marginal, terms, model, logSigma} = this;
    let at = writePopulation(out, model, marginal.population);
    for (const {scale} of terms) at += scale.writeSds(out, at);
    for (const {scale} of terms) at += scale.writeCorrelations(out, at);
    if (this.sigma) out[at++] = exp(logSigma);
    writeLevels(out, at, marginal.values);
  }
}
