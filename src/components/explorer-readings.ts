// Sentences about the groups that a filter leaves.
import {commonWords, lowerFirst} from "./filter-words.js";
import {aPercent, count, effectText, listText, numberText, percentText} from "./format.js";
import type {Answer} from "./lens.js";
import {said, type ReadingOptions} from "./readings.js";
import {signText} from "./sign-text.js";
import type {EffectRow, Modifier} from "./types.js";

/** How to say what a filter leaves. */
export interface FilterReadingOptions extends ReadingOptions {
  readonly modifiers: readonly Modifier[];
  /** First words of labels that are names and keep their capital. */
  readonly names?: readonly string[] | undefined;
}

/** How sure a sign must be to count, as a probability. */
const sure = 0.95;

/** "Among the 20 groups of white women", "Among all 100 groups", "Of the one group that matches, …". */
export function filterHead(
  rows: readonly EffectRow[],
  all: readonly EffectRow[],
  {modifiers, names}: FilterReadingOptions
): string {
  const only = rows.at(0);
  if (!only) return "No group matches";
  if (rows.length === all.length)
    return all.length === 1 ? "The one group" : `Among all ${count(all.length, "group")}`;
  if (rows.length === 1) return `The one group that matches, ${lowerFirst(only.label, names)}`;
  const words = commonWords(rows, all, modifiers, names);
  return words === undefined
    ? `Among the ${count(rows.length, "group")} that match`
    : `Among the ${count(rows.length, "group")} of ${words}`;
}

/**
 * What the filtered groups have in common: how sure their signs are, and the range of their effects.
 * Right for none, one, all and ties.
 */
export function filterReading(
  rows: readonly EffectRow[],
  all: readonly EffectRow[],
  options: FilterReadingOptions
): string {
  const {outcome, point = "median", rung = "partial", names} = options;
  const head = filterHead(rows, all, options);
  const known = rows.filter((row) => Number.isFinite(row.rungs[rung]?.[point]));
  const only = known.at(0);
  if (rows.length === 0) return `${head}.`;
  if (!only) return `${head}: no effect can be estimated.`;
  if (known.length === 1) {
    const estimate = only.rungs[rung];
    const which =
      rows.length === 1 ? "" : ` only ${lowerFirst(only.label, names)} has an estimate:`;
    return `${head}:${which} ${estimate ? said(estimate, options) : ""}.`;
  }
  const effect = (row: EffectRow): number => row.rungs[rung]?.[point] ?? NaN;
  const sorted = known.toSorted((a, b) => effect(b) - effect(a));
  const words = (row: EffectRow | undefined): string =>
    effectText(row ? effect(row) : NaN, outcome);
  const [largest, smallest] = [words(sorted[0]), words(sorted.at(-1))];
  const which = (text: string): string =>
    holders(sorted.filter((row) => words(row) === text).map(({label}) => lowerFirst(label, names)));
  const range =
    largest === smallest
      ? `All have the same effect, ${largest}.`
      : `The largest effect is ${largest} (${which(largest)}), the smallest ${smallest} (${which(smallest)}).`;
  return `${head}: ${signs(known)}${crossingText(known, options)}. ${range}`;
}

/** Groups taken together: their average, how sure it is, and how many people it is of. */
export function togetherReading(
  {estimate, p_positive, n}: Pick<Answer, "estimate" | "p_positive" | "n">,
  options: ReadingOptions
): string {
  return `Together, weighted by size: ${said(estimate, options)}, ${signText(p_positive)}; n = ${numberText(n)}.`;
}

/** Why a sign can be that certain while an interval of the same level includes zero; empty where none does. */
function crossingText(
  rows: readonly EffectRow[],
  {interval = 95, rung = "partial"}: ReadingOptions
): string {
  const crosses = rows.some(({p_positive, rungs}) => {
    const estimate = rungs[rung];
    const certain = Math.max(p_positive, 1 - p_positive) >= sure;
    return certain && estimate && estimate.lower[interval] < 0 && estimate.upper[interval] > 0;
  });
  const tail = percentText((1 - interval / 100) / 2, 1);
  return crosses
    ? ` (${aPercent(interval)} interval leaves ${tail} on each side, and may include zero all the same)`
    : "";
}

function signs(rows: readonly EffectRow[]): string {
  const up = rows.filter((row) => row.p_positive >= sure).length;
  const down = rows.filter((row) => row.p_positive <= 1 - sure).length;
  const level = percentText(sure);
  const part = (n: number): string => {
    if (n === 0) return "in none";
    if (n === rows.length) return n === 2 ? "in both" : "in all of them";
    return n === 1 ? "in one of them" : `in ${numberText(n)} of them`;
  };
  if (up + down === 0) return `no sign is at least ${level} certain`;
  if (down === 0) return `the effect is positive with at least ${level} probability ${part(up)}`;
  if (up === 0) return `the effect is negative with at least ${level} probability ${part(down)}`;
  return `the effect is positive with at least ${level} probability ${part(up)}, negative ${part(down)}`;
}

/** Who holds an extreme: the group, two groups by name, or how many share it. */
function holders(labels: readonly string[]): string {
  return labels.length > 2 ? `shared by ${count(labels.length, "group")}` : listText(labels);
}
