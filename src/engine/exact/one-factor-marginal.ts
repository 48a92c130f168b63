// The density of the outcome with every coefficient integrated out, for one grouping factor.
import type {Cells} from "../design/cells.js";
import {log} from "../math/elementary.js";
import type {Generator} from "../types.js";
import {Augmented, innerProduct} from "./augmented.js";
import {createGroupVariances, type GroupVariances} from "./group-variances.js";
import {GroupDraw} from "./group-draw.js";
import type {SmoothMarginal} from "./marginal.js";
import type {OneFactor} from "./one-factor.js";

/** Costs a pass over the classes of groups, whatever the number of groups or rows. */
export class OneFactorMarginal implements SmoothMarginal {
  readonly scales: readonly Float64Array[];
  readonly precision: Float64Array;
  readonly location: Float64Array;
  readonly byScales: readonly Float64Array[];
  readonly byLogPrecision: Float64Array;
  byLogSigma = 0;
  readonly population: Float64Array;
  readonly values: readonly Float64Array[];
  private variance = 1;
  private readonly augmented: Augmented;
  private readonly variances: GroupVariances;
  /** Rows that the groups' own columns leave over. */
  private readonly freedom: number;
  /** All terms' scales as one, v × v. */
  private readonly scale: Float64Array;
  private readonly groups: GroupDraw;
  private readonly residuals: Float64Array;
  private readonly byClass: Float64Array;
  private readonly byCovariance: Float64Array;

  constructor(
    private readonly data: OneFactor,
    private readonly terms: Cells["terms"]
  ) {
    const {p, v} = data;
    this.augmented = new Augmented(p);
    this.precision = this.augmented.precision;
    this.location = this.augmented.location;
    this.scales = terms.map(({columns}) => new Float64Array(columns.length ** 2));
    this.byScales = terms.map(({columns}) => new Float64Array(columns.length ** 2));
    this.groups = new GroupDraw(data, terms);
    this.values = this.groups.values;
    this.byLogPrecision = new Float64Array(p);
    this.population = new Float64Array(p);
    this.variances = createGroupVariances(data);
    this.freedom = data.n - v * data.groups;
    this.scale = new Float64Array(v * v);
    this.residuals = new Float64Array(v * v);
    this.byClass = new Float64Array(v * v);
    this.byCovariance = new Float64Array(v * v);
  }

  evaluate(sigma: number): number {
    const {data, augmented, variances, freedom} = this;
    const {within, products} = data;
    const {matrix} = augmented;
    const variance = sigma * sigma;
    this.variance = variance;
    this.gatherScale();
    let twice = -variances.invert(this.scale, variance);
    if (freedom !== 0) twice -= freedom * log(variance);
    const perRow = 1 / variance;
    for (let i = 0; i < matrix.length; ++i) matrix[i] = within[i] * perRow;
    addWeighted(variances.weights, products, matrix);
    return 0.5 * (twice + augmented.factor());
  }

  differentiate(): void {
    const {data, terms, augmented, variance, scale, byCovariance} = this;
    const {v, p, n, within, classes} = data;
    augmented.setMoments();
    augmented.writeByLogPrecision(this.byLogPrecision);
    byCovariance.fill(0);
    let byVariance = (0.5 * innerProduct(within, 0, augmented.moments, p + 1)) / variance;
    for (let m = 0; m < classes.length; ++m) {
      byVariance += variance * this.addClass(m);
      byVariance += 0.5 * classes[m].count * v;
    }
    this.byLogSigma = 2 * byVariance - n;
    this.byScales.forEach((by, t) => {
      const {columns} = terms[t];
      const k = columns.length;
      for (let a = 0; a < k; ++a)
        for (let c = 0; c < k; ++c) {
          let sum = 0;
          for (let i = 0; i < v; ++i)
            sum += byCovariance[columns[a] * v + i] * scale[i * v + columns[c]];
          by[a * k + c] = 2 * sum;
        }
    });
  }

  /**
   * Adds to `byCovariance` what class m gives to the derivative by K, and returns what it gives to
   * that by σ².
   */
  private addClass(m: number): number {
    const {augmented, data, variances, byCovariance, residuals: t, byClass: d} = this;
    const {v, p, classes, products} = data;
    const {count, factor} = classes[m];
    const {inverse} = variances;
    const size = augmented.matrix.length;
    const at = m * v * v;
    // T: expected products of the class's rows' residuals; then D = (P T P − count P) / 2.
    for (let a = 0, from = (m * v * (v + 1) * size) / 2; a < v; ++a)
      for (let c = 0; c <= a; ++c, from += size)
        t[a * v + c] = t[c * v + a] = innerProduct(products, from, augmented.moments, p + 1);
    let trace = 0;
    for (let a = 0; a < v; ++a)
      for (let c = 0; c < v; ++c) {
        let sum = -count * inverse[at + a * v + c];
        for (let e = 0; e < v; ++e)
          for (let f = 0; f < v; ++f)
            sum += inverse[at + a * v + e] * t[e * v + f] * inverse[at + f * v + c];
        d[a * v + c] = 0.5 * sum;
        if (a === c) trace += 0.5 * sum;
      }
    for (let a = 0; a < v; ++a)
      for (let c = 0; c < v; ++c)
        for (let e = 0; e <= a; ++e)
          for (let f = 0; f <= c; ++f)
            byCovariance[a * v + c] += factor[a * v + e] * d[e * v + f] * factor[c * v + f];
    return trace;
  }

  draw(generator: Generator): void {
    const {augmented, variances, groups, population} = this;
    augmented.draw(population, generator);
    variances.condition(this.scale, this.variance);
    groups.draw(population, variances, generator);
  }

  /** The terms' scales side by side, each in the places of its columns. */
  private gatherScale(): void {
    const {terms, scales, scale, data} = this;
    for (let t = 0; t < terms.length; ++t) {
      const {columns} = terms[t];
      const k = columns.length;
      for (let a = 0; a < k; ++a)
        for (let c = 0; c <= a; ++c) scale[columns[a] * data.v + columns[c]] = scales[t][a * k + c];
    }
  }
}

/** sum += Σ weights[r] × row r; four rows in one pass, since half the time goes into memory. */
function addWeighted(weights: Float64Array, rows: Float64Array, sum: Float64Array): void {
  const size = sum.length;
  const count = weights.length;
  let r = 0;
  for (; r + 3 < count; r += 4) {
    const w0 = weights[r];
    const w1 = weights[r + 1];
    const w2 = weights[r + 2];
    const w3 = weights[r + 3];
    const r0 = r * size;
    const r1 = r0 + size;
    const r2 = r1 + size;
    const r3 = r2 + size;
    for (let i = 0; i < size; ++i)
      sum[i] += w0 * rows[r0 + i] + w1 * rows[r1 + i] + w2 * rows[r2 + i] + w3 * rows[r3 + i];
  }
  for (; r < count; ++r) {
    const w = weights[r];
    const from = r * size;
    for (let i = 0; i < size; ++i) sum[i] += w * rows[from + i];
  }
}
