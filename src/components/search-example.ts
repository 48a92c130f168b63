// An example of what may be typed to find groups.
import {lowerFirst} from "./filter-words.js";
import {counts} from "./scale-words.js";
import type {EffectRow, Modifier} from "./types.js";

/**
 * "white women, low internationalism": the first words of a group's label, and a size of a modifier that counts where
 * its groups have one. `names` keep their capital.
 */
export function searchExample(
  rows: readonly EffectRow[],
  modifiers: readonly Modifier[],
  names: readonly string[] = []
): string {
  const row = rows.at(0);
  if (!row) return "";
  const words = lowerFirst(row.label.split(", ")[0] ?? "", names);
  const scale = modifiers.find(({name, levels}) => name in row.levels && counts(levels));
  const label = scale && lowerFirst(scale.label, names);
  return label === undefined || words.includes(label) ? words : `${words}, low ${label}`;
}
