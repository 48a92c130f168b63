// All classes' covariances of whitened rows for a block of iterations.
import {createGroupVariances, type GroupVariances} from "./group-variances.js";
import type {LogProducts} from "./log-products.js";
import type {OneFactor} from "./one-factor.js";
import type {ScaleBlock} from "./scale-block.js";

/** As `GroupVariances` for many iterations; number k of iteration i lies at k × room + i. */
export interface VarianceBlock {
  readonly weights: Float64Array;
  readonly mean: Float64Array;
  readonly noise: Float64Array;
  /** Fills `weights` and multiplies by all groups' determinants. */
  invert(count: number, scales: ScaleBlock, determinants: LogProducts): void;
  /** Fills `mean` and `noise`. */
  condition(count: number, scales: ScaleBlock): void;
  /** Iteration `to` has the weights of iteration `from`. */
  copy(from: number, to: number): void;
}

/** The one that suits the number of varying columns; `columns` lists the columns of the scales in turn. */
export function createVarianceBlock(
  data: OneFactor,
  columns: readonly number[],
  room: number
): VarianceBlock {
  return data.v === 1 ? new SingleBlock(data, room) : new JointBlock(data, columns, room);
}

/** More than this many equal factors are a power of their logarithm. */
const FEW = 4;

class SingleBlock implements VarianceBlock {
  readonly weights: Float64Array;
  readonly mean: Float64Array;
  readonly noise: Float64Array;
  private readonly factors: Float64Array;
  private readonly counts: Float64Array;

  constructor(
    {classes}: OneFactor,
    private readonly room: number
  ) {
    this.weights = new Float64Array(classes.length * room);
    this.mean = new Float64Array(classes.length * room);
    this.noise = new Float64Array(classes.length * room);
    this.factors = Float64Array.from(classes, ({factor}) => factor[0]);
    this.counts = Float64Array.from(classes, ({count}) => count);
  }

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

/** Iteration by iteration: few models have several sds and nothing else to draw from a table. */
class JointBlock implements VarianceBlock {
  readonly weights: Float64Array;
  readonly mean: Float64Array;
  readonly noise: Float64Array;
  private readonly single: GroupVariances;
  private readonly scale: Float64Array;

  constructor(
    private readonly data: OneFactor,
    private readonly columns: readonly number[],
    private readonly room: number
  ) {
    this.single = createGroupVariances(data);
    this.scale = new Float64Array(data.v * data.v);
    this.weights = new Float64Array(this.single.weights.length * room);
    this.mean = new Float64Array(this.single.mean.length * room);
    this.noise = new Float64Array(this.single.noise.length * room);
  }

  invert(count: number, scales: ScaleBlock, determinants: LogProducts): void {
    for (let i = 0; i < count; ++i) {
      determinants.add(i, this.invertOne(i, scales));
      this.put(this.single.weights, this.weights, i);
    }
  }

  condition(count: number, scales: ScaleBlock): void {
    for (let i = 0; i < count; ++i) {
      this.invertOne(i, scales);
      this.single.condition(this.scale, scales.variance[i]);
      this.put(this.single.mean, this.mean, i);
      this.put(this.single.noise, this.noise, i);
    }
  }

  copy(from: number, to: number): void {
    const {weights, room} = this;
    for (let at = 0; at < weights.length; at += room) weights[at + to] = weights[at + from];
  }

  private invertOne(i: number, {values, variance}: ScaleBlock): number {
    const {columns, scale, room, data, single} = this;
    columns.forEach((column, a) => {
      scale[column * data.v + column] = values[a * room + i];
    });
    return single.invert(scale, variance[i]);
  }

  private put(own: Float64Array, all: Float64Array, i: number): void {
    const {room} = this;
    for (let k = 0, to = i; k < own.length; ++k, to += room) all[to] = own[k];
  }
}
