// One group term: its coefficients, their sds and correlations, and how these are updated.
import {createDensity, type Density, type Distribution} from "../density/density.js";
import type {Cells} from "../design/cells.js";
import {exp, log} from "../math/elementary.js";
import {CorrelationFactor} from "../posterior/correlation.js";
import type {Generator} from "../types.js";
import {LevelEvidence} from "./level-evidence.js";
import {slice} from "./slice.js";

/** A window of about one on the log scale fits any posterior of a scale that is worth having. */
const WINDOW = 1;

/** What a term's scale needs to know. */
export interface TermScaleOptions {
  readonly term: Cells["terms"][number];
  readonly cells: Cells;
  readonly sds: readonly Distribution[];
  readonly eta: number;
}

/** The state of one group term in the blocked sampler. */
export class TermScale {
  /** Coefficients by level [k × levels]. */
  readonly values: Float64Array;
  readonly k: number;
  readonly levels: number;
  /** log sds, then the correlations' unconstrained numbers. */
  readonly coordinates: Float64Array;
  private readonly priors: readonly Density[];
  private readonly correlation: CorrelationFactor | null;
  /** diag(sd) × factor of the correlations, row-major. */
  private readonly scale: Float64Array;
  private readonly standard: Float64Array;
  private readonly before: Float64Array;
  private readonly evidence: LevelEvidence;

  constructor(private readonly options: TermScaleOptions) {
    const {term, sds, eta} = options;
    this.k = term.columns.length;
    this.levels = term.levels;
    const pairs = term.correlated ? (this.k * (this.k - 1)) / 2 : 0;
    this.values = new Float64Array(this.k * this.levels);
    this.standard = new Float64Array(this.k * this.levels);
    this.before = new Float64Array(this.k * this.levels);
    this.evidence = new LevelEvidence(this.k, this.levels);
    this.coordinates = new Float64Array(this.k + pairs);
    this.scale = new Float64Array(this.k * this.k);
    this.priors = sds.map(createDensity);
    this.correlation = pairs ? new CorrelationFactor(this.k, eta) : null;
  }

  /** Sets random starting values: sds around `spread`. */
  start(spread: number, generator: Generator): void {
    const {coordinates, k} = this;
    for (let i = 0; i < coordinates.length; ++i)
      coordinates[i] = (i < k ? log(spread) : 0) + 2 * generator.uniform() - 1;
    this.setScale();
  }

  /** The covariance of a level's coefficients, k × k. */
  covariance(): Float64Array {
    const {k, scale} = this;
    const out = new Float64Array(k * k);
    for (let a = 0; a < k; ++a)
      for (let b = 0; b < k; ++b)
        for (let c = 0; c <= Math.min(a, b); ++c)
          out[a * k + b] += scale[a * k + c] * scale[b * k + c];
    return out;
  }

  /** Draws the coefficients of all levels from their prior. */
  drawPrior(generator: Generator): void {
    const {standard} = this;
    for (let i = 0; i < standard.length; ++i) standard[i] = generator.normal();
    this.fromStandard();
  }

  /** Adds to the coefficients their covariance times the pull of the cells at each level. */
  addPull(pull: Float64Array): void {
    const {k, levels, values, options} = this;
    const {codes, columns} = options.term;
    const count = codes.length;
    const covariance = this.covariance();
    for (let b = 0; b < k; ++b) {
      const from = columns[b] * count;
      for (let a = 0; a < k; ++a) {
        const weight = covariance[a * k + b];
        if (weight === 0) continue;
        for (let c = 0; c < count; ++c) values[a * levels + codes[c]] += weight * pull[from + c];
      }
    }
  }

  /** Adds the coefficients to the cells they apply to. */
  addTo(gamma: Float64Array): void {
    const {k, levels, values, options} = this;
    const {codes, columns} = options.term;
    const count = codes.length;
    for (let a = 0; a < k; ++a)
      for (let c = 0; c < count; ++c)
        gamma[columns[a] * count + c] += values[a * levels + codes[c]];
  }

