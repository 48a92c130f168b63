// Finds the groups that a reader describes in words.
import {isEmptyWord, meets, singular, wordsOf} from "./group-words.js";
import {openSize, readScales} from "./scale-words.js";
import type {EffectRow, Modifier} from "./types.js";

/** The groups found, how the words were understood, and those that fit no group at all. */
export interface Found {
  readonly rows: readonly EffectRow[];
  readonly notes: readonly string[];
  readonly strange: readonly string[];
}

/**
 * The groups that every typed word fits: a word of the group's label, of its levels or of its
 * modifiers' names, in singular or plural, or the beginning of one; numbers and "low" or "high" beside
 * the name of a modifier that counts are levels of it, and without one it is asked for. All groups when nothing was
 * typed.
 */
export function searchGroups(
  rows: readonly EffectRow[],
  text: string,
  modifiers: readonly Modifier[]
): Found {
  const used = modifiers.filter(({name}) => rows.some((row) => name in row.levels));
  const {scales, rest, notes} = readScales(wordsOf(text), used);
  const words = new Map(rows.map((row) => [row, groupWords(row, used)]));
  const fits = (row: EffectRow, word: string): boolean => meets(word, words.get(row) ?? new Set());
  const open: string[] = [];
  const typed = rest.filter((word) => {
    if (isEmptyWord(word) || word === "or" || word === "to") return false;
    // Such as in "low stakes", which is a group's own word.
    if (rows.some((row) => fits(row, word))) return true;
    const size = openSize(word, used);
    if (size !== undefined) open.push(size);
    return size === undefined;
  });
  return {
    rows: rows.filter(
      (row) =>
        scales.every(({modifier, levels}) => levels.includes(row.levels[modifier.name] ?? "")) &&
        typed.every((word) => fits(row, word))
    ),
    notes: [...notes, ...open],
    strange: typed.filter((word) => !rows.some((row) => fits(row, word)))
  };
}

function groupWords(row: EffectRow, modifiers: readonly Modifier[]): ReadonlySet<string> {
  const own = modifiers.flatMap(({name, label}) => {
    if (!Object.hasOwn(row.levels, name)) return [];
    return [...wordsOf(label), ...wordsOf(row.levels[name])];
  });
  const all = [...wordsOf(row.label), ...own];
  return new Set([...all, ...all.map(singular)]);
}
