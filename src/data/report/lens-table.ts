// `lens.arrow` and `lens-curves.arrow`: the same draws as answers to other questions.
import {
  averageEffects,
  drawEffects,
  mixEffects,
  newGroupEffects,
  scalesOf,
  shareAbove,
  sharesOf,
  summarize,
  variableView,
  type Columns,
  type Draws,
  type EffectScale,
  type Effects,
  type Summary
} from "../../engine/index.js";
import type {FittedModel, StudyDefinition} from "../study.js";
import {curve, EFFECT_POINTS} from "./curves-table.js";
import {levelsOf, shownGroups} from "./effects-table.js";
import {posteriorCells} from "./estimate-columns.js";
import {columnsOf, type Cell} from "./rows.js";
import {describedBy} from "./shared-levels.js";

type Row = Readonly<Record<string, Cell>>;

/** The two tables. */
export interface LensTables {
  readonly rows: Columns;
  readonly curves: Columns;
}

/**
 * One row per model, scale and answer, summarised from all draws. `estimand` is `group` (each group's
 * own effect, on scales other than that of `effects.arrow`), `average` (over the rows of the groups
 * shown, shares fixed) or `new` (a group not yet seen). A row is of one `group`, of all groups at a
 * `level` of a `modifier`, or of all; `redrawn` counts the terms whose levels a new group has to itself.
 * Curves are of new groups' effects, where a study asks for those of effects.
 */
export function lensTables(study: StudyDefinition, fitted: readonly FittedModel[]): LensTables {
  const parts = fitted.flatMap((one) =>
    one.fit.effects.draws === null
      ? []
      : scalesOf(one.fit.model.family).map((scale) =>
          one.remember("lens", inputsOf(study, one, scale), () => lensOf(study, one, scale))
        )
  );
  return {
    rows: columnsOf(parts.flatMap(({rows}) => rows)),
    curves: columnsOf(parts.flatMap(({curves}) => curves))
  };
}

/** What of the study and the model the answers depend on. */
function inputsOf(
  {modifiers}: StudyDefinition,
  {model}: FittedModel,
  scale: EffectScale
): unknown[] {
  const {id, curves, onlyArm} = model;
  return [scale, modifiers, id, curves.effects, describedBy(model), onlyArm ?? null];
}

/** Some groups of a model: all that are shown, or those at one level. */
interface Part {
  readonly modifier: string | null;
  readonly level: string | null;
  /** By position among the fit's groups: the rows that count, 0 for a group outside. */
  readonly sizes: readonly number[];
}

function lensOf(
  study: StudyDefinition,
  one: FittedModel,
  scale: EffectScale
): {rows: Row[]; curves: Row[]} {
  const {model, fit} = one;
  const {chains, draws: iterations, seed} = fit.options;
  const own = fit.effects.scale === scale ? fit.effects : drawEffects(fit.model, fit.draws, scale);
  const news = newGroupEffects(fit.model, fit.draws, fit.effects, {seed, chains, scale});
  const parts = partsOf(study, one);
  const base = {model: model.id, scale, redrawn: news.redrawn.length};
  const all = (estimand: string, values: (part: Part) => Float64Array): Row[] =>
    parts.map((part) => ({
      ...base,
      ...{estimand, modifier: part.modifier, level: part.level, group: null},
      groups: part.sizes.filter((n) => n > 0).length,
      n: part.sizes.reduce((sum, n) => sum + n, 0),
      ...drawsCells(values(part), chains, iterations)
    }));
  const each = (estimand: string, effects: Effects): Row[] =>
    shownGroups(one).map(({index}) => {
      const group = effects.groups[index];
      return {
        ...base,
        ...{estimand, modifier: null, level: null, group: group.key},
        ...{groups: 1, n: group.n, ...summaryCells(group, group.p_positive)}
      };
    });
  const [observed, renewed] = [drawsOf(own), drawsOf(news.effects)];
  return {
    rows: [
      ...(scale === fit.effects.scale ? [] : each("group", own)),
      ...all("average", ({sizes}) => averageEffects(observed, sharesOf(sizes))),
      ...each("new", news.effects),
      ...all("new", ({sizes}) => mixEffects(renewed, sizes, news.generator))
    ],
    curves:
      model.curves.effects && scale === fit.effects.scale
        ? shownGroups(one).flatMap(({group, index}) =>
            curve(model.id, `effect:${group.key}`, variableView(renewed, index), EFFECT_POINTS)
          )
        : []
  };
}

function drawsOf({draws}: Effects): Draws {
  if (draws === null) throw new Error("missing draws: effects of no treatment");
  return draws;
}

function partsOf(study: StudyDefinition, one: FittedModel): Part[] {
  const shown = shownGroups(one).map(({group, index}) => ({
    index,
    n: group.n,
    levels: levelsOf(study, one, group)
  }));
  const sizes = (keep: (levels: Readonly<Record<string, string>>) => boolean): number[] => {
    const all = one.fit.effects.groups.map(() => 0);
    for (const {index, n, levels} of shown) if (keep(levels)) all[index] = n;
    return all;
  };
  const byLevel = describedBy(one.model).flatMap((modifier) => {
    const found = new Set(shown.map(({levels}) => levels[modifier]));
    return [...found].map((level) => ({
      ...{modifier, level},
      sizes: sizes((levels) => levels[modifier] === level)
    }));
  });
  return [{modifier: null, level: null, sizes: sizes(() => true)}, ...byLevel];
}

function drawsCells(values: Float64Array, chains: number, iterations: number): Row {
  return summaryCells(summarize(values, chains, iterations), shareAbove(values));
}

function summaryCells(summary: Summary, p_positive: number): Row {
  const {rhat, ess_bulk, mcse_mean} = summary;
  return {p_positive, rhat, ess_bulk, mcse_mean, ...posteriorCells(summary)};
}
