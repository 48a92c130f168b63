// A regrouped group in words.
import {capitalise} from "./format.js";
import type {LiveEngine, LiveGroup} from "./live-answer.js";
import type {LiveCard, LiveChoice} from "./live-types.js";

/** "White · Men · Internationalism 4–5": the kept modifiers in words. */
export function groupLabel(
  {key, values}: Pick<LiveGroup, "key" | "values">,
  {card, choice, binOf}: {card: LiveCard; choice: LiveChoice; binOf: LiveEngine["binOf"]}
): string {
  const parts =
    Object.keys(values).length === choice.groups.length ? Object.values(values) : key.split("_");
  const words = choice.groups.map((name, i) => {
    const modifier = card.words.find((one) => one.name === name);
    const value = String(parts[i]);
    const at = modifier?.levels.findIndex(([code]) => String(code) === value) ?? -1;
    if (!modifier || at < 0) return value;
    return levelText(modifier, at, choice.bins[name], binOf);
  });
  return words.map(capitalise).join(" · ");
}

/** A level in words, or the first and last level of its bin. */
function levelText(
  {label, levels}: LiveCard["words"][number],
  at: number,
  bins: number | undefined,
  binOf: LiveEngine["binOf"]
): string {
  const own =
    bins === undefined
      ? [at]
      : levels
          .map((_, i) => i)
          .filter((i) => binOf(i, levels.length, bins) === binOf(at, levels.length, bins));
  const names = [own[0], own[own.length - 1]].map((i) => levels[i][1]);
  const range = names[0] === names[1] ? names[0] : names.join("–");
  return /^\d/u.test(range) ? `${label.toLowerCase()} ${range}` : range;
}
