// The posterior of a hierarchical model with a Gaussian outcome, from its cells.
import {createDensity} from "../density/density.js";
import type {Cells} from "../design/cells.js";
import {exp} from "../math/elementary.js";
import type {ModelPriors} from "../model/priors.js";
import type {Posterior} from "../types.js";
import {GaussianLikelihood} from "./gaussian-likelihood.js";
import {GroupEffects} from "./group-effects.js";
import {whitening} from "./whitening.js";

/** All that a posterior is made of; plain data, so that a worker can make it anew. */
export interface GaussianModel {
  readonly cells: Cells;
  readonly priors: Pick<ModelPriors, "population" | "sds" | "etas" | "sigma">;
  /** Position of the centred intercept among the population coefficients, or -1. */
  readonly centred: number;
  /** Names of all parameters, in the order of `constrain`. */
  readonly variables: readonly string[];
}

/**
 * The posterior of a Gaussian model. Coordinates: whitened population coefficients, the group
 * terms', log sigma. One evaluation costs a pass over the cells, whatever the number of rows.
 */
export function createGaussianPosterior(model: GaussianModel): Posterior {
  return new GaussianPosterior(model);
}

class GaussianPosterior implements Posterior {
  readonly dim: number;
  readonly variables: readonly string[];
  private readonly terms: readonly GroupEffects[];
  private readonly likelihood: GaussianLikelihood;
  private readonly population;
  private readonly sigma;
  private readonly toCoefficients: Float64Array;
  private readonly beta: Float64Array;
  private readonly atSigma: number;

  constructor(private readonly model: GaussianModel) {
    const {cells, priors} = model;
    let at = cells.p;
    this.terms = cells.terms.map((term, k) => {
      const group = new GroupEffects({
        coefficients: term.columns.length,
        levels: term.levels,
        correlated: term.correlated && term.columns.length > 1,
        sds: priors.sds[k],
        eta: priors.etas[k],
        at
      });
      at += group.dim;
      return group;
    });
    this.atSigma = at;
    this.dim = at + 1;
    this.variables = model.variables;
    this.likelihood = new GaussianLikelihood(cells, this.terms);
    this.population = priors.population.map(createDensity);
    this.sigma = createDensity(priors.sigma);
    this.toCoefficients = whitening(cells, priors.population);
    this.beta = new Float64Array(cells.p);
  }

  logDensity(q: Float64Array, gradient: Float64Array): number {
    const {p} = this.model.cells;
    const logSigma = q[this.atSigma];
    const sigma = exp(logSigma);
    let density = this.sigma.logDensity(sigma) + logSigma;
    for (const term of this.terms) density += term.set(q);
    this.setDeviation(q);
    const squares = this.likelihood.evaluate(1 / (sigma * sigma));
    density -= this.model.cells.n * logSigma + (0.5 * squares) / (sigma * sigma);
    gradient[this.atSigma] =
      squares / (sigma * sigma) - this.model.cells.n + this.sigma.slope(sigma) * sigma + 1;
    const {byDeviation} = this.likelihood;
    for (let j = 0; j < p; ++j) {
      const value = this.beta[j];
      density += this.population[j].logDensity(value);
      byDeviation[j] += this.population[j].slope(value);
    }
    for (let j = 0; j < p; ++j) {
      let sum = 0;
      for (let i = 0; i <= j; ++i) sum += this.toCoefficients[j * p + i] * byDeviation[i];
      gradient[j] = sum;
    }
    for (const term of this.terms) term.writeGradient(q, gradient);
    return density;
  }

  constrain(q: Float64Array, out: Float64Array): void {
    const {cells, centred} = this.model;
    this.setDeviation(q);
    out.set(this.beta, 0);
    if (centred >= 0)
      for (let j = 0; j < cells.p; ++j) out[centred] -= cells.means[j] * this.beta[j];
    let at = cells.p;
    for (const term of this.terms) {
      term.set(q);
      at += term.writeSds(out, at);
    }
    for (const term of this.terms) at += term.writeCorrelations(out, at);
    out[at++] = exp(q[this.atSigma]);
    for (const term of this.terms) {
      out.set(term.values, at);
      at += term.values.length;
    }
  }

  /** Coefficients, and their deviation from the reference that the cells are relative to. */
  private setDeviation(q: Float64Array): void {
    const {p, reference} = this.model.cells;
    const {deviation} = this.likelihood;
    deviation.fill(0);
    for (let j = 0; j < p; ++j)
      for (let i = 0; i <= j; ++i) deviation[i] += this.toCoefficients[j * p + i] * q[j];
    for (let j = 0; j < p; ++j) this.beta[j] = reference[j] + deviation[j];
  }
}
