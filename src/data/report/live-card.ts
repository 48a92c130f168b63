// What a page must know of a model to refit it: its spec on cells, every prior in force, its sampler.
import type {PriorRow, SummedRows} from "../../engine/index.js";
import {headlineOf} from "../../live/live-headline.js";
import type {FittedModel, StudyDefinition} from "../study.js";

/** How many times the published draws a reader, or the map of choices, may ask for. */
const LONGEST = 4;

/** The card of a model that a page can refit, as src/live/live-model.ts declares it; null for others. */
export function liveCard(
  {model, fit, summed}: FittedModel,
  {modifiers}: Pick<StudyDefinition, "modifiers">
): Record<string, unknown> | null {
  if (!model.live || !summed) return null;
  const {formula, equations = [], family = "gaussian", treatment, by} = summed.spec;
  const {chains, warmup, draws, seed, targetAcceptance, maxTreeDepth} = fit.options;
  const onlyTreated = model.onlyArm === "treated";
  return {
    cells: model.live.cells,
    size: sizeOf(summed.data),
    groups: model.live.groups,
    headline: headlineCard(model.live.headline, fit, onlyTreated),
    only_treated: onlyTreated,
    words: model.live.groups.modifiers.map((name) => ({name, ...modifiers[name]})),
    spec: {formula, equations, family, priors: statements(fit.model.priors.table), treatment, by},
    longest: LONGEST * draws,
    sampler: {
      ...{chains, warmup, draws, seed, targetAcceptance, maxTreeDepth},
      // Else a refit would draw exactly what was not, and its published choice were other draws.
      ...(model.sampler?.method === "nuts" && {method: "nuts"})
    }
  };
}

/** The headline as the fit has it; undefined where it has none. */
function headlineCard(
  declared: NonNullable<FittedModel["model"]["live"]>["headline"],
  fit: FittedModel["fit"],
  onlyTreated: boolean
): Record<string, unknown> | undefined {
  const isShown = ({n_treated}: {readonly n_treated: number}): boolean =>
    !onlyTreated || n_treated > 0;
  const headline = headlineOf(fit, declared?.variable ?? null, isShown);
  return headline
    ? {...headline, words: declared?.words ?? "the average effect in these groups"}
    : undefined;
}

/** How many cells there are, of how many rows, and how many cells hold a single row. */
function sizeOf({counts}: SummedRows): Record<"cells" | "rows" | "single", number> {
  return {
    cells: counts.length,
    rows: counts.reduce((sum, n) => sum + n, 0),
    single: counts.filter((n) => n === 1).length
  };
}

/**
 * Every prior in force as statements: for each class the prior that most of it have, and one for each
 * of the rest, so that a page can change the groups and keep the priors.
 */
export function statements(table: readonly PriorRow[]): string[] {
  const classes = [...new Set(table.map((row) => row.class))];
  return classes.flatMap((name) => {
    const rows = table.filter((row) => row.class === name);
    const times = (text: string): number => rows.filter(({prior}) => prior === text).length;
    const usual = rows.reduce((best, {prior}) => (times(prior) > times(best) ? prior : best), "");
    const others = rows.filter(({prior}) => prior !== usual);
    return [
      `${name}: ${usual}`,
      ...others.map(({coef, group, prior}) => {
        const place = group === "" ? coef : coef === "" ? group : `${coef}|${group}`;
        return `${name}[${place}]: ${prior}`;
      })
    ];
  });
}
