// Scales, and weights of heavy tails, as logarithms and as they are, for a block of iterations.
import {createDensity, type Density} from "../density/density.js";
import {exp} from "../math/elementary.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import {heavyTails, type HeavyTail} from "./population-prior.js";

/**
 * Coordinates are those of `VarianceCoordinates` by logarithm, where no term has correlations: the
 * terms' sds, sigma unless it is known, the weights of heavy-tailed population priors.
 */
export class ScaleBlock {
  readonly dim: number;
  /** How many come before the weights. */
  readonly variances: number;
  /** Of iteration i number c lies at c × room + i. */
  readonly logs: Float64Array;
  readonly values: Float64Array;
  /** sigma², 1 where it is known. */
  readonly variance: Float64Array;
  readonly tails: readonly HeavyTail[];
  private readonly priors: readonly Density[];
  private readonly isKnown: boolean;

  constructor(
    {priors}: Pick<GaussianModel, "priors">,
    readonly room: number
  ) {
    this.isKnown = priors.sigma === null;
    const all = [...priors.sds.flat(), ...(priors.sigma ? [priors.sigma] : [])];
    this.priors = all.map(createDensity);
    this.tails = heavyTails(priors.population);
    this.variances = all.length;
    this.dim = this.variances + this.tails.length;
    this.logs = new Float64Array(this.dim * room);
    this.values = new Float64Array(this.dim * room);
    this.variance = new Float64Array(room).fill(1);
  }

  /** Makes `values` of `logs` and adds the log prior density of the first `count` to `density`. */
  set(count: number, density: Float64Array): void {
    const {dim, variances, logs, values, room} = this;
    for (let c = 0, at = 0; c < dim; ++c, at += room) {
      for (let i = 0; i < count; ++i) values[at + i] = exp(logs[at + i]);
      if (c < variances) {
        const prior = this.priors[c];
        for (let i = 0; i < count; ++i)
          density[i] += prior.logDensity(values[at + i]) + logs[at + i];
      } else {
        // A weight has a gamma distribution; the coefficient's precision is in proportion to it.
        const half = this.tails[c - variances].df / 2;
        for (let i = 0; i < count; ++i)
          density[i] += (half + 0.5) * logs[at + i] - half * values[at + i];
      }
    }
    if (this.isKnown) return;
    const sigma = (variances - 1) * room;
    for (let i = 0; i < count; ++i) this.variance[i] = values[sigma + i] * values[sigma + i];
  }

  /** log sigma² of iteration i. */
  logVariance(i: number): number {
    return this.isKnown ? 0 : 2 * this.logs[(this.variances - 1) * this.room + i];
  }

  /** Iteration `to` has the numbers of iteration `from`. */
  copy(from: number, to: number): void {
    const {dim, logs, values, variance, room} = this;
    for (let c = 0, at = 0; c < dim; ++c, at += room) {
      logs[at + to] = logs[at + from];
      values[at + to] = values[at + from];
    }
    variance[to] = variance[from];
  }
}
