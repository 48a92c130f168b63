// NUTS on the variances alone, with all coefficients drawn exactly for every draw of them.
import type {GaussianModel} from "../posterior/gaussian.js";
import {runChain, type ChainHooks, type ChainResult} from "../sampler/chain.js";
import type {SamplerOptions} from "../sampler/options.js";
import type {Generator, Posterior} from "../types.js";
import type {SmoothMarginal} from "./marginal.js";
import {MarginalModel} from "./marginal-model.js";
import {climb, spreadAround} from "./peak.js";

/** Steps to the peak end when they are this short; log σ of ten million rows has a spread of 2e-4. */
const FINEST = 1e-5;

/** A coordinate along which the density is flat is taken to be as wide as this. */
const WIDEST = 2;

/**
 * The posterior of the variances; writing a point's parameters draws the coefficients there. Its
 * coordinates are measured from the peak in units of the spread there, so that no chain has to find
 * out how much narrower σ is known than the groups' scales.
 */
export class MarginalPosterior implements Posterior {
  readonly dim: number;
  readonly variables: readonly string[];
  private readonly joint: MarginalModel;
  private readonly centre: Float64Array;
  private readonly spread: Float64Array;
  private readonly point: Float64Array;

  constructor(
    model: GaussianModel,
    private readonly marginal: SmoothMarginal,
    private readonly generator: Generator
  ) {
    this.joint = new MarginalModel(model, marginal, "signed");
    this.dim = this.joint.coordinates.dim;
    this.variables = model.variables;
    const density = (q: Float64Array): number => this.joint.logDensity(q);
    this.centre = climb(density, new Float64Array(this.dim), FINEST);
    this.spread = spreadAround(density, this.centre, WIDEST);
    this.point = new Float64Array(this.dim);
  }

  logDensity(q: Float64Array, gradient: Float64Array): number {
    const density = this.joint.logDensity(this.at(q));
    if (density === -Infinity) gradient.fill(0);
    else {
      this.marginal.differentiate();
      this.joint.coordinates.writeGradient(this.point, this.marginal, gradient);
      for (let i = 0; i < gradient.length; ++i) gradient[i] *= this.spread[i];
    }
    return density;
  }

  constrain(q: Float64Array, out: Float64Array): void {
    this.joint.logDensity(this.at(q));
    this.joint.draw(out, this.generator);
  }

  private at(q: Float64Array): Float64Array {
    const {centre, spread, point} = this;
    for (let i = 0; i < q.length; ++i) point[i] = centre[i] + spread[i] * q[i];
    return point;
  }
}

/** Runs one chain. Raises an InputError when no starting point has a finite density. */
export function runMarginalChain(
  model: GaussianModel,
  marginal: SmoothMarginal,
  options: SamplerOptions,
  generator: Generator,
  hooks: ChainHooks
): ChainResult {
  return runChain(new MarginalPosterior(model, marginal, generator), options, generator, hooks);
}
