// A chain whose variances are proposed independently, from a table of their density.
import {exp, log} from "../math/elementary.js";
import type {GaussianModel} from "../posterior/gaussian.js";
import type {Generator} from "../types.js";
import type {DensityTable} from "./density-table.js";
import {MarginalModel} from "./marginal-model.js";
import type {OneFactor} from "./one-factor.js";
import {OneFactorMarginal} from "./one-factor-marginal.js";
import type {ExactChain} from "./record.js";
import {varianceTables} from "./variance-tables.js";

/**
 * Metropolis's algorithm with independent proposals [tierney1994] for up to three variances; a table of
 * more would need too many nodes. The table is so close to the density that nearly all are accepted and
 * draws are all but independent; the step makes up for the rest, so that the table's error cannot bias a
 * result. All coefficients are then drawn exactly.
 */
export class IndependenceChain implements ExactChain {
  /** The start is a draw from the table already. */
  readonly warmup = 50;
  private readonly tables: readonly DensityTable[];
  private readonly joint: MarginalModel;
  private point: Float64Array;
  private proposal: Float64Array;
  /** How much denser the posterior is at the point than the tables, in logarithms. */
  private weight = -Infinity;
  private proposals = 0;
  private accepted = 0;

  /** Raises an InputError when the density of the variances has no integral. */
  constructor(
    model: GaussianModel,
    data: OneFactor,
    private readonly generator: Generator
  ) {
    this.tables = varianceTables(model, data);
    this.joint = new MarginalModel(model, new OneFactorMarginal(data, model.cells.terms), "log");
    const {dim} = this.joint.coordinates;
    this.point = new Float64Array(dim);
    this.proposal = new Float64Array(dim);
    while (this.weight === -Infinity) this.move();
  }

  get acceptance(): number {
    return this.accepted / this.proposals;
  }

  forget(): void {
    this.move();
  }

  draw(row: Float64Array): void {
    ++this.proposals;
    if (this.move()) ++this.accepted;
    // What was evaluated last is the proposal.
    else this.joint.logDensity(this.point);
    this.joint.draw(row, this.generator);
  }

  /** Whether the proposal was accepted. */
  private move(): boolean {
    const {tables, joint, generator, point, proposal} = this;
    let density = 1;
    for (let t = 0, at = 0; t < tables.length; at += tables[t++].dim)
      density *= tables[t].draw(generator, proposal, at);
    const weight = joint.logDensity(proposal) - log(density);
    const gain = weight - this.weight;
    if (!(gain >= 0 || generator.uniform() < exp(gain))) return false;
    this.point = proposal;
    this.proposal = point;
    this.weight = weight;
    return true;
  }
}
