// Reads "low internationalism" and "assertiveness 4 or 5" as levels of a modifier that counts.
import {capitalise, listText} from "./format.js";
import {singular, wordsOf} from "./group-words.js";
import type {Modifier} from "./types.js";

/** Levels that were asked for by the name of their modifier. */
export interface ScaleReading {
  readonly modifier: Modifier;
  readonly levels: readonly string[];
}

/** What was read, the words that are left, and how "low" and "high" were understood. */
export interface ScaleWords {
  readonly scales: readonly ScaleReading[];
  readonly rest: readonly string[];
  readonly notes: readonly string[];
}

/** Letters of a name that stand for it while it is typed. */
const LEAST = 3;

const joints = new Set(["of", "is", "at", "level", "or", "and", "to", "from", "score"]);

/** Takes from `words` every scale with the number or the size that stands beside it. */
export function readScales(words: readonly string[], modifiers: readonly Modifier[]): ScaleWords {
  const counting = modifiers.filter(({levels}) => counts(levels));
  const taken = new Set<number>();
  const scales: ScaleReading[] = [];
  const notes: string[] = [];
  words.forEach((word, i) => {
    const modifier = counting.find((one) => begins(word, ownWords(one, counting)));
    if (!modifier) return;
    const name = new Set(wordsOf(modifier.label).map(singular));
    const keep = (levels: readonly string[], places: readonly number[]): void => {
      scales.push({modifier, levels});
      for (const place of [i, ...places]) taken.add(place);
    };
    let before = i - 1;
    while (before >= 0 && name.has(singular(words[before] ?? ""))) before -= 1;
    const numbers = numbersAfter(words, i, modifier.levels);
    const at = sizes(words[before] ?? "", modifier.levels) ? before : skipJoints(words, i + 1);
    const sized = sizes(words[at] ?? "", modifier.levels);
    if (numbers.levels.length > 0) keep(numbers.levels, numbers.places);
    else if (sized) {
      keep(sized, [at]);
      notes.push(
        `${capitalise(words[at] ?? "")} ${modifier.label.toLowerCase()} is read as ${listText(sized, "or")}, of ${modifier.levels.at(0) ?? ""} to ${modifier.levels.at(-1) ?? ""}.`
      );
    }
  });
  return {scales, rest: words.filter((_, i) => !taken.has(i)), notes};
}

/** Whether a word is one of a name's words, or as much of one as nothing else is meant by. */
function begins(word: string, own: ReadonlySet<string>): boolean {
  if (own.has(singular(word))) return true;
  return word.length >= LEAST && [...own].some((one) => one.startsWith(word));
}

/**
 * What a size that stands alone lacks: "Low what? Say low internationalism or low militant assertiveness.". Undefined
 * for a word that is no size, and where no modifier counts.
 */
export function openSize(word: string, modifiers: readonly Modifier[]): string | undefined {
  const counting = modifiers.filter(({levels}) => counts(levels) && sizes(word, levels));
  if (counting.length === 0) return undefined;
  const whole = counting.map(({label}) => `${word} ${label.toLowerCase()}`);
  return `${capitalise(word)} what? Say ${listText(whole, "or")}.`;
}

/** Whether levels are whole numbers, so that some are low and some high. */
export function counts(levels: readonly string[]): boolean {
  return levels.every((level) => /^\d+$/.test(level));
}

/** The words of a modifier's name that no other counting modifier has. */
function ownWords(modifier: Modifier, all: readonly Modifier[]): ReadonlySet<string> {
  const others = all.filter((one) => one !== modifier).flatMap(({label}) => wordsOf(label));
  const own = wordsOf(modifier.label).filter((word) => !others.includes(word));
  return new Set(own.map(singular));
}

/** Whole numbers after place `i`: "4", "4 or 5", "2 to 4". */
function numbersAfter(
  words: readonly string[],
  i: number,
  levels: readonly string[]
): {levels: string[]; places: number[]} {
  const found: string[] = [];
  const places: number[] = [];
  for (
    let at = skipJoints(words, i + 1);
    /^\d+$/.test(words[at] ?? "");
    at = skipJoints(words, at + 1)
  ) {
    const number = words[at] ?? "";
    const from = levels.indexOf(found.at(-1) ?? "");
    const run =
      words[at - 1] === "to" && from >= 0 ? levels.slice(from + 1, levels.indexOf(number)) : [];
    found.push(...run, number);
    places.push(at);
  }
  return {levels: found, places};
}

function skipJoints(words: readonly string[], start: number): number {
  let at = start;
  while (joints.has(words[at] ?? "")) at += 1;
  return at;
}

/** The levels on one side of the middle; undefined for a word that is no size. */
function sizes(word: string, levels: readonly string[]): readonly string[] | undefined {
  const half = Math.floor(levels.length / 2);
  if (word === "low" || word === "little") return levels.slice(0, half);
  if (word === "high" || word === "strong") return levels.slice(-half);
  if ((word === "middle" || word === "medium") && levels.length % 2 === 1)
    return levels.slice(half, half + 1);
  return undefined;
}
