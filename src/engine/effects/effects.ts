// Every group's effect, drawn and summarised.
import {createDraws, variableView} from "../draws/draws.js";
import type {Model} from "../model/model.js";
import {summarize, type Summary} from "../summary/summarize.js";
import type {Draws} from "../types.js";
import {effectEstimands} from "./estimand.js";
import {groupsOf, type Group} from "./groups.js";
import {responseEffects} from "./response.js";
import {parseScale, scalesOf, type EffectScale} from "./scale.js";
import {
  checkTreatment,
  impliedEffect,
  isAmbiguous,
  treatmentOf,
  type Treatment
} from "./treatment.js";

/** A group, and the posterior of its effect in units of the scale asked for. */
export interface Effect extends Group, Summary {
  /** Posterior probability that the effect is above zero. */
  readonly p_positive: number;
}

/** The effects of a fit, or nothing when no treatment was named or implied. */
export interface Effects {
  readonly scale: EffectScale;
  readonly treatment: Treatment | null;
  readonly by: readonly string[];
  readonly groups: readonly Effect[];
  /** One variable per group, named by the group's key. */
  readonly draws: Draws | null;
}

/**
 * The effect of the spec's treatment in each group of its modifiers; when the spec names none, of
 * the column whose slope varies by group in the formula. `scale` is the spec's when left out.
 */
export function drawEffects(
  model: Model,
  draws: Draws,
  scale: EffectScale = parseScale(model.spec.scale)
): Effects {
  const {treatment, by} = effectOf(model);
  if (!treatment) return {scale, treatment, by: [], groups: [], draws: null};
  const {rows} = model.design;
  const groups = groupsOf(rows.data, treatment, by, rows.counts);
  const {chains, iterations} = draws;
  const keys = groups.map((group) => group.key);
  const effects = createDraws(keys, chains, iterations);
  const differ = scalesOf(model.family).includes(scale);
  if (scale === "response" && differ)
    responseEffects(model, draws, treatment, groups).forEach((own, g) => {
      variableView(effects, g).set(own);
    });
  else addLinkEffects(model, draws, {treatment, groups}, effects);
  const summaries = groups.map((group, g) => {
    const own = variableView(effects, g);
    return {...group, ...summarize(own, chains, iterations), p_positive: shareAbove(own)};
  });
  return {scale, treatment, by, groups: summaries, draws: effects};
}

/** The share of draws above zero. */
export function shareAbove(values: Float64Array): number {
  let count = 0;
  // Neither reduce() nor an iterator, which make an object of every number.
  for (let i = 0; i < values.length; ++i) if (values[i] > 0) ++count;
  return count / values.length;
}

function addLinkEffects(
  model: Model,
  draws: Draws,
  {treatment, groups}: {treatment: Treatment; groups: readonly Group[]},
  effects: Draws
): void {
  effectEstimands(model, treatment, groups).forEach(({variables, weights}, g) => {
    const own = variableView(effects, g).fill(0);
    variables.forEach((variable, k) => {
      const values = variableView(draws, variable);
      for (let i = 0; i < own.length; ++i) own[i] += weights[k] * values[i];
    });
  });
}

/**
 * The treatment and modifiers of a model: those named, else those implied by its formula. An implied
 * treatment that has no two values to compare is none.
 * Raises an InputError on a named treatment that the formula lacks or that cannot be compared, and on
 * an unknown scale.
 */
export function effectOf({spec, design}: Model): {
  treatment: Treatment | null;
  by: readonly string[];
} {
  parseScale(spec.scale);
  const implied = spec.treatment === undefined ? impliedEffect(design.formula) : null;
  const name = spec.treatment ?? implied?.treatment;
  if (name === undefined) return {treatment: null, by: []};
  const column = design.rows.data[name];
  if (implied && isAmbiguous(column)) return {treatment: null, by: []};
  checkTreatment(name, design.formula);
  return {treatment: treatmentOf(name, column), by: spec.by ?? implied?.by ?? []};
}
