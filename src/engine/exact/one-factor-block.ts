// The marginal density of many points at once, and all parameters drawn there, for one grouping factor.
import type {GaussianModel} from "../posterior/gaussian.js";
import type {Generator} from "../types.js";
import {GroupBlock} from "./group-block.js";
import {LogProducts} from "./log-products.js";
import type {OneFactor} from "./one-factor.js";
import {PopulationBlock} from "./population-block.js";
import {PopulationPrior} from "./population-prior.js";
import type {DrawSpace} from "./record.js";
import {ScaleBlock} from "./scale-block.js";
import {VarianceBlock} from "./variance-block.js";

/**
 * As `MarginalModel` with `OneFactorMarginal`, where at most one column varies, for a block of iterations: each step is taken for all of
 * them before the next, in short loops over neighbours in memory. There is room for `size` iterations and
 * four more.
 */
export class OneFactorBlock {
  readonly scales: ScaleBlock;
  private readonly variances: VarianceBlock;
  private readonly population: PopulationBlock;
  private readonly groups: GroupBlock;
  private readonly determinants: LogProducts;
  private readonly squares: Float64Array;

  /** `size` is a multiple of four. */
  constructor(
    private readonly model: GaussianModel,
    private readonly data: OneFactor,
    readonly size: number
  ) {
    const {cells, priors} = model;
    const room = size + 4;
    const {location, precision} = new PopulationPrior(priors.population);
    this.scales = new ScaleBlock(model, room);
    this.variances = new VarianceBlock(data, room);
    this.population = new PopulationBlock(
      data,
      {precision, location: location.map((at, j) => at - cells.reference[j])},
      this.scales
    );
    this.groups = new GroupBlock(data, cells.terms, room);
    this.determinants = new LogProducts(room);
    this.squares = new Float64Array(room);
  }

  /**
   * How much denser the first `count` points are than `proposals` says, in logarithms and up to a
   * constant: from the logarithms of their scales as they lie in `scales`; -Infinity without a density.
   */
  weigh(count: number, proposals: Float64Array, weights: Float64Array): void {
    const {scales, variances, population, determinants, squares, data} = this;
    const freedom = data.n - data.v * data.groups;
    weights.fill(0, 0, count);
    scales.set(count, weights);
    determinants.clear();
    variances.invert(count, scales, determinants);
    population.factor(count, variances.weights, determinants, squares);
    for (let i = 0; i < count; ++i) {
      determinants.multiply(i, proposals[i] * proposals[i]);
      const twice = freedom * scales.logVariance(i) + determinants.value(i);
      const own = weights[i] - 0.5 * (twice + Math.max(squares[i], 0));
      weights[i] = Number.isNaN(own) ? -Infinity : own;
    }
  }

  /** Point `to` becomes point `from`, as it was evaluated. */
  copy(from: number, to: number): void {
    this.scales.copy(from, to);
    this.variances.copy(from, to);
    this.population.copy(from, to);
  }

  /** Draws all coefficients at the first `count` points; writes all parameters in the model's order. */
  draw(count: number, generator: Generator, {values, at, stride}: DrawSpace): void {
    const {scales, variances, population, groups, data} = this;
    const {room} = scales;
    population.draw(count, generator);
    variances.condition(count, scales);
    this.writePopulation(count, {values, at, stride});
    let next = at + data.p * stride;
    for (let c = 0; c < scales.variances; ++c, next += stride)
      values.set(scales.values.subarray(c * room, c * room + count), next);
    const conditions = {
      deviation: population.deviation,
      mean: variances.mean,
      noise: variances.noise
    };
    groups.draw(count, conditions, generator, {values, at: next, stride});
  }

  /** The intercept as it is where all columns are 0. */
  private writePopulation(count: number, {values, at, stride}: DrawSpace): void {
    const {model, population, scales} = this;
    const {cells, centred} = model;
    const {deviation} = population;
    for (let j = 0; j < cells.p; ++j) {
      const reference = cells.reference[j];
      const from = j * scales.room;
      const to = at + j * stride;
      for (let i = 0; i < count; ++i) values[to + i] = reference + deviation[from + i];
    }
    if (centred < 0) return;
    const intercept = at + centred * stride;
    for (let i = 0; i < count; ++i) {
      let shift = 0;
      for (let j = 0; j < cells.p; ++j) shift += cells.means[j] * values[at + j * stride + i];
      values[intercept + i] -= shift;
    }
  }
}
