// The population's precision matrices with the outcome behind them, for a block of iterations.
import type {Generator} from "../types.js";
import {eliminateFour, LANES, solveFour} from "./four-factors.js";
import type {LogProducts} from "./log-products.js";
import type {OneFactor} from "./one-factor.js";
import type {PopulationPrior} from "./population-prior.js";
import type {ScaleBlock} from "./scale-block.js";

/**
 * As `Augmented` for many iterations. Entry e of iteration i's packed matrix lies at
 * (floor(i / 4) × size + e) × 4 + i % 4; diagonals of factors are inverted.
 */
export class PopulationBlock {
  /** Coefficients relative to the cells' reference; number j of iteration i at j × room + i. */
  readonly deviation: Float64Array;
  private readonly size: number;
  private readonly matrices: Float64Array;
  /** What the prior adds to every matrix, heavy tails apart. */
  private readonly prior: Float64Array;
  private readonly weights: Float64Array;
  private readonly location: Float64Array;

  /** `location` is relative to the cells' reference; `room` a multiple of four. */
  constructor(
    private readonly data: OneFactor,
    {precision, location}: Pick<PopulationPrior, "precision" | "location">,
    private readonly scales: ScaleBlock
  ) {
    const {p, within, products} = data;
    const {room, tails} = scales;
    this.size = within.length;
    this.deviation = new Float64Array(p * room);
    this.matrices = new Float64Array(this.size * room);
    this.prior = new Float64Array(this.size);
    this.weights = new Float64Array((products.length / this.size) * LANES);
    this.location = location;
    const last = (p * (p + 1)) / 2;
    for (let j = 0, row = 0; j < p; row += ++j) {
      if (tails.some(({position}) => position === j)) continue;
      this.prior[row + j] = precision[j];
      this.prior[last + j] = precision[j] * location[j];
      this.prior[last + p] += precision[j] * location[j] * location[j];
    }
  }

  /**
   * Sets and factors the matrices of the first `count` iterations: multiplies by their determinants,
   * and writes the squares that coefficients cannot explain; NaN where coefficients are not determined.
   */
  factor(
    count: number,
    weights: Float64Array,
    determinants: LogProducts,
    squares: Float64Array
  ): void {
    for (let i = 0; i < count; i += LANES) {
      this.gather(weights, i);
      this.sum(i);
      this.addTails(i);
      eliminateFour(this.matrices, i * this.size, this.data.p, {i, determinants, squares});
    }
  }

  /** Draws the coefficients of the first `count` iterations. */
  draw(count: number, generator: Generator): void {
    const {deviation, matrices, data, scales, size} = this;
    for (let j = 0, at = 0; j < data.p; ++j, at += scales.room)
      for (let i = 0; i < count; ++i) deviation[at + i] = generator.normal();
    for (let i = 0; i < count; i += LANES)
      solveFour(matrices, i * size, data.p, {i, room: scales.room, vectors: deviation});
  }

  /** Iteration `to` has the factor of iteration `from`. */
  copy(from: number, to: number): void {
    const {matrices, size} = this;
    const place = (i: number): number => (i - (i % LANES)) * size + (i % LANES);
    for (let k = 0, x = place(from), y = place(to); k < size; ++k, x += LANES, y += LANES)
      matrices[y] = matrices[x];
  }

  private gather(all: Float64Array, i: number): void {
    const {weights, scales} = this;
    for (let r = 0, from = i; r < weights.length; r += LANES, from += scales.room)
      for (let lane = 0; lane < LANES; ++lane) weights[r + lane] = all[from + lane];
  }

  /** Cross-products within and between groups, weighted, and the prior. */
  private sum(i: number): void {
    const {matrices, size, prior, weights, data, scales} = this;
    const {within, products} = data;
    const {variance} = scales;
    const v0 = 1 / variance[i];
    const v1 = 1 / variance[i + 1];
    const v2 = 1 / variance[i + 2];
    const v3 = 1 / variance[i + 3];
    for (let e = 0; e < size; ++e) {
      let s0 = prior[e] + within[e] * v0;
      let s1 = prior[e] + within[e] * v1;
      let s2 = prior[e] + within[e] * v2;
      let s3 = prior[e] + within[e] * v3;
      for (let r = 0, at = e; r < weights.length; r += LANES, at += size) {
        const x = products[at];
        s0 += x * weights[r];
        s1 += x * weights[r + 1];
        s2 += x * weights[r + 2];
        s3 += x * weights[r + 3];
      }
      const to = i * size + e * LANES;
      matrices[to] = s0;
      matrices[to + 1] = s1;
      matrices[to + 2] = s2;
      matrices[to + 3] = s3;
    }
  }

  private addTails(i: number): void {
    const {matrices, size, scales, location, data} = this;
    const {p} = data;
    const {tails, values, variances, room} = scales;
    const last = (p * (p + 1)) / 2;
    for (let t = 0; t < tails.length; ++t) {
      const {position: j, precision} = tails[t];
      for (let lane = 0; lane < LANES; ++lane) {
        const own = precision * values[(variances + t) * room + i + lane];
        const tile = i * size + lane;
        matrices[tile + ((j * (j + 3)) / 2) * LANES] += own;
        matrices[tile + (last + j) * LANES] += own * location[j];
        matrices[tile + (last + p) * LANES] += own * location[j] * location[j];
      }
    }
  }
}
