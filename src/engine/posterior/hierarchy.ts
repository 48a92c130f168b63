// What the posteriors of all families share: coefficients from coordinates, with their priors.
import {createDensity, type Density} from "../density/density.js";
import type {Cells} from "../design/cells.js";
import type {ModelPriors} from "../model/priors.js";
import {GroupEffects} from "./group-effects.js";
import {whitening} from "./whitening.js";

/** What every family's model is made of; plain data, so that a worker can make it anew. */
export interface HierarchicalModel {
  readonly cells: Cells;
  readonly priors: Pick<ModelPriors, "population" | "sds" | "etas">;
  /** Position of the centred intercept among the population coefficients, or -1. */
  readonly centred: number;
  /** Names of all parameters, in the order of `constrain`. */
  readonly variables: readonly string[];
}

/** Coordinates: whitened population coefficients, then those of the group terms. */
export class Hierarchy {
  readonly dim: number;
  readonly terms: readonly GroupEffects[];
  /** Population coefficients, and how far they are from the reference; length p. */
  readonly beta: Float64Array;
  readonly deviation: Float64Array;
  private readonly population: readonly Density[];
  private readonly toCoefficients: Float64Array;

  /** `variance` is the inverse of what a row tells of its linear predictor. */
  constructor(
    private readonly model: HierarchicalModel,
    private readonly reference: Float64Array,
    variance: number
  ) {
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
    this.dim = at;
    this.beta = new Float64Array(cells.p);
    this.deviation = new Float64Array(cells.p);
    this.population = priors.population.map(createDensity);
    this.toCoefficients = whitening(cells, priors.population, variance);
  }

  /** Sets all coefficients from q and returns the log prior density of the coordinates. */
  set(q: Float64Array): number {
    const {terms, population, beta} = this;
    let density = 0;
    for (const term of terms) density += term.set(q);
    this.setPopulation(q);
    for (let j = 0; j < beta.length; ++j) density += population[j].logDensity(beta[j]);
    return density;
  }

  /**
   * Writes the log density's derivative with respect to the coordinates, given the log likelihood's:
   * `byPopulation` with respect to `beta` (length p, overwritten), and the terms' adjoints.
   */
  writeGradient(q: Float64Array, byPopulation: Float64Array, gradient: Float64Array): void {
    const {terms, population, beta, toCoefficients} = this;
    const p = beta.length;
    for (let j = 0; j < p; ++j) byPopulation[j] += population[j].slope(beta[j]);
    for (let j = 0; j < p; ++j) {
      let sum = 0;
      for (let i = 0; i <= j; ++i) sum += toCoefficients[j * p + i] * byPopulation[i];
      gradient[j] = sum;
    }
    for (const term of terms) term.writeGradient(q, gradient);
  }

  /** Sets all coefficients, writes b, sd and cor into `out` from 0, and returns their count. */
  writeScales(q: Float64Array, out: Float64Array): number {
    const {terms, beta, model} = this;
    const {cells, centred} = model;
    this.setPopulation(q);
    out.set(beta, 0);
    if (centred >= 0) for (let j = 0; j < cells.p; ++j) out[centred] -= cells.means[j] * beta[j];
    let at = cells.p;
    for (const term of terms) {
      term.set(q);
      at += term.writeSds(out, at);
    }
    for (const term of terms) at += term.writeCorrelations(out, at);
    return at;
  }

  /** Writes the levels' coefficients, as they are set, into `out` from `to`. */
  writeLevels(out: Float64Array, to: number): void {
    let at = to;
    for (const {values} of this.terms) {
      out.set(values, at);
      at += values.length;
    }
  }

  private setPopulation(q: Float64Array): void {
    const {beta, deviation, reference, toCoefficients} = this;
    const p = beta.length;
    deviation.fill(0);
    for (let j = 0; j < p; ++j)
      for (let i = 0; i <= j; ++i) deviation[i] += toCoefficients[j * p + i] * q[j];
    for (let j = 0; j < p; ++j) beta[j] = reference[j] + deviation[j];
  }
}
