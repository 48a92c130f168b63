// `effects.arrow`: one row per group and model, every rung of the ladder in it.
import {error} from "../../engine/error.js";
import type {Columns, Effect, Fit} from "../../engine/index.js";
import type {FittedModel, StudyDefinition} from "../study.js";
import {posteriorCells} from "./estimate-columns.js";
import {leastSquaresOf} from "./least-squares.js";
import {columnsOf} from "./rows.js";
import {describedBy} from "./shared-levels.js";

/** The groups of a model that a report shows, with their position among the fit's groups. */
export function shownGroups({model, fit}: FittedModel): {group: Effect; index: number}[] {
  return fit.effects.groups
    .map((group, index) => ({group, index}))
    .filter(({group}) => model.onlyArm === undefined || group.n_treated > 0);
}

/** All groups of all models, as columns. */
export function effectsTable(
  study: StudyDefinition,
  fitted: readonly FittedModel[],
  data: Columns
): Columns {
  const names = [...new Set(fitted.flatMap(({model}) => describedBy(model)))];
  const rows = fitted.flatMap((one) => {
    const rungs = leastSquaresOf(one, data).cells;
    return shownGroups(one).map(({group}) => {
      const levels = levelsOf(study, one, group);
      return {
        model: one.model.id,
        group: group.key,
        label: study.describe(levels),
        ...Object.fromEntries(names.map((name) => [name, levels[name] ?? null])),
        n: group.n,
        n_treated: group.n_treated,
        n_control: group.n_control,
        p_positive: group.p_positive,
        pooling: poolingWeight(one.fit, group),
        rhat: group.rhat,
        ess_bulk: group.ess_bulk,
        ...prefixed("partial", posteriorCells(group)),
        ...rungs.get(group.key)
      };
    });
  });
  return columnsOf(rows);
}

/** A group's level of each column that groups are told by, in words. */
export function levelsOf(
  study: StudyDefinition,
  {model, fit, columns: data}: FittedModel,
  group: Effect
): Record<string, string> {
  const row = fit.model.design.rows.kept[group.rows[0]];
  const levels: Record<string, string> = {};
  for (const name of describedBy(model)) {
    if (!Object.hasOwn(data, name) || !Object.hasOwn(study.modifiers, name))
      error(`unknown modifier: ${name} of ${model.id}; give it a column and words in the study`);
    const value = String(data[name][row]);
    const words = study.modifiers[name].levels.find(([code]) => String(code) === value);
    levels[name] = words?.[1] ?? value;
  }
  return levels;
}

function prefixed(rung: string, cells: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(cells).map(([name, value]) => [`${rung}.${name}`, value])
  );
}

/**
 * The weight on a group's own data, τ² / (τ² + s²): τ² the sum, over all group terms, of the
 * squared posterior median of the sd of its slope, s the standard error of its own difference in
 * means with the posterior median of sigma and, where rows of its arms are in other clusters, of the
 * sd of these. 0 when an arm is empty, NaN when slopes do not vary or the family has no sigma.
 */
function poolingWeight(fit: Fit, group: Effect): number {
  const {design} = fit.model;
  const treatment = fit.effects.treatment?.name ?? "";
  const median = (name: string): number =>
    fit.parameters.find(({variable}) => variable === name)?.q50 ?? 0;
  const sd = (equation: string, factor: string, coefficient: string): number =>
    median(`sd_${factor}__${equation === "" ? coefficient : `${equation}_${coefficient}`}`);
  // What varies is the slope itself, or the constant of an equation that the treatment multiplies.
  const slopes = design.terms.flatMap(({equation, group: factor, coefficients}) => {
    const slope = multiplies(fit, equation, treatment) ? "Intercept" : treatment;
    return coefficients.includes(slope) ? [{factor, sd: sd(equation, factor, slope)}] : [];
  });
  const variance = slopes.reduce((sum, slope) => sum + slope.sd ** 2, 0);
  if (variance === 0 || fit.model.family !== "gaussian") return NaN;
  if (group.n_treated === 0 || group.n_control === 0) return 0;
  const rows = median("sigma") ** 2 * (1 / group.n_treated + 1 / group.n_control);
  const clusters = design.terms
    .filter((term) => slopes.every(({factor}) => factor !== term.group))
    .filter(({coefficients}) => coefficients.includes("Intercept"))
    .map(
      (term) => sd(term.equation, term.group, "Intercept") ** 2 * imbalance(fit, group, term.codes)
    );
  return variance / (variance + rows + clusters.reduce((sum, one) => sum + one, 0));
}

/**
 * The sum, over the levels of a term, of the square of the level's share of the treated less its share
 * of the untreated: what a difference in means has of the term's variance. 0 where the whole group is
 * in one level.
 */
function imbalance({model, effects}: Fit, group: Effect, codes: Int32Array): number {
  const {data, counts} = model.design.rows;
  const {treatment} = effects;
  if (!treatment?.arms) return 0;
  const shares = new Map<number, number>();
  for (const row of group.rows) {
    const isTreated = data[treatment.name][row] === treatment.high;
    const share = (counts?.[row] ?? 1) / (isTreated ? group.n_treated : -group.n_control);
    shares.set(codes[row], (shares.get(codes[row]) ?? 0) + share);
  }
  // Shares of one level are 1 - 1 but for the last digit.
  return shares.size < 2 ? 0 : [...shares.values()].reduce((sum, share) => sum + share ** 2, 0);
}

function multiplies(fit: Fit, equation: string, treatment: string): boolean {
  const {multiplier} =
    fit.model.design.formula.equations.find(({name}) => name === equation) ??
    error(`missing equation: ${equation}; a group term belongs to one`);
  return multiplier.factors.some((factor) => factor.kind === "name" && factor.name === treatment);
}
