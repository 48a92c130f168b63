// How much effects vary between groups, and how much of that the predictors do not explain.
import {variableView} from "../draws/draws.js";
import type {Model} from "../model/model.js";
import {summarize, type Summary} from "../summary/summarize.js";
import type {Draws} from "../types.js";
import type {Effects} from "./effects.js";
import {effectEstimands} from "./estimand.js";
import {scalesOf} from "./scale.js";

/** Summaries of the spread of group effects, groups counted equally. */
export interface Variation {
  /** The standard deviation of all draws of all groups: spread and uncertainty together. */
  readonly sd_all_draws: number;
  /** Per draw, the standard deviation between groups. */
  readonly between: Summary;
  /**
   * Draws of the share of the variance between groups that is random [chains × iterations]; NaN for
   * effects on the scale of a response, which are no sum of parts.
   */
  readonly unexplained: Float64Array;
  /** Pairs of groups whose difference has a sign with at least 97.5 % probability, and all pairs. */
  readonly pairs_separated: number;
  readonly pairs: number;
}

const SIGN_PROBABILITY = 0.975;

/**
 * Describes how effects vary, or null with fewer than two groups. The unexplained share is the
 * variance, over groups, of the part that comes from group terms, over the variance of the whole
 * effect, draw by draw: both are squares of the outcome's unit, which an sd is not. `among` picks
 * groups by position; all when left out.
 */
export function describeVariation(
  model: Model,
  draws: Draws,
  effects: Effects,
  among: readonly number[] = effects.groups.map((_, g) => g)
): Variation | null {
  const {treatment, draws: drawn} = effects;
  const sums = effects.scale === "link" || !scalesOf(model.family).includes(effects.scale);
  if (!drawn || !treatment || among.length < 2) return null;
  const {chains, iterations} = drawn;
  const total = chains * iterations;
  const groups = among.map((g) => effects.groups[g]);
  const whole = among.map((g) => variableView(drawn, g));
  const random = varyingParts(model, draws, {...effects, groups});
  const between = new Float64Array(total);
  const unexplained = new Float64Array(total);
  for (let i = 0; i < total; ++i) {
    const all = varianceAt(whole, i);
    between[i] = Math.sqrt(all);
    unexplained[i] = sums ? varianceAt(random, i) / all : NaN;
  }
  return {
    sd_all_draws: Math.sqrt(pooledVariance(whole)),
    between: summarize(between, chains, iterations),
    unexplained,
    pairs_separated: separatedPairs(whole),
    pairs: (groups.length * (groups.length - 1)) / 2
  };
}

/** The part of each group's effect that comes from group terms. */
function varyingParts(model: Model, draws: Draws, {groups, treatment}: Effects): Float64Array[] {
  if (!treatment) return [];
  const population = model.design.coefficients.length;
  return effectEstimands(model, treatment, groups).map(({variables, weights}) => {
    const part = new Float64Array(draws.chains * draws.iterations);
    variables.forEach((variable, k) => {
      if (variable < population) return;
      const values = variableView(draws, variable);
      for (let i = 0; i < part.length; ++i) part[i] += weights[k] * values[i];
    });
    return part;
  });
}

function varianceAt(columns: readonly Float64Array[], i: number): number {
  let sum = 0;
  for (const column of columns) sum += column[i];
  const mean = sum / columns.length;
  let squares = 0;
  for (const column of columns) squares += (column[i] - mean) ** 2;
  return squares / (columns.length - 1);
}

function pooledVariance(columns: readonly Float64Array[]): number {
  const n = columns.reduce((sum, column) => sum + column.length, 0);
  let mean = 0;
  for (const column of columns) for (const x of column) mean += x / n;
  let squares = 0;
  for (const column of columns) for (const x of column) squares += (x - mean) ** 2;
  return squares / (n - 1);
}

function separatedPairs(columns: readonly Float64Array[]): number {
  let separated = 0;
  for (let g = 0; g < columns.length; ++g)
    for (let h = 0; h < g; ++h) {
      const [a, b] = [columns[g], columns[h]];
      let above = 0;
      let below = 0;
      for (let i = 0; i < a.length; ++i) {
        above += Number(a[i] > b[i]);
        below += Number(a[i] < b[i]);
      }
      if (Math.max(above, below) >= SIGN_PROBABILITY * a.length) ++separated;
    }
  return separated;
}
