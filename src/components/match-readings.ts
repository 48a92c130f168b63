// How many groups a filter leaves, and what to do when it leaves none.
import {commonWords, lowerFirst} from "./filter-words.js";
import {agree, capitalise, count, listText, numberText} from "./format.js";
import type {EffectRow, Modifier} from "./types.js";

/** What a reader's words came to: how they were read, which describe no group, and what groups differ by. */
export interface Match {
  readonly notes?: readonly string[];
  readonly strange?: readonly string[];
  readonly modifiers?: readonly Modifier[];
}

/** "20 of 100 groups match.", with what to do when none does. */
export function matchSentence(
  n: number,
  all: number,
  {notes = [], strange = [], modifiers = []}: Match = {}
): string {
  const head =
    n === all
      ? `All ${count(all, "group")} are shown.`
      : n === 0
        ? `None of ${count(all, "group")} matches.`
        : `${numberText(n)} of ${count(all, "group")} ${agree(n, "matches", "match")}.`;
  const quoted = strange.map((word) => `\u201c${word.replace(/^not(?=.)/, "not ")}\u201d`);
  const help =
    n > 0
      ? ""
      : strange.length > 0
        ? `No group is described by ${listText(quoted, "or")}: take ${agree(strange.length, "the word", "the words")} out.${byText(modifiers)}`
        : "Each fits some group, but no group has them all: take out a word or a level.";
  return [head, ...notes, help].filter((part) => part !== "").join(" ");
}

/** " Groups of this study differ by voter, economic tie and gender." */
function byText(modifiers: readonly Modifier[]): string {
  const labels = modifiers.map(({label}) => lowerFirst(label));
  return labels.length === 0 ? "" : ` Groups of this study differ by ${listText(labels, "and")}.`;
}

/** The finding that stands above the figure. */
export function filterTitle(
  rows: readonly EffectRow[],
  all: readonly EffectRow[],
  {
    modifiers,
    names
  }: {readonly modifiers: readonly Modifier[]; readonly names?: readonly string[] | undefined}
): string {
  if (rows.length === all.length) return `All ${count(all.length, "group")}, each with its effect`;
  const words = commonWords(rows, all, modifiers, names);
  if (rows.length === 0) return "No group matches";
  const size = count(rows.length, "group");
  return words === undefined ? `${capitalise(size)} that match` : `${capitalise(size)} of ${words}`;
}
