// Ranks of simulated truths among posterior draws, as distances from uniform.
import type {CalibrationRow} from "../../components/trust-types.js";
import type {CalibrationRecord} from "./results.js";
import {wordsFor} from "./words.js";

/** The 95 % quantile of Kolmogorov's distribution: how far, times √n, chance takes a quantity. */
const KOLMOGOROV_95 = 1.358;

/** One row per model and method, one curve per parameter or effect. */
export function calibrationRows(records: readonly CalibrationRecord[]): CalibrationRow[] {
  return records.map(({model, formula, method, replications, draws, p, quantities}) => {
    const bound = KOLMOGOROV_95 / Math.sqrt(replications);
    const curves = quantities.map(({name, counts}) => ({name, excess: excessOf(counts)}));
    const within = curves.filter(({excess}) => excess.every((x) => Math.abs(x) <= bound)).length;
    return {
      id: `${model}, ${method}`,
      label: wordsFor(model),
      formula,
      method: wordsFor(method),
      ...{replications, draws, p, bound, within, curves}
    };
  });
}

/** The harmonic mean of the p values [wilson2019]; null when there are none. */
export function overallP(records: readonly CalibrationRecord[]): number | null {
  if (records.length === 0) return null;
  return records.length / records.reduce((sum, {p}) => sum + 1 / p, 0);
}

/** The empirical distribution less the uniform one, at the end of every bin but the last. */
function excessOf(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  const excess = counts.map((count, b) => (below += count) / total - (b + 1) / counts.length);
  return excess.slice(0, -1).map((x) => Number(x.toFixed(5)));
}
