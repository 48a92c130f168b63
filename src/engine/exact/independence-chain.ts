// A chain whose variances are proposed independently, from a table of their density.
import {error} from "../error.js";
import {exp, log} from "../math/elementary.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import type {Generator} from "../types.js";
import {DensityTable} from "./density-table.js";
import {layGrid} from "./grid.js";
import {MarginalModel} from "./marginal-model.js";
import type {OneFactor} from "./one-factor.js";
import {OneFactorBlock} from "./one-factor-block.js";
import {OneFactorMarginal} from "./one-factor-marginal.js";
import type {DrawSpace, ExactChain} from "./record.js";
import {spreadOf} from "./residual-scale.js";

/** Numbers of a block that a processor keeps near. */
const NEAR = 8192;

/** Iterations of a block: more gain nothing, fewer lose to overheads. */
const SIZES = {least: 16, most: 64} as const;

/** Nothing of a table depends on the chain; those that run in one thread share it. */
const known = new WeakMap<GaussianModel, readonly DensityTable[]>();

/**
 * Metropolis's algorithm with independent proposals [tierney1994] for up to two variances (a table of
 * more would need too many nodes), of which one column may vary by group. The
 * table is so close to the density that nearly all are accepted and draws are all but independent;
 * the step makes up for the rest, so that the table's error cannot bias a result. All coefficients
 * are then drawn exactly.
 */
export class IndependenceChain implements ExactChain {
  /** The start is a draw from the table already; but engines compile what they have seen run. */
  readonly warmup = 400;
  private readonly tables: readonly DensityTable[];
  private readonly points: OneFactorBlock;
  /** How much denser the posterior is at each point than the table, in logarithms. */
  private readonly weights: Float64Array;
  /** Of the table, relative to its peak. */
  private readonly densities: Float64Array;
  private readonly thrownAway: DrawSpace;
  private proposals = 0;
  private accepted = 0;

  /** Raises an InputError when the density of the variances has no integral. */
  constructor(
    model: GaussianModel,
    data: OneFactor,
    private readonly generator: Generator
  ) {
    this.tables = known.get(model) ?? tablesOf(model, data);
    known.set(model, this.tables);
    this.points = new OneFactorBlock(model, data, sizeOf(data));
    const {size, scales} = this.points;
    this.weights = new Float64Array(scales.room);
    this.densities = new Float64Array(scales.room);
    const values = new Float64Array(model.variables.length * size);
    this.thrownAway = {values, at: 0, stride: size};
    do this.propose(1);
    while (this.weights[0] === -Infinity);
    this.keep(0, size);
  }

  get block(): number {
    return this.points.size;
  }

  get acceptance(): number {
    return this.accepted / this.proposals;
  }

  forget(count: number): void {
    this.draw(count, this.thrownAway);
  }

  draw(count: number, space: DrawSpace): void {
    const {points, weights, generator} = this;
    const {size} = points;
    this.propose(count);
    for (let i = 0; i < count; ++i) {
      const before = i > 0 ? i - 1 : size;
      if (isAccepted(weights[i] - weights[before], generator)) ++this.accepted;
      else this.keep(before, i);
    }
    this.proposals += count;
    // Where the next block goes on.
    this.keep(count - 1, size);
    points.draw(count, generator, space);
  }

  /** Draws points from the tables and weighs them. */
  private propose(count: number): void {
    const {tables, points, weights, densities, generator} = this;
    const {logs, room} = points.scales;
    for (let i = 0; i < count; ++i) {
      let density = 1;
      for (let t = 0, c = 0; t < tables.length; c += tables[t++].dim)
        density *= tables[t].draw(generator, logs, c * room + i, room);
      densities[i] = density;
    }
    points.weigh(count, densities, weights);
  }

  private keep(from: number, to: number): void {
    this.points.copy(from, to);
    this.weights[to] = this.weights[from];
  }
}

function isAccepted(gain: number, generator: Generator): boolean {
  if (gain >= 0) return true;
  const u = generator.uniform();
  // exp(x) ≥ 1 + x decides nearly always.
  return u < 1 + gain || u < exp(gain);
}

function sizeOf({p, v, classes}: OneFactor): number {
  const each = p * (p + 3) + 3 * classes.length * v * v;
  const fitting = 4 * Math.floor(NEAR / each / 4);
  return Math.min(Math.max(fitting, SIZES.least), SIZES.most);
}

/** The variances' table, then one for each heavy tail's weight given the others at their peak. */
function tablesOf(model: GaussianModel, data: OneFactor): DensityTable[] {
  const marginal = new OneFactorMarginal(data, model.cells.terms);
  const joint = new MarginalModel(model, marginal, "log");
  const {variances, dim} = joint.coordinates;
  const point = new Float64Array(dim);
  const spread = spreadOf(model);
  point.fill(spread > 0 ? log(spread / 2) : 0, 0, variances);
  const tabulate = (from: number, count: number): DensityTable => {
    const grid = layGrid(
      (own) => {
        point.set(own, from);
        return joint.logDensity(point);
      },
      point.slice(from, from + count)
    );
    if (!grid)
      return error(
        "invalid posterior: the density of the scales has no integral; give class sd and sigma proper priors such as normal(0, 1)"
      );
    point.set(grid.mode, from);
    return new DensityTable(grid);
  };
  const first = variances > 0 ? [tabulate(0, variances)] : [];
  return [...first, ...Array.from({length: dim - variances}, (_, t) => tabulate(variances + t, 1))];
}
