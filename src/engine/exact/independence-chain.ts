// A chain whose variances are proposed independently, from a table of their density.
import {error} from "../error.js";
import {exp, log} from "../math/elementary.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import type {Generator} from "../types.js";
import {DensityTable} from "./density-table.js";
import {layGrid} from "./grid.js";
import type {Marginal} from "./marginal.js";
import {MarginalModel} from "./marginal-model.js";
import type {ExactChain} from "./record.js";
import {spreadOf} from "./residual-scale.js";

/** A table of more variances than this would need too many nodes. */
export const MOST_TABULATED = 2;

/** A variance with its proposal's weight: how much denser the posterior is here than the table. */
class State {
  readonly q: Float64Array;
  weight = -Infinity;

  constructor(readonly model: MarginalModel) {
    this.q = new Float64Array(model.coordinates.dim);
  }
}

/**
 * Metropolis's algorithm with independent proposals [tierney1994] for up to two variances. The
 * table is so close to the density that nearly all are accepted and draws are all but independent;
 * the step makes up for the rest, so that the table's error cannot bias a result. All coefficients
 * are then drawn exactly.
 */
export class IndependenceChain implements ExactChain {
  /** The start is a draw from the table already; but engines compile what they have seen run. */
  readonly warmup = 400;
  private readonly variances: DensityTable | null;
  private readonly weights: readonly DensityTable[];
  private current: State;
  private proposed: State;
  private readonly thrownAway: Float64Array;
  private proposals = 0;
  private accepted = 0;

  /** Raises an InputError when the density of the variances has no integral. */
  constructor(
    model: GaussianModel,
    createMarginal: () => Marginal,
    private readonly generator: Generator
  ) {
    this.current = new State(new MarginalModel(model, createMarginal(), "log"));
    this.proposed = new State(new MarginalModel(model, createMarginal(), "log"));
    this.thrownAway = new Float64Array(model.variables.length);
    const {variances, dim} = this.current.model.coordinates;
    const point = this.proposed.q;
    const spread = spreadOf(model);
    point.fill(spread > 0 ? log(spread / 2) : 0, 0, variances);
    this.variances = variances > 0 ? this.tabulate(0, variances, point) : null;
    this.weights = Array.from({length: dim - variances}, (_, i) =>
      this.tabulate(variances + i, 1, point)
    );
    while (this.current.weight === -Infinity) this.move();
  }

  get acceptance(): number {
    return this.accepted / this.proposals;
  }

  forget(): void {
    this.draw(this.thrownAway);
  }

  draw(row: Float64Array): void {
    this.move();
    this.current.model.draw(row, this.generator);
  }

  private move(): void {
    const {proposed, current, generator} = this;
    const {q, model} = proposed;
    let proposal = this.variances?.draw(generator, q, 0) ?? 0;
    for (let i = 0, at = model.coordinates.variances; i < this.weights.length; ++i, ++at)
      proposal += this.weights[i].draw(generator, q, at);
    proposed.weight = model.logDensity(q) - proposal;
    ++this.proposals;
    const gain = proposed.weight - current.weight;
    if (!(gain >= 0 || generator.uniform() < exp(gain))) return;
    ++this.accepted;
    this.current = proposed;
    this.proposed = current;
  }

  /** The table of `count` coordinates given the others, which then stay at its peak. */
  private tabulate(from: number, count: number, point: Float64Array): DensityTable {
    const {model} = this.current;
    const grid = layGrid(
      (own) => {
        point.set(own, from);
        return model.logDensity(point);
      },
      point.slice(from, from + count)
    );
    if (!grid)
      return error(
        "invalid posterior: the density of the scales has no integral; give class sd and sigma proper priors such as normal(0, 1)"
      );
    point.set(grid.mode, from);
    return new DensityTable(grid);
  }
}
