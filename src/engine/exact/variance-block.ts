// All classes' covariances of whitened rows for a block of iterations.
import type {LogProducts} from "./log-products.js";
import type {OneFactor} from "./one-factor.js";
import type {ScaleBlock} from "./scale-block.js";

/** More than this many equal factors are a power of their logarithm. */
const FEW = 4;

/** As `GroupVariances` for many iterations, where at most one column varies; number k of iteration i lies at k × room + i. */
export class VarianceBlock {
  readonly weights: Float64Array;
  readonly mean: Float64Array;
  readonly noise: Float64Array;
  private readonly factors: Float64Array;
  private readonly counts: Float64Array;

  constructor(
    {v, classes: all}: Pick<OneFactor, "v" | "classes">,
    private readonly room: number
  ) {
    const classes = v === 0 ? [] : all;
    this.weights = new Float64Array(classes.length * room);
    this.mean = new Float64Array(classes.length * room);
    this.noise = new Float64Array(classes.length * room);
    this.factors = Float64Array.from(classes, ({factor}) => factor[0]);
    this.counts = Float64Array.from(classes, ({count}) => count);
  }

  /** Fills `weights` and multiplies by all groups' determinants. */
  invert(count: number, {values, variance}: ScaleBlock, determinants: LogProducts): void {
    const {weights, factors, counts, room} = this;
    for (let m = 0, at = 0; m < factors.length; ++m, at += room) {
      const factor = factors[m];
      for (let i = 0; i < count; ++i) {
        const root = factor * values[i];
        weights[at + i] = variance[i] + root * root;
      }
      this.multiply(at, counts[m], count, determinants);
      for (let i = 0; i < count; ++i) weights[at + i] = 1 / weights[at + i];
    }
  }

  /** Fills `mean` and `noise`. */
  condition(count: number, {values, variance}: ScaleBlock): void {
    const {weights, mean, noise, factors, room} = this;
    for (let m = 0, at = 0; m < factors.length; ++m, at += room) {
      const factor = factors[m];
      for (let i = 0; i < count; ++i) {
        const s = values[i];
        const weight = weights[at + i];
        mean[at + i] = s * s * factor * weight;
        noise[at + i] = s * Math.sqrt(variance[i] * weight);
      }
    }
  }

  /** Iteration `to` has the weights of iteration `from`. */
  copy(from: number, to: number): void {
    const {weights, room} = this;
    for (let at = 0; at < weights.length; at += room) weights[at + to] = weights[at + from];
  }

  private multiply(at: number, groups: number, count: number, determinants: LogProducts): void {
    const {weights} = this;
    if (groups > FEW)
      for (let i = 0; i < count; ++i) determinants.multiplyPower(i, weights[at + i], groups);
    else
      for (let k = 0; k < groups; ++k)
        for (let i = 0; i < count; ++i) determinants.multiply(i, weights[at + i]);
  }
}
