// A group's effect as a weighted sum of parameters.
import {rowBlocks} from "../design/blocks.js";
import type {Design, DesignColumns} from "../design/design.js";
import type {Model} from "../model/model.js";
import type {Group} from "./groups.js";
import {withTreatment, type Treatment} from "./treatment.js";

/** A design and the names of all parameters of a model of it. */
type Parameters = Pick<Model, "design" | "variables">;

/** A sparse weighted sum of a model's parameters. */
export interface Estimand {
  /** Positions among the model's variables. */
  readonly variables: Int32Array;
  readonly weights: Float64Array;
}

/**
 * The effect in each group: the mean, over the group's rows, of the linear predictor with the
 * treatment at its larger value minus that at its smaller one, everything else as observed. In a
 * model where only the modifiers interact with the treatment this is the same for every row of a
 * group. In the units of the linear predictor: the outcome's, or log-odds for a Bernoulli one.
 */
export function effectEstimands(
  model: Parameters,
  treatment: Treatment,
  groups: readonly Group[]
): Estimand[] {
  const {design} = model;
  const offsets = levelOffsets(model);
  const sums = groups.map(({rows}) => new GroupSums(design, rows, offsets));
  for (const {from, to, data} of rowBlocks(design.rows.data)) {
    const high = design.evaluate(withTreatment(data, treatment, treatment.high));
    const low = design.evaluate(withTreatment(data, treatment, treatment.low));
    for (const sum of sums) sum.add(from, to, high, low);
  }
  return sums.map((sum) => sum.estimand());
}

/**
 * Positions, among a model's variables, of each group term's first level coefficient. Levels come
 * last in every family, whatever stands before them.
 */
export function levelOffsets({design, variables}: Parameters): number[] {
  const sizes = design.terms.map(({coefficients, levels}) => coefficients.length * levels.length);
  let at = variables.length - sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => {
    at += size;
    return at - size;
  });
}

/** The difference in all parameters' columns, added up over one group's rows as blocks pass. */
class GroupSums {
  private readonly weights = new Map<number, number>();
  private next = 0;
  private total = 0;

  constructor(
    private readonly design: Design,
    private readonly rows: Int32Array,
    private readonly offsets: readonly number[]
  ) {}

  /** Takes in the group's rows from `from` up to `to`; blocks come in order. */
  add(from: number, to: number, high: DesignColumns, low: DesignColumns): void {
    const {design, rows, offsets} = this;
    for (; this.next < rows.length && rows[this.next] < to; ++this.next) {
      const row = rows[this.next];
      const i = row - from;
      const stands = design.rows.counts?.[row] ?? 1;
      this.total += stands;
      for (let j = 0; j < high.population.length; ++j)
        this.put(j, stands * (high.population[j][i] - low.population[j][i]));
      for (let k = 0; k < design.terms.length; ++k) {
        const {levels, codes} = design.terms[k];
        const columns = high.varying[k];
        for (let a = 0; a < columns.length; ++a)
          this.put(
            offsets[k] + a * levels.length + codes[row],
            stands * (columns[a][i] - low.varying[k][a][i])
          );
      }
    }
  }

  estimand(): Estimand {
    const sorted = [...this.weights].sort(([a], [b]) => a - b);
    return {
      variables: Int32Array.from(sorted, ([variable]) => variable),
      weights: Float64Array.from(sorted, ([, weight]) => weight / this.total)
    };
  }

  private put(variable: number, weight: number): void {
    if (weight !== 0) this.weights.set(variable, (this.weights.get(variable) ?? 0) + weight);
  }
}
