// NUTS on the variances alone, with all coefficients drawn exactly for every draw of them.
import type {GaussianModel} from "../posterior/gaussian.js";
import {runChain, type ChainHooks, type ChainResult} from "../sampler/chain.js";
import type {SamplerOptions} from "../sampler/options.js";
import type {Generator, Posterior} from "../types.js";
import type {SmoothMarginal} from "./marginal.js";
import {MarginalModel} from "./marginal-model.js";

/** The posterior of the variances; writing a point's parameters draws the coefficients there. */
export class MarginalPosterior implements Posterior {
  readonly dim: number;
  readonly variables: readonly string[];
  private readonly joint: MarginalModel;

  constructor(
    model: GaussianModel,
    private readonly marginal: SmoothMarginal,
    private readonly generator: Generator
  ) {
    this.joint = new MarginalModel(model, marginal, "signed");
    this.dim = this.joint.coordinates.dim;
    this.variables = model.variables;
  }

  logDensity(q: Float64Array, gradient: Float64Array): number {
    const density = this.joint.logDensity(q);
    if (density === -Infinity) gradient.fill(0);
    else {
      this.marginal.differentiate();
      this.joint.coordinates.writeGradient(q, this.marginal, gradient);
    }
    return density;
  }

  constrain(q: Float64Array, out: Float64Array): void {
    this.joint.logDensity(q);
    this.joint.draw(out, this.generator);
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
