// What a model expects of the outcome, on average over some rows.
import {createDraws, variableView} from "../draws/draws.js";
import type {Model} from "../model/model.js";
import {summarize, type Summary} from "../summary/summarize.js";
import type {Draws} from "../types.js";
import {levelOffsets} from "./estimand.js";

/**
 * The posterior of the mean linear predictor over each set of rows, columns as observed. `sets`
 * hold positions among the model's rows (of summed ones, its cells). Returns one summary per set, in units of the predictor.
 */
export function meanPredictors(model: Model, draws: Draws, sets: readonly Int32Array[]): Summary[] {
  const {chains, iterations} = draws;
  const holder = createDraws(["mean"], chains, iterations);
  const values = variableView(holder, 0);
  return sets.map((rows) => {
    values.fill(0);
    for (const [variable, weight] of weightsOf(model, rows)) {
      const own = variableView(draws, variable);
      for (let i = 0; i < values.length; ++i) values[i] += weight * own[i];
    }
    return summarize(values, chains, iterations);
  });
}

function weightsOf(model: Model, rows: Int32Array): Map<number, number> {
  const {design} = model;
  const weights = new Map<number, number>();
  const {counts} = design.rows;
  const total = counts ? rows.reduce((sum, i) => sum + counts[i], 0) : rows.length;
  let stands = 1;
  const add = (variable: number, weight: number): void => {
    weights.set(variable, (weights.get(variable) ?? 0) + (stands * weight) / total);
  };
  const offsets = levelOffsets(model);
  for (const i of rows) {
    stands = counts ? counts[i] : 1;
    design.columns.population.forEach((column, j) => {
      add(j, column[i]);
    });
    design.terms.forEach(({levels, codes}, k) => {
      design.columns.varying[k].forEach((column, a) => {
        add(offsets[k] + a * levels.length + codes[i], column[i]);
      });
    });
  }
  return weights;
}
