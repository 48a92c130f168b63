// Words for groups that advice names and no table of a report has: those of one arm, left out of it.
import type {FittedModel, StudyDefinition} from "../study.js";
import {shownGroups} from "./effects-table.js";
import {groupLevels} from "./shared-levels.js";

/**
 * The groups' descriptions by their keys; none of groups that no advice names, or whose rows differ in what
 * groups are told by.
 */
export function unshownWords(
  study: Pick<StudyDefinition, "modifiers" | "describe">,
  one: FittedModel
): Readonly<Record<string, string>> {
  const {fit} = one;
  const shown = new Set(shownGroups(one).map(({group}) => group.key));
  const said = fit.advice.map(({message}) => message).join("\n");
  const words: Record<string, string> = {};
  for (const group of fit.effects.groups) {
    const {key, values} = group;
    const written = Object.entries(values).map(([name, value]) => `${name} ${String(value)}`);
    const isNamed = [key, written.join(" ")].some((name) => said.includes(`\`${name}\``));
    if (shown.has(key) || !isNamed) continue;
    const shared = groupLevels(study, one, group);
    if (shared) words[key] = study.describe(shared);
  }
  return words;
}
