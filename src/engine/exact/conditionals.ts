// What chains of crossed terms draw given all coefficients: heavy tails' precisions, and sigma.
import {createDensity, type Density} from "../density/density.js";
import {exp, log} from "../math/elementary.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import type {Generator} from "../types.js";
import type {LevelScale} from "./level-scale.js";
import {PopulationPrior} from "./population-prior.js";
import {drawLogSigma, spreadOf} from "./residual-scale.js";
import {writeLevels, writePopulation} from "./row.js";

/** The part of a chain's state that is no coefficient and no term's scale. */
export class Conditionals {
  readonly prior: PopulationPrior;
  /** 0 where standard errors are known: sigma is 1 then. */
  logSigma: number;
  private readonly sigmaPrior: Density | null;

  /** Starts at random, sigma around the outcome's spread. */
  constructor(
    private readonly model: GaussianModel,
    private readonly generator: Generator
  ) {
    const {priors} = model;
    this.prior = new PopulationPrior(priors.population);
    this.sigmaPrior = priors.sigma && createDensity(priors.sigma);
    this.logSigma = this.sigmaPrior ? log(spreadOf(model)) + generator.uniform() - 0.5 : 0;
  }

  /** Updates the population's prior, given how far its coefficients are from the cells' reference. */
  updatePrior(deviation: Float64Array): void {
    const {reference} = this.model.cells;
    this.prior.update(
      deviation.map((own, j) => reference[j] + own),
      this.generator
    );
  }

  /** Updates sigma given the residual sum of squares. */
  updateSigma(squares: number): void {
    const {sigmaPrior: prior, model, generator} = this;
    const {n} = model.cells;
    if (prior) this.logSigma = drawLogSigma(this.logSigma, {n, squares, prior}, generator);
  }

  /** Writes all parameters in the model's order. */
  write(
    out: Float64Array,
    deviation: Float64Array,
    terms: readonly {readonly scale: LevelScale; readonly values: Float64Array}[]
  ): void {
    let at = writePopulation(out, this.model, deviation);
    for (const {scale} of terms) at += scale.writeSds(out, at);
    for (const {scale} of terms) at += scale.writeCorrelations(out, at);
    if (this.sigmaPrior) out[at++] = exp(this.logSigma);
    writeLevels(
      out,
      at,
      terms.map(({values}) => values)
    );
  }
}
