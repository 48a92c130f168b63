// What the posteriors of all families share: coefficients from coordinates, with their priors.
import {createDensity, type Density} from "../density/density.js";
import type {Cells} from "../design/cells.js";
import type {ModelPriors} from "../model/priors.js";
import {GroupEffects} from "./group-effects.js";
import {levelCross, type Information} from "./information.js";
import {createCoordinates} from "./create-coordinates.js";
import {fitPilot, type PilotTerm} from "./pilot.js";
import {addColumns, addProjections, dot} from "./planes.js";
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

/**
 * Coordinates: whitened population coefficients, then those of the group terms. The levels of a term
 * that is alone move against the population coefficients as the data would have
 * them do, and what is left to these is whitened: data that tell much of every level hold only the sum
 * of both, which is a narrow ridge to a sampler.
 */
export class Hierarchy {
  readonly dim: number;
  readonly terms: readonly GroupEffects[];
  /** Population coefficients, and how far they are from the reference; length p. */
  readonly beta: Float64Array;
  readonly deviation: Float64Array;
  private readonly population: readonly Density[];
  private readonly toCoefficients: Float64Array;
  /** The term that moves, or -1 among several; its pull at the reference, and how coefficients change it. */
  private readonly moving: number;
  private readonly pull: Float64Array;
  private readonly cross: Float64Array;

  /**
   * `information` is what the data tell of the coefficients around `reference` (length p). It decides
   * about coordinates only.
   */
  constructor(
    private readonly model: HierarchicalModel,
    private readonly reference: Float64Array,
    information: Information
  ) {
    const {cells, priors} = model;
    const pilot = fitPilot(cells, information, priors.population);
    // What crossed levels seem to be told is told to the sum of their effects: they stay as they are.
    const moving = cells.terms.length === 1 ? 0 : -1;
    let at = cells.p;
    this.terms = cells.terms.map((term, k) => {
      const group = new GroupEffects({
        coefficients: term.columns.length,
        levels: term.levels,
        correlated: term.correlated && term.columns.length > 1,
        sds: priors.sds[k],
        eta: priors.etas[k],
        ...(k === moving && {information: pilot.terms[k].information}),
        at
      });
      at += group.dim;
      return group;
    });
    this.dim = at;
    this.beta = new Float64Array(cells.p);
    this.deviation = new Float64Array(cells.p);
    this.population = priors.population.map(createDensity);
    this.moving = moving;
    const own = moving < 0 ? null : pilot.terms[moving];
    this.cross = own ? levelCross(cells, cells.terms[moving], information) : new Float64Array(0);
    this.pull = own ? own.pull.slice() : new Float64Array(0);
    addColumns(this.pull, 1, pilot.deviation, this.cross);
    this.toCoefficients = whitening(
      {p: cells.p, xx: remaining(information, own, this.cross)},
      priors.population,
      1
    );
  }

  /** Sets all coefficients from q and returns the log prior density of the coordinates. */
  set(q: Float64Array): number {
    const {population, beta} = this;
    let density = this.setCoefficients(q);
    for (let j = 0; j < beta.length; ++j) density += population[j].logDensity(beta[j]);
    return density;
  }

  /**
   * Writes the log density's derivative with respect to the coordinates last set, given the log
   * likelihood's: `byPopulation` with respect to `beta` (length p, overwritten), and the terms' adjoints.
   */
  writeGradient(byPopulation: Float64Array, gradient: Float64Array): void {
    const {terms, population, beta, toCoefficients, moving, cross} = this;
    const p = beta.length;
    for (const term of terms) term.writeGradient(gradient);
    if (moving >= 0) addProjections(byPopulation, -1, cross, terms[moving].coordinates.byPull);
    for (let j = 0; j < p; ++j) byPopulation[j] += population[j].slope(beta[j]);
    for (let j = 0; j < p; ++j) {
      let sum = 0;
      for (let i = 0; i <= j; ++i) sum += toCoefficients[j * p + i] * byPopulation[i];
      gradient[j] = sum;
    }
  }

  /** Sets all coefficients, writes b, sd and cor into `out` from 0, and returns their count. */
  writeScales(q: Float64Array, out: Float64Array): number {
    const {terms, beta, model} = this;
    const {cells, centred} = model;
    this.setCoefficients(q);
    out.set(beta, 0);
    if (centred >= 0) for (let j = 0; j < cells.p; ++j) out[centred] -= cells.means[j] * beta[j];
    let at = cells.p;
    for (const term of terms) at += term.writeSds(out, at);
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

  /** Returns the log prior density of the terms' coordinates. */
  private setCoefficients(q: Float64Array): number {
    const {beta, deviation, reference, toCoefficients, terms, moving} = this;
    const p = beta.length;
    deviation.fill(0);
    for (let j = 0; j < p; ++j)
      for (let i = 0; i <= j; ++i) deviation[i] += toCoefficients[j * p + i] * q[j];
    for (let j = 0; j < p; ++j) beta[j] = reference[j] + deviation[j];
    if (moving >= 0) {
      const {pull} = terms[moving].coordinates;
      pull.set(this.pull);
      addColumns(pull, -1, deviation, this.cross);
    }
    let density = 0;
    for (const term of terms) density += term.set(q);
    return density;
  }
}

/** Information on the population coefficients once a term has moved with them, p × p. */
function remaining(
  {xx, precision}: Information,
  own: PilotTerm | null,
  cross: Float64Array
): Float64Array {
  const out = xx.map((value) => value * precision);
  if (!own) return out;
  const p = Math.sqrt(xx.length);
  const size = own.values.length;
  const k = Math.sqrt(own.scale.length);
  const solver = createCoordinates(k, size / k, own.information);
  const values = new Float64Array(size);
  for (let j = 0; j < p; ++j) {
    solver.pull.set(cross.subarray(j * size, (j + 1) * size));
    solver.set(new Float64Array(size), 0, own.scale, values);
    for (let i = 0; i < p; ++i) out[j * p + i] -= dot(cross, i * size, values, 0, size);
  }
  return out;
}
