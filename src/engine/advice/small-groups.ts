// W1: many small groups.
import {count, named, type Rule} from "./advice.js";

/** Below this median size most groups say little of their own. */
const SMALL_MEDIAN = 20;
const TINY = 5;
const TINY_SHARE = 0.25;
const ROWS_PER_GROUP = 10;

/**
 * Fires when the median group has fewer than 20 rows, more than a quarter have fewer than 5, or
 * there is more than one group for every ten rows; never where standard errors are known.
 */
export const smallGroups: Rule = ({model, effects}) => {
  const {groups, by} = effects;
  // A row with a known standard error is a study, not an observation: one a group is by design.
  if (groups.length < 2 || model.design.formula.errors) return null;
  const sizes = groups.map((group) => group.n).sort((a, b) => a - b);
  const median = sizes[sizes.length >> 1];
  const tiny = sizes.filter((n) => n < TINY).length;
  const many = groups.length > model.design.rows.total / ROWS_PER_GROUP;
  if (median >= SMALL_MEDIAN && tiny <= TINY_SHARE * groups.length && !many) return null;
  const factor = finest(groups, by);
  return {
    code: "W1",
    severity: "note",
    message: `The ${count(groups.length, "group")} hold ${String(sizes[0])} to ${String(sizes[sizes.length - 1])} rows (median ${String(median)}; ${count(tiny, "group")} with fewer than ${String(TINY)}), so most of what is said of one group is borrowed from the others.`,
    remedy:
      factor === null
        ? "Merge groups before fitting, and compare."
        : `Merge or bin levels of ${named(factor.name)}: without it there would be ${count(factor.groups, "group")}, the median with ${String(factor.median)} rows.`
  };
};

/** The modifier whose removal leaves the fewest groups. */
function finest(
  groups: readonly {n: number; values: Readonly<Record<string, number | string>>}[],
  by: readonly string[]
): {name: string; groups: number; median: number} | null {
  if (by.length < 2) return null;
  const left = by.map((name) => {
    const sizes = new Map<string, number>();
    for (const {n, values} of groups) {
      const key = by
        .filter((other) => other !== name)
        .map((other) => String(values[other]))
        .join("_");
      sizes.set(key, (sizes.get(key) ?? 0) + n);
    }
    const sorted = [...sizes.values()].sort((a, b) => a - b);
    return {name, groups: sorted.length, median: sorted[sorted.length >> 1]};
  });
  return left.reduce((best, next) => (next.groups < best.groups ? next : best));
}
