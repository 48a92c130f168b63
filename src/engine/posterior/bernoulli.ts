// The posterior of a hierarchical model with a 0/1 outcome and a logit link, from counted rows.
import type {Counts} from "../design/counts.js";
import {exp, log} from "../math/elementary.js";
import type {Posterior} from "../types.js";
import {gatherCells, scatterCells} from "./cell-coefficients.js";
import {Hierarchy, type HierarchicalModel} from "./hierarchy.js";
import {fitLogisticPilot} from "./logistic-pilot.js";
import {addColumns, addProjections} from "./planes.js";

/** All that a Bernoulli posterior is made of. */
export interface BernoulliModel extends HierarchicalModel {
  readonly family: "bernoulli";
  readonly counts: Counts;
}

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
  private readonly counts: Counts;
  private readonly runs: Int32Array;

  constructor(private readonly model: BernoulliModel) {
    const {cells, counts, variables} = model;
    const {reference, information} = fitLogisticPilot(cells, counts, model.priors.population);
    this.hierarchy = new Hierarchy(model, reference, information);
    this.counts = sortedByRows(counts);
    this.runs = endsOfRuns(this.counts);
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
    hierarchy.writeGradient(byPopulation, gradient);
    return prior + likelihood;
  }

  constrain(q: Float64Array, out: Float64Array): void {
    this.hierarchy.writeLevels(out, this.hierarchy.writeScales(q, out));
  }

  private setLogOdds(): void {
    const {hierarchy, model, counts, gamma, logOdds} = this;
    const {cells} = model;
    const {patterns, x, z} = counts;
    gatherCells(cells, hierarchy.terms, gamma);
    logOdds.fill(0);
    addColumns(logOdds, 1, hierarchy.beta, x);
    for (let a = 0; a < cells.v; ++a) {
      const [own, plane] = [a * cells.cells, a * patterns];
      for (let i = 0; i < patterns; ++i) logOdds[i] += z[plane + i] * gamma[own + counts.cells[i]];
    }
  }

  /**
   * The log likelihood; fills `byLogOdds`. With e = exp(-|log-odds|), the likelier of 0 and 1 has
   * probability 1 / (1 + e) and the other e / (1 + e), neither of which loses digits in the tails.
   * Of log (1 + e), whose factors are between 1 and 2, patterns with equally many rows have one
   * logarithm together.
   */
  private logLikelihood(): number {
    const {logOdds, byLogOdds, runs} = this;
    const {ones, zeros} = this.counts;
    let sum = 0;
    for (let r = 0, i = 0; r < runs.length; ++r) {
      let product = 1;
      for (; i < runs[r]; ++i) {
        const size = Math.abs(logOdds[i]);
        const e = exp(-size);
        const likely = 1 / (1 + e);
        const unlikely = e * likely;
        product *= 1 + e;
        if (logOdds[i] > 0) {
          sum -= zeros[i] * size;
          byLogOdds[i] = ones[i] * unlikely - zeros[i] * likely;
        } else {
          sum -= ones[i] * size;
          byLogOdds[i] = ones[i] * likely - zeros[i] * unlikely;
        }
      }
      sum -= (ones[i - 1] + zeros[i - 1]) * log(product);
    }
    return sum;
  }

  private setAdjoints(): void {
    const {model, counts, byLogOdds, byGamma, byPopulation} = this;
    const {cells} = model;
    const {patterns, x, z} = counts;
    byPopulation.fill(0);
    addProjections(byPopulation, 1, x, byLogOdds);
    byGamma.fill(0);
    for (let a = 0; a < cells.v; ++a) {
      const [own, plane] = [a * cells.cells, a * patterns];
      for (let i = 0; i < patterns; ++i)
        byGamma[own + counts.cells[i]] += byLogOdds[i] * z[plane + i];
    }
  }
}

/** A product of so many numbers up to 2 does not overflow. */
const LONGEST_RUN = 1000;

/** The patterns in order of their numbers of rows. */
function sortedByRows(counts: Counts): Counts {
  const {patterns, x, z, cells, ones, zeros} = counts;
  const order = Array.from({length: patterns}, (_, i) => i).sort(
    (a, b) => ones[a] + zeros[a] - (ones[b] + zeros[b]) || a - b
  );
  const planes = (columns: Float64Array): Float64Array =>
    columns.map((_, i) => columns[i - (i % patterns) + order[i % patterns]]);
  return {
    patterns,
    x: planes(x),
    z: planes(z),
    cells: cells.map((_, i) => cells[order[i]]),
    ones: planes(ones),
    zeros: planes(zeros)
  };
}

/** Where runs of patterns with equally many rows end. */
function endsOfRuns({patterns, ones, zeros}: Counts): Int32Array {
  const ends: number[] = [];
  for (let i = 1, from = 0; i <= patterns; ++i) {
    const same = i < patterns && ones[i] + zeros[i] === ones[from] + zeros[from];
    if (same && i - from < LONGEST_RUN) continue;
    ends.push(i);
    from = i;
  }
  return Int32Array.from(ends);
}
