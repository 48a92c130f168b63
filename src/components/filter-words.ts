// Says in words what groups have in common.
import {listText} from "./format.js";
import {wordsOf} from "./group-words.js";
import type {EffectRow, Modifier} from "./types.js";

/**
 * What tells `rows` from the rest of `all`, in the words of their labels: "white women,
 * internationalism 4 or 5". Empty when nothing does, undefined when levels do not tell it: when some
 * group with the same levels is not among `rows`. `names` keep their capital.
 */
export function commonWords(
  rows: readonly EffectRow[],
  all: readonly EffectRow[],
  modifiers: readonly Modifier[],
  names: readonly string[] = []
): string | undefined {
  const first = rows.at(0);
  if (!first) return undefined;
  const used = modifiers.filter(({name}) => name in first.levels);
  const levels = new Map(used.map((modifier) => [modifier, levelsIn(rows, modifier)]));
  const told = used.filter(
    (modifier) => (levels.get(modifier)?.length ?? 0) < levelsIn(all, modifier).length
  );
  const alike = all.filter((row) =>
    told.every((modifier) => levels.get(modifier)?.includes(row.levels[modifier.name] ?? ""))
  );
  if (alike.length !== rows.length) return undefined;
  const parts = first.label.split(", ").map((part) => {
    let text = part;
    for (const modifier of used) {
      const level = first.levels[modifier.name] ?? "";
      const counts = /^\d+$/.test(level);
      if (counts && !namedIn(text, modifier)) continue;
      const kept = told.includes(modifier) ? listText(levels.get(modifier) ?? [], "or") : "";
      const next = replaceWord(text, level, counts ? kept : lowerLike(text, level, kept));
      text = counts && kept === "" && next !== text ? "" : next;
    }
    return text.trim().replace(/\s+/g, " ");
  });
  return lowerFirst(parts.filter((part) => part !== "").join(", "), names);
}

/** The levels of a modifier that occur, in the order to show them. */
function levelsIn(rows: readonly EffectRow[], {name, levels}: Modifier): readonly string[] {
  const seen = new Set(rows.map((row) => row.levels[name]));
  return levels.filter((level) => seen.has(level));
}

/** Whether a part of a label, such as "internationalism 4", speaks of this modifier. */
function namedIn(part: string, {label}: Modifier): boolean {
  const words = wordsOf(part);
  const own = wordsOf(label);
  return words.some((word) => own.includes(word));
}

/** `text` with the whole word or words `from`, in whatever case, replaced. */
function replaceWord(text: string, from: string, to: string): string {
  const at = text.toLowerCase().indexOf(from.toLowerCase());
  const letter = /[\p{L}\p{N}-]/u;
  const end = at + from.length;
  if (at < 0 || letter.test(text[at - 1] ?? "") || letter.test(text[end] ?? "")) return text;
  return text.slice(0, at) + to + text.slice(end);
}

/** Levels in lower case where the label has them so. */
function lowerLike(text: string, level: string, kept: string): string {
  return text.includes(level) ? kept : kept.toLowerCase();
}

/**
 * The text as the middle of a sentence: its first word small, unless it is a name, or has more capitals: "GDP", "AfD", and
 * "Message A", of which every word up to a comma has one.
 */
export function lowerFirst(text: string, names: readonly string[] = []): string {
  const [word = ""] = text.split(/[ ,]/);
  const [, ...others] = text.split(",", 1)[0]?.match(/\p{L}[^\s]*/gu) ?? [];
  const isName = others.length > 0 && others.every((one) => /^\p{Lu}/u.test(one));
  const stays = names.includes(word) || /\p{Lu}/u.test(word.slice(1)) || isName;
  return stays ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
