// What rows have in common, in the words of a study.
import type {Columns, Effect} from "../../engine/index.js";
import type {FittedModel, StudyDefinition, StudyModel} from "../study.js";

/**
 * The labels of the modifiers `names` at `rows` (positions in `data`), by name; null where the rows
 * differ in one, or the study has no words for it.
 */
export function sharedLevels(
  {modifiers}: Pick<StudyDefinition, "modifiers">,
  names: readonly string[],
  rows: readonly number[],
  data: Columns
): Record<string, string> | null {
  const shared: Record<string, string> = {};
  for (const name of names) {
    if (!Object.hasOwn(data, name) || !Object.hasOwn(modifiers, name)) return null;
    const value = String(data[name][rows[0]]);
    if (rows.some((row) => String(data[name][row]) !== value)) return null;
    const words = modifiers[name].levels.find(([code]) => String(code) === value);
    shared[name] = words?.[1] ?? value;
  }
  return shared;
}

/** The columns that a model's groups are told by. */
export function describedBy({describedBy: named, spec}: StudyModel): readonly string[] {
  return named ?? spec.by;
}

/**
 * What all rows of a group have in common of what groups are told by, in words; null where they differ. A fit's
 * groups count the rows, or the cells, that it was fitted to.
 */
export function groupLevels(
  study: Pick<StudyDefinition, "modifiers">,
  {model, fit, columns}: FittedModel,
  {rows}: Pick<Effect, "rows">
): Record<string, string> | null {
  const {kept} = fit.model.design.rows;
  const own = Array.from(rows, (row) => kept[row]);
  return sharedLevels(study, describedBy(model), own, columns);
}
