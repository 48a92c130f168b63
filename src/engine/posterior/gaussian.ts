// The posterior of a hierarchical model with a Gaussian outcome, from its cells.
import {createDensity, type Density, type Distribution} from "../density/density.js";
import {exp} from "../math/elementary.js";
import type {Posterior} from "../types.js";
import {GaussianLikelihood} from "./gaussian-likelihood.js";
import {Hierarchy, type HierarchicalModel} from "./hierarchy.js";

/** All that a Gaussian posterior is made of. */
export interface GaussianModel extends HierarchicalModel {
  readonly family: "gaussian";
  /**
   * No prior of sigma means that standard errors are known: they are in the cells' weights, sigma is
   * 1 and no parameter.
   */
  readonly priors: HierarchicalModel["priors"] & {readonly sigma: Distribution | null};
}

/**
 * The posterior of a Gaussian model. Coordinates: the hierarchy's, then log sigma unless standard
 * errors are known. One evaluation costs a pass over the cells, whatever the number of rows.
 */
export function createGaussianPosterior(model: GaussianModel): Posterior {
  return new GaussianPosterior(model);
}

class GaussianPosterior implements Posterior {
  readonly dim: number;
  readonly variables: readonly string[];
  private readonly n: number;
  private readonly hierarchy: Hierarchy;
  private readonly likelihood: GaussianLikelihood;
  private readonly sigma: Density | null;
  private readonly atSigma: number;

  constructor(model: GaussianModel) {
    const {cells, priors, variables} = model;
    this.n = cells.n;
    const precision = priors.sigma ? cells.n / cells.ee : 1;
    this.hierarchy = new Hierarchy(model, cells.reference, {...cells, precision});
    this.likelihood = new GaussianLikelihood(cells, this.hierarchy.terms);
    this.sigma = priors.sigma && createDensity(priors.sigma);
    this.atSigma = this.hierarchy.dim;
    this.dim = this.atSigma + (this.sigma ? 1 : 0);
    this.variables = variables;
  }

  logDensity(q: Float64Array, gradient: Float64Array): number {
    const {n, hierarchy, likelihood, atSigma} = this;
    const logSigma = this.sigma ? q[atSigma] : 0;
    const sigma = exp(logSigma);
    const precision = 1 / (sigma * sigma);
    const prior = hierarchy.set(q);
    likelihood.deviation.set(hierarchy.deviation);
    const squares = likelihood.evaluate(precision);
    hierarchy.writeGradient(likelihood.byDeviation, gradient);
    const density = prior - 0.5 * squares * precision;
    if (!this.sigma) return density;
    gradient[atSigma] = squares * precision - n + this.sigma.slope(sigma) * sigma + 1;
    return density + this.sigma.logDensity(sigma) + logSigma - n * logSigma;
  }

  constrain(q: Float64Array, out: Float64Array): void {
    let at = this.hierarchy.writeScales(q, out);
    if (this.sigma) out[at++] = exp(q[this.atSigma]);
    this.hierarchy.writeLevels(out, at);
  }
}
