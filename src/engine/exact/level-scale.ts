// The scale of a level's coefficients: their sds and correlations, as numbers that can be moved.
import {createDensity, type Density, type Distribution} from "../density/density.js";
import {exp, log} from "../math/elementary.js";
import {CorrelationFactor} from "../posterior/correlation.js";
import type {Generator} from "../types.js";
import {slice} from "./slice.js";

/** On the log scale; scales of factors with few levels have wide posteriors. */
const WINDOW = 3;

/** Sds and correlations of k coefficients, with their priors. */
export class LevelScale {
  /** log sds, then the correlations' unconstrained numbers. */
  readonly coordinates: Float64Array;
  /** diag(sd) × factor of the correlations, k × k, row-major, lower; made by `set`. */
  readonly factor: Float64Array;
  private readonly k: number;
  private readonly priors: readonly Density[];
  private readonly correlation: CorrelationFactor | null;

  /** `eta` of the LKJ prior, or null for coefficients that are independent. */
  constructor(sds: readonly Distribution[], eta: number | null) {
    this.k = sds.length;
    const pairs = eta === null ? 0 : (this.k * (this.k - 1)) / 2;
    this.coordinates = new Float64Array(this.k + pairs);
    this.factor = new Float64Array(this.k * this.k);
    this.priors = sds.map(createDensity);
    this.correlation = eta !== null && pairs ? new CorrelationFactor(this.k, eta) : null;
  }

  /** Sets random starting values: sds around `spread`. */
  start(spread: number, generator: Generator): void {
    const {coordinates, k} = this;
    for (let i = 0; i < coordinates.length; ++i)
      coordinates[i] = (i < k ? log(spread) : 0) + 2 * generator.uniform() - 1;
    this.set();
  }

  /** Sets `factor` from the coordinates; returns their log prior density. */
  set(): number {
    const {k, coordinates, factor, priors, correlation} = this;
    let density = correlation ? correlation.set(coordinates, k) : 0;
    for (let a = 0; a < k; ++a) {
      const sd = exp(coordinates[a]);
      density += priors[a].logDensity(sd) + coordinates[a];
      for (let c = 0; c <= a; ++c)
        factor[a * k + c] = sd * (correlation ? correlation.factor[a * k + c] : Number(a === c));
    }
    return density;
  }

  /** Updates every coordinate, `rounds` times, by a slice of the prior times the evidence for `factor`. */
  update(
    evidence: {logEvidence(factor: Float64Array): number},
    generator: Generator,
    rounds = 1
  ): void {
    const {coordinates, factor} = this;
    let density = this.set() + evidence.logEvidence(factor);
    for (let round = 0; round < rounds; ++round)
      for (let i = 0; i < coordinates.length; ++i) {
        const densityAt = (x: number): number => {
          coordinates[i] = x;
          return (density = this.set() + evidence.logEvidence(factor));
        };
        slice(coordinates[i], WINDOW, densityAt, generator, density);
      }
  }

  /** The covariance of a level's coefficients, k × k. */
  covariance(): Float64Array {
    const {k, factor} = this;
    const out = new Float64Array(k * k);
    for (let a = 0; a < k; ++a)
      for (let b = 0; b < k; ++b)
        for (let c = 0; c <= Math.min(a, b); ++c)
          out[a * k + b] += factor[a * k + c] * factor[b * k + c];
    return out;
  }

  /** Writes the sds into `out` from `at`; returns their count. */
  writeSds(out: Float64Array, at: number): number {
    for (let a = 0; a < this.k; ++a) out[at + a] = exp(this.coordinates[a]);
    return this.k;
  }

  /** Writes the correlations, row by row below the diagonal; returns their count. */
  writeCorrelations(out: Float64Array, at: number): number {
    const {k, correlation} = this;
    if (!correlation) return 0;
    let m = 0;
    for (let i = 1; i < k; ++i)
      for (let j = 0; j < i; ++j) {
        let sum = 0;
        for (let c = 0; c <= j; ++c)
          sum += correlation.factor[i * k + c] * correlation.factor[j * k + c];
        out[at + m++] = sum;
      }
    return m;
  }
}
