// Which of the suggested modifiers to take: as many as leave groups large enough.
import type {Columns} from "../../engine/index.js";
import {sizesOf} from "./audit.js";
import type {ColumnProfile} from "./column-profile.js";
import {declareModifier} from "./declare-column.js";
import type {Levels} from "./levels.js";
import {knownArms, missingShare} from "./missing-share.js";
import {declaredLevels} from "./declared-levels.js";

/** Groups of the middle size must have as many rows: below, bias is high. */
const ENOUGH = 20;

/** More than these are hard to read. */
const MOST = 4;

/** Kinds of more levels are for their author to choose: they make groups of hardly anybody (W6). */
const MANY_LEVELS = 10;

/**
 * The first of `candidates` (the likeliest first) that together leave enough rows with a value of `treatment` in the
 * group of the middle size; at least one where there is any, and one alone of what was asked year after year.
 */
export function chooseModifiers(
  candidates: readonly string[],
  profiles: readonly ColumnProfile[],
  columns: Columns,
  treatment?: string
): string[] {
  const coded: Record<string, Levels> = {};
  const chosen: string[] = [];
  const rows = profiles.at(0)?.rows ?? 0;
  const arms = knownArms(columns, rows, treatment);
  for (const name of candidates) {
    if (chosen.length === MOST) break;
    const profile = profiles.find((one) => one.name === name);
    if (!profile || chosen.some((other) => areWaves(other, name))) continue;
    const declared = declareModifier(
      profile,
      columns[name],
      missingShare(name, columns, treatment)
    );
    const {length} = declared.levels ?? declared.bins ?? [];
    if (length < 2 || (length > MANY_LEVELS && chosen.length > 0)) continue;
    coded[name] = declaredLevels(name, declared, columns);
    const {median} = sizesOf(arms, pick(coded, [...chosen, name]));
    if (chosen.length === 0 || median >= ENOUGH) chosen.push(name);
  }
  return chosen;
}

/** Whether two names differ by a number at their end alone, or by it and a letter: "lunch1" and "lunch2", or "lunchk". */
function areWaves(a: string, b: string): boolean {
  const stem = (name: string): string => name.replace(/\d+$/, "");
  const areNumbered = stem(a) === stem(b);
  const isLettered = a.slice(0, -1) === b.slice(0, -1) && /\d$/.test(a) !== /\d$/.test(b);
  return (areNumbered || isLettered) && a.length > 3 && b.length > 3;
}

function pick<T>(all: Readonly<Record<string, T>>, names: readonly string[]): Record<string, T> {
  return Object.fromEntries(names.map((name) => [name, all[name]]));
}
