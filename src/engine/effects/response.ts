// Effects on the scale of the outcome: differences in probability, averaged over a group's rows.
import {rowBlocks} from "../design/blocks.js";
import type {Design, DesignColumns} from "../design/design.js";
import {variableView} from "../draws/draws.js";
import {logistic} from "../math/logistic.js";
import type {Model} from "../model/model.js";
import type {Draws} from "../types.js";
import {levelOffsets} from "./estimand.js";
import type {Group} from "./groups.js";
import {withTreatment, type Treatment} from "./treatment.js";

/** A linear predictor as a sparse weighted sum of parameters. */
type Predictor = readonly (readonly [variable: number, weight: number])[];

/** Rows of one group whose predictors are the same with either value of the treatment. */
interface Pattern {
  readonly group: number;
  readonly high: Predictor;
  readonly low: Predictor;
  rows: number;
}

/**
 * Draws of the effect in each group of a Bernoulli model: the mean, over the group's rows, of the
 * probability of a 1 with the treatment at its larger value minus that at its smaller one,
 * everything else as observed. One array [chains × iterations] per group. Rows that are equal in
 * every column and level are computed once per block of rows.
 */
export function responseEffects(
  model: Model,
  draws: Draws,
  treatment: Treatment,
  groups: readonly Group[]
): Float64Array[] {
  const {design} = model;
  const total = draws.chains * draws.iterations;
  const effects = groups.map(() => new Float64Array(total));
  const groupOf = groupOfRows(groups, design.rows.n);
  const offsets = levelOffsets(model);
  const [high, low] = [new Float64Array(total), new Float64Array(total)];
  for (const {from, to, data} of rowBlocks(design.rows.data)) {
    const columns = [treatment.high, treatment.low].map((value) =>
      design.evaluate(withTreatment(data, treatment, value))
    );
    for (const pattern of patternsOf(design, columns, {from, to, groupOf, offsets})) {
      evaluate(pattern.high, draws, high);
      evaluate(pattern.low, draws, low);
      const own = effects[pattern.group];
      const share = pattern.rows / groups[pattern.group].n;
      for (let i = 0; i < total; ++i) own[i] += share * (logistic(high[i]) - logistic(low[i]));
    }
  }
  return effects;
}

/** The position of each row's group; -1 for a row of none. */
export function groupOfRows(groups: readonly Group[], n: number): Int32Array {
  const groupOf = new Int32Array(n).fill(-1);
  groups.forEach(({rows}, g) => {
    for (const row of rows) groupOf[row] = g;
  });
  return groupOf;
}

interface Place {
  readonly from: number;
  readonly to: number;
  readonly groupOf: Int32Array;
  readonly offsets: readonly number[];
}

function patternsOf(
  design: Design,
  columns: readonly DesignColumns[],
  {from, to, groupOf, offsets}: Place
): Iterable<Pattern> {
  const patterns = new Map<string, Pattern>();
  for (let row = from; row < to; ++row) {
    const group = groupOf[row];
    if (group < 0) continue;
    const [high, low] = columns.map((own) => predictorOf(design, own, row, row - from, offsets));
    const key = `${group}|${high.join()}|${low.join()}`;
    const known = patterns.get(key);
    const rows = design.rows.counts?.[row] ?? 1;
    if (known) known.rows += rows;
    else patterns.set(key, {group, high, low, rows});
  }
  return patterns.values();
}

function predictorOf(
  {terms}: Design,
  {population, varying}: DesignColumns,
  row: number,
  i: number,
  offsets: readonly number[]
): Predictor {
  const fixed = population.map((column, j) => [j, column[i]] as const);
  const random = terms.flatMap(({levels, codes}, k) =>
    varying[k].map((column, a) => [offsets[k] + a * levels.length + codes[row], column[i]] as const)
  );
  return [...fixed, ...random].filter(([, weight]) => weight !== 0);
}

function evaluate(predictor: Predictor, draws: Draws, out: Float64Array): void {
  out.fill(0);
  for (const [variable, weight] of predictor) {
    const values = variableView(draws, variable);
    for (let i = 0; i < out.length; ++i) out[i] += weight * values[i];
  }
}
