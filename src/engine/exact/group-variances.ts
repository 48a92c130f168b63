// All classes' covariances of whitened rows, for one varying column or for several.
import {log} from "../math/elementary.js";
import {ClassVariance} from "./class-variance.js";
import type {OneFactor} from "./one-factor.js";

/** What the marginal density needs of the classes of groups. */
export interface GroupVariances {
  /** Per class the inverse M⁻¹ of its rows' covariance, v × v. */
  readonly inverse: Float64Array;
  /** Per class and pair of rows (a ≥ c, row by row) the weight of its products. */
  readonly weights: Float64Array;
  /** Per class what rows and standard normals are multiplied by in a draw; v × v. */
  readonly mean: Float64Array;
  readonly noise: Float64Array;
  /** Fills `inverse` and `weights`; returns Σ over all groups of log det M. */
  invert(scale: Float64Array, variance: number): number;
  /** Fills `mean` and `noise` for what was inverted last. */
  condition(scale: Float64Array, variance: number): void;
}

/** The one that suits the number of varying columns. */
export function createGroupVariances(data: OneFactor): GroupVariances {
  return data.v === 1 ? new SingleVariances(data) : new JointVariances(data);
}

/** Factors beyond this go into a logarithm before the product of many overflows. */
const LARGE = 1e150;

/** More than this many equal factors are a product of their logarithm. */
const FEW = 4;

class SingleVariances implements GroupVariances {
  readonly inverse: Float64Array;
  readonly weights: Float64Array;
  readonly mean: Float64Array;
  readonly noise: Float64Array;
  private readonly factors: Float64Array;
  private readonly counts: Float64Array;

  constructor({classes}: OneFactor) {
    this.inverse = new Float64Array(classes.length);
    this.weights = this.inverse;
    this.mean = new Float64Array(classes.length);
    this.noise = new Float64Array(classes.length);
    this.factors = Float64Array.from(classes, ({factor}) => factor[0]);
    this.counts = Float64Array.from(classes, ({count}) => count);
  }

  invert(scale: Float64Array, variance: number): number {
    const {inverse, factors, counts} = this;
    const s = scale[0];
    // One logarithm for many classes: it would cost more than all else.
    let product = 1;
    let sum = 0;
    for (let m = 0; m < inverse.length; ++m) {
      const root = factors[m] * s;
      const total = variance + root * root;
      inverse[m] = 1 / total;
      const count = counts[m];
      if (count > FEW) {
        sum += count * log(total);
        continue;
      }
      for (let i = 0; i < count; ++i) product *= total;
      if (product < LARGE && product > 1 / LARGE) continue;
      sum += log(product);
      product = 1;
    }
    return sum + log(product);
  }

  condition(scale: Float64Array, variance: number): void {
    const {inverse, mean, noise, factors} = this;
    const s = scale[0];
    const deviation = Math.abs(s) * Math.sqrt(variance);
    for (let m = 0; m < inverse.length; ++m) {
      mean[m] = s * s * factors[m] * inverse[m];
      noise[m] = deviation * Math.sqrt(inverse[m]);
    }
  }
}

class JointVariances implements GroupVariances {
  readonly inverse: Float64Array;
  readonly weights: Float64Array;
  readonly mean: Float64Array;
  readonly noise: Float64Array;
  private readonly solver: ClassVariance;

  constructor(private readonly data: OneFactor) {
    const {v, classes} = data;
    this.inverse = new Float64Array(classes.length * v * v);
    this.mean = new Float64Array(classes.length * v * v);
    this.noise = new Float64Array(classes.length * v * v);
    this.weights = new Float64Array((classes.length * v * (v + 1)) / 2);
    this.solver = new ClassVariance(v);
  }

  invert(scale: Float64Array, variance: number): number {
    const {data, inverse, weights, solver} = this;
    const {v, classes} = data;
    let sum = 0;
    for (let m = 0, pair = 0; m < classes.length; ++m) {
      const {count, factor} = classes[m];
      sum += count * solver.invert(factor, scale, variance, inverse, m * v * v);
      for (let a = 0; a < v; ++a)
        for (let c = 0; c <= a; ++c, ++pair)
          weights[pair] = inverse[(m * v + a) * v + c] * (a === c ? 1 : 2);
    }
    return sum;
  }

  condition(scale: Float64Array, variance: number): void {
    const {data, inverse, mean, noise, solver} = this;
    const {v, classes} = data;
    for (let m = 0; m < classes.length; ++m)
      solver.condition(classes[m].factor, scale, variance, {inverse, mean, noise, at: m * v * v});
  }
}
