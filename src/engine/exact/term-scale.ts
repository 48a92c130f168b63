// One group term: its coefficients, and how these and their scale are updated.
import type {Distribution} from "../density/density.js";
import type {Cells} from "../design/cells.js";
import type {Generator} from "../types.js";
import {LevelEvidence} from "./level-evidence.js";
import {levelProducts} from "./level-products.js";
import {LevelScale} from "./level-scale.js";
import {unstandardize} from "./unstandardize.js";

/** What a term's scale needs to know. */
export interface TermScaleOptions {
  readonly term: Cells["terms"][number];
  readonly cells: Cells;
  readonly sds: readonly Distribution[];
  readonly eta: number;
}

/** The state of one group term in the blocked sampler. */
export class TermScale extends LevelEvidence {
  readonly scale: LevelScale;
  private readonly before: Float64Array;
  /** Of the term's columns, level by level. */
  private readonly products: Float64Array;

  constructor(private readonly options: TermScaleOptions) {
    const {term, sds, eta} = options;
    super(term.columns.length, term.levels);
    this.before = this.values.slice();
    this.products = levelProducts(options.cells, term);
    this.scale = new LevelScale(sds, term.correlated ? eta : null);
  }

  /** Draws the coefficients of all levels from their prior. */
  drawPrior(generator: Generator): void {
    const {standard, levels, values, scale} = this;
    for (let i = 0; i < standard.length; ++i) standard[i] = generator.normal();
    unstandardize(scale.factor, levels, standard, values);
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
    const {scale, values} = this;
    scale.update(this, generator);
    this.before.set(values);
    this.draw(scale.factor, generator);
    this.takeFromResidual(residual);
  }

  /** Sums over each level what the data say of its coefficients, this term's own fit added back. */
  private gatherEvidence(residual: Float64Array, precision: number): void {
    const {k, levels, values, options, products, quadratic, linear} = this;
    const {codes, columns} = options.term;
    const count = codes.length;
    linear.fill(0);
    for (let a = 0; a < k; ++a)
      for (let c = 0; c < count; ++c) linear[codes[c] * k + a] += residual[columns[a] * count + c];
    for (let j = 0; j < levels; ++j)
      for (let a = 0; a < k; ++a)
        for (let b = 0; b < k; ++b)
          linear[j * k + a] += products[(j * k + a) * k + b] * values[b * levels + j];
    for (let i = 0; i < linear.length; ++i) linear[i] *= precision;
    for (let i = 0; i < quadratic.length; ++i) quadratic[i] = products[i] * precision;
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
}
