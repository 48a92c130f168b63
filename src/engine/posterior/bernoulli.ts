// The posterior of a hierarchical model with a 0/1 outcome and a logit link, from counted rows.
import type {Counts} from "../design/counts.js";
import {exp, log1p} from "../math/elementary.js";
import type {Posterior} from "../types.js";
import {gatherCells, scatterCells} from "./cell-coefficients.js";
import {Hierarchy, type HierarchicalModel} from "./hierarchy.js";

/** All that a Bernoulli posterior is made of. */
export interface BernoulliModel extends HierarchicalModel {
  readonly family: "bernoulli";
  readonly counts: Counts;
}

/** A row tells most of its log-odds where these are 0: a quarter. */
const LEAST_VARIANCE = 4;

/**
 * The posterior of a Bernoulli model. Coordinates: the hierarchy's. One evaluation costs a pass over
 * the patterns, rows that are equal counted once.
 */
export function createBernoulliPosterior(model: BernoulliModel): Posterior {
  return new BernoulliPosterior(model);
}

class BernoulliPosterior implements Posterior {
  readonly dim: number;
  readonly variables: readonly string[];
  private readonly hierarchy: Hierarchy;
  private readonly gamma: Float64Array;
  private readonly byGamma: Float64Array;
  private readonly byPopulation: Float64Array;
  /** Log-odds of every pattern, and the derivative with respect to them. */
  private readonly logOdds: Float64Array;
  private readonly byLogOdds: Float64Array;

  constructor(private readonly model: BernoulliModel) {
    const {cells, counts, variables} = model;
    this.hierarchy = new Hierarchy(model, new Float64Array(cells.p), LEAST_VARIANCE);
    this.dim = this.hierarchy.dim;
    this.variables = variables;
    this.gamma = new Float64Array(cells.v * cells.cells);
    this.byGamma = new Float64Array(cells.v * cells.cells);
    this.byPopulation = new Float64Array(cells.p);
    this.logOdds = new Float64Array(counts.patterns);
    this.byLogOdds = new Float64Array(counts.patterns);
  }

  logDensity(q: Float64Array, gradient: Float64Array): number {
    const {hierarchy, model, byPopulation} = this;
    const prior = hierarchy.set(q);
    this.setLogOdds();
    const likelihood = this.logLikelihood();
    this.setAdjoints();
    scatterCells(model.cells, hierarchy.terms, this.byGamma);
    hierarchy.writeGradient(q, byPopulation, gradient);
    return prior + likelihood;
  }

  constrain(q: Float64Array, out: Float64Array): void {
    this.hierarchy.writeLevels(out, this.hierarchy.writeScales(q, out));
  }

  private setLogOdds(): void {
    const {hierarchy, model, gamma, logOdds} = this;
    const {cells, counts} = model;
    const {patterns, x, z} = counts;
    const {beta} = hierarchy;
    gatherCells(cells, hierarchy.terms, gamma);
    logOdds.fill(0);
    for (let j = 0; j < cells.p; ++j)
      for (let i = 0; i < patterns; ++i) logOdds[i] += beta[j] * x[j * patterns + i];
    for (let a = 0; a < cells.v; ++a) {
      const own = a * cells.cells;
      for (let i = 0; i < patterns; ++i)
        logOdds[i] += z[a * patterns + i] * gamma[own + counts.cells[i]];
    }
  }

  /**
   * The log likelihood; fills `byLogOdds`. With e = exp(-|log-odds|), the likelier of 0 and 1 has
   * probability 1 / (1 + e) and the other e / (1 + e), neither of which loses digits in the tails.
   */
  private logLikelihood(): number {
    const {logOdds, byLogOdds} = this;
    const {ones, zeros} = this.model.counts;
    let sum = 0;
    for (let i = 0; i < logOdds.length; ++i) {
      const size = Math.abs(logOdds[i]);
      const e = exp(-size);
      const likely = 1 / (1 + e);
      const unlikely = e * likely;
      const up = logOdds[i] > 0;
      sum -= (up ? zeros[i] : ones[i]) * size + (ones[i] + zeros[i]) * log1p(e);
      byLogOdds[i] = up
        ? ones[i] * unlikely - zeros[i] * likely
        : ones[i] * likely - zeros[i] * unlikely;
    }
    return sum;
  }

  private setAdjoints(): void {
    const {model, byLogOdds, byGamma, byPopulation} = this;
    const {cells, counts} = model;
    const {patterns, x, z} = counts;
    for (let j = 0; j < cells.p; ++j) {
      let sum = 0;
      for (let i = 0; i < patterns; ++i) sum += byLogOdds[i] * x[j * patterns + i];
      byPopulation[j] = sum;
    }
    byGamma.fill(0);
    for (let a = 0; a < cells.v; ++a) {
      const own = a * cells.cells;
      for (let i = 0; i < patterns; ++i)
        byGamma[own + counts.cells[i]] += byLogOdds[i] * z[a * patterns + i];
    }
  }
}