  /**
   * Updates sds and correlations with this term's coefficients integrated out, then draws the
   * coefficients, given everything else. `residual` holds the cells' pull Σ z (e − fit) with this
   * term in the fit [v × cells]; it is left with the new coefficients in the fit.
   */
  update(residual: Float64Array, precision: number, generator: Generator): void {
    this.gatherEvidence(residual, precision);
    const {coordinates, evidence, scale, standard, values} = this;
    for (let i = 0; i < coordinates.length; ++i)
      coordinates[i] = slice(
        coordinates[i],
        WINDOW,
        (x) => {
          const kept = coordinates[i];
          coordinates[i] = x;
          const density = this.setScale() + evidence.logEvidence(scale);
          coordinates[i] = kept;
          return density;
        },
        generator
      );
    this.setScale();
    this.before.set(values);
    evidence.draw(scale, standard, generator);
    this.fromStandard();
    this.takeFromResidual(residual);
  }

  /** Sums over each level what the data say of its coefficients, this term's own fit added back. */
  private gatherEvidence(residual: Float64Array, precision: number): void {
    const {k, levels, values, options, evidence} = this;
    const {quadratic, linear} = evidence;
    const {codes, columns} = options.term;
    const {zz, v} = options.cells;
    const count = codes.length;
    linear.fill(0);
    quadratic.fill(0);
    for (let a = 0; a < k; ++a)
      for (let c = 0; c < count; ++c) linear[codes[c] * k + a] += residual[columns[a] * count + c];
    for (let a = 0; a < k; ++a)
      for (let b = 0; b < k; ++b) {
        const plane = (columns[a] * v + columns[b]) * count;
        for (let c = 0; c < count; ++c) quadratic[(codes[c] * k + a) * k + b] += zz[plane + c];
      }
    for (let j = 0; j < levels; ++j)
      for (let a = 0; a < k; ++a)
        for (let b = 0; b < k; ++b)
          linear[j * k + a] += quadratic[(j * k + a) * k + b] * values[b * levels + j];
    for (let i = 0; i < linear.length; ++i) linear[i] *= precision;
    for (let i = 0; i < quadratic.length; ++i) quadratic[i] *= precision;
  }

  private takeFromResidual(residual: Float64Array): void {
    const {k, levels, values, before, options} = this;
    const {codes, columns} = options.term;
    const {zz, v} = options.cells;
    const count = codes.length;
    for (let i = 0; i < values.length; ++i) before[i] = values[i] - before[i];
    for (let a = 0; a < v; ++a)
      for (let b = 0; b < k; ++b) {
        const plane = (a * v + columns[b]) * count;
        for (let c = 0; c < count; ++c)
          residual[a * count + c] -= zz[plane + c] * before[b * levels + codes[c]];
      }
  }

  /** Sets `scale` from the coordinates; returns their log prior density. */
  private setScale(): number {
    const {k, coordinates, scale, priors, correlation} = this;
    let density = correlation ? correlation.set(coordinates, k) : 0;
    for (let a = 0; a < k; ++a) {
      const sd = exp(coordinates[a]);
      density += priors[a].logDensity(sd) + coordinates[a];
      for (let c = 0; c <= a; ++c)
        scale[a * k + c] = sd * (correlation ? correlation.factor[a * k + c] : Number(a === c));
    }
    return density;
  }

  private fromStandard(): void {
    const {k, levels, values, standard, scale} = this;
    for (let a = 0; a < k; ++a)
      for (let j = 0; j < levels; ++j) {
        let sum = 0;
        for (let c = 0; c <= a; ++c) sum += scale[a * k + c] * standard[c * levels + j];
        values[a * levels + j] = sum;
      }
  }

  /** Writes the sds into `out` from `at`. */
  writeSds(out: Float64Array, at: number): number {
    for (let a = 0; a < this.k; ++a) out[at + a] = exp(this.coordinates[a]);
    return this.k;
  }

  /** Writes the correlations, row by row below the diagonal. */
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
