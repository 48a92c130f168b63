// A model whose coefficients are integrated out: a density of its variances, and rows of draws.
import type {GaussianModel} from "../posterior/gaussian.js";
import type {Generator} from "../types.js";
import type {Marginal} from "./marginal.js";
import {PopulationPrior} from "./population-prior.js";
import {writeLevels, writePopulation} from "./row.js";
import {VarianceCoordinates, type ScaleForm} from "./variance-coordinates.js";

/** Joins a model's priors with a marginal density. */
export class MarginalModel {
  readonly coordinates: VarianceCoordinates;

  constructor(
    private readonly model: GaussianModel,
    private readonly marginal: Marginal,
    form: ScaleForm
  ) {
    this.coordinates = new VarianceCoordinates(model, form);
    new PopulationPrior(model.priors.population).writeTo(marginal, model.cells.reference);
  }

  /** Log density of the coordinates q, up to a constant; -Infinity where it cannot be had. */
  logDensity(q: Float64Array): number {
    const {coordinates, marginal} = this;
    const sigma = coordinates.set(q, marginal);
    const density = marginal.evaluate(sigma) + coordinates.logPrior(q);
    return Number.isNaN(density) ? -Infinity : density;
  }

  /** Draws all coefficients at the point evaluated last; writes all parameters in the model's order. */
  draw(out: Float64Array, generator: Generator): void {
    const {marginal, coordinates, model} = this;
    marginal.draw(generator);
    const at = writePopulation(out, model, marginal.population);
    writeLevels(out, coordinates.write(out, at), marginal.values);
  }
}
