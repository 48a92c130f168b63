// One group term: its coefficients, and how these and their scale are updated.
import type {Distribution} from "../density/density.js";
import type {Cells} from "../design/cells.js";
import type {Generator} from "../types.js";
import {LevelEvidence} from "./level-evidence.js";
import {LevelScale} from "./level-scale.js";

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
  readonly scale: LevelScale;
  private readonly standard: Float64Array;
  private readonly before: Float64Array;
  private readonly evidence: LevelEvidence;

  constructor(private readonly options: TermScaleOptions) {
    const {term, sds, eta} = options;
    this.k = term.columns.length;
    this.levels = term.levels;
    this.values = new Float64Array(this.k * this.levels);
    this.standard = new Float64Array(this.k * this.levels);
    this.before = new Float64Array(this.k * this.levels);
    this.evidence = new LevelEvidence(this.k, this.levels);
    this.scale = new LevelScale(sds, term.correlated ? eta : null);
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
    const covariance = this.scale.covariance();
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
    const {evidence, scale, standard, values} = this;
    scale.update(evidence, generator);
    this.before.set(values);
    evidence.draw(scale.factor, standard, generator);
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

  private fromStandard(): void {
    const {k, levels, values, standard} = this;
    const {factor} = this.scale;
    for (let a = 0; a < k; ++a)
      for (let j = 0; j < levels; ++j) {
        let sum = 0;
        for (let c = 0; c <= a; ++c) sum += factor[a * k + c] * standard[c * levels + j];
        values[a * levels + j] = sum;
      }
  }
}
