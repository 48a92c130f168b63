// A group's effect as a weighted sum of parameters.
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
  const {data} = design.rows;
  const high = design.evaluate(withTreatment(data, treatment, treatment.high));
  const low = design.evaluate(withTreatment(data, treatment, treatment.low));
  const offsets = levelOffsets(model);
  return groups.map(({rows}) => groupEstimand(design, high, low, rows, offsets));
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

function groupEstimand(
  design: Design,
  high: DesignColumns,
  low: DesignColumns,
  rows: Int32Array,
  offsets: readonly number[]
): Estimand {
  const weights = new Map<number, number>();
  const add = (variable: number, weight: number): void => {
    if (weight !== 0) weights.set(variable, (weights.get(variable) ?? 0) + weight);
  };
  for (const i of rows) {
    high.population.forEach((column, j) => {
      add(j, column[i] - low.population[j][i]);
    });
    design.terms.forEach(({levels, codes}, k) => {
      high.varying[k].forEach((column, a) => {
        add(offsets[k] + a * levels.length + codes[i], column[i] - low.varying[k][a][i]);
      });
    });
  }
  const sorted = [...weights].sort(([a], [b]) => a - b);
  return {
    variables: Int32Array.from(sorted, ([variable]) => variable),
    weights: Float64Array.from(sorted, ([, weight]) => weight / rows.length)
  };
}
