// What a reader changed of a model, and how it was fitted, in sentences.
import {agree, capitalise, count, listText, numberText} from "./format.js";
import type {LiveEngine, LiveResult} from "./live-answer.js";
import {headlineReading} from "./live-headline.js";
import {priorChangeText, timesText} from "./live-prior-words.js";
import type {LiveCard, LiveChoice} from "./live-types.js";
import type {ReadingOptions} from "./readings.js";
import {respondents, type RowWords} from "./row-words.js";

/** What was changed of the model, in words; empty when nothing was but the length of chains. */
export function choiceReading(card: LiveCard, choice: LiveChoice, engine: LiveEngine): string {
  const label = (name: string): string =>
    card.words.find((one) => one.name === name)?.label.toLowerCase() ?? name;
  const dropped = card.groups.modifiers.filter((name) => !choice.groups.includes(name));
  const binned = choice.groups.filter((name) => Object.hasOwn(choice.bins, name));
  const {coefficients, without} = choice;
  const parts = [
    dropped.length > 0 && `groups are not told apart by ${listText(dropped.map(label))}`,
    ...binned.map((name) => `${label(name)} is in ${count(choice.bins[name] ?? 0, "bin")}`),
    without.length > 0 &&
      `${count(without.length, "group")} ${agree(without.length, "is", "are")} left out`,
    spreadReading(card, choice, engine),
    coefficients.factor !== 1 && `priors on coefficients are ${timesText(coefficients.factor)}`,
    likelihoodReading(card, choice, engine)
  ].filter((part) => part !== false && part !== "");
  return parts.length === 0 ? "" : capitalise(parts.join("; "));
}

function spreadReading({spec}: LiveCard, {spread}: LiveChoice, engine: LiveEngine): string {
  if (spread.family === null && spread.factor === 1) return "";
  const after = engine.priorWords(spec.priors, "sd", spread);
  const before = engine.priorWords(spec.priors, "sd", {family: null, factor: 1});
  return after && before
    ? `the prior on how much effects vary is ${priorChangeText(after, before)}`
    : "";
}

function likelihoodReading({spec}: LiveCard, {likelihood}: LiveChoice, engine: LiveEngine): string {
  const own = engine.likelihoods[likelihood];
  const before = engine.likelihoods[spec.family];
  if (likelihood === spec.family) return "";
  const factor = own.priorScale / before.priorScale;
  const wider = factor === 1 ? "" : `, and priors are ${timesText(factor)} for its other scale`;
  return `the likelihood is ${own.label}${wider}`;
}

/**
 * What the panel says of its state: what was changed, the headline, and how it was fitted. `words` are those of
 * the page's numbers.
 */
export function answerReading(
  card: LiveCard,
  choice: LiveChoice,
  engine: LiveEngine,
  answer: {readonly result: LiveResult; readonly seconds: number} | null,
  words: ReadingOptions
): string {
  const changed = choiceReading(card, choice, engine);
  const first =
    changed !== ""
      ? `${changed}.`
      : engine.isUnchanged(card, choice)
        ? "Nothing is changed: this is the model as on this page."
        : "Only the length of the chains is changed.";
  const headline = headlineReading(card, answer?.result ?? null, words);
  const last = answer
    ? fitReading(answer.result, answer.seconds, {formula: card.spec.formula, ...words})
    : "";
  return [first, headline, last].filter((part) => part !== "").join(" ");
}

/** How a live fit was made, and whether it can be trusted. */
export function fitReading(
  result: LiveResult,
  seconds: number,
  {formula, row = respondents}: {readonly formula: string; readonly row?: RowWords}
): string {
  const time =
    seconds < 1 ? `${numberText(Math.round(seconds * 1000))} ms` : `${numberText(seconds, 1)} s`;
  const trust =
    result.unconverged === ""
      ? "they can be trusted"
      : "they cannot be trusted, as the figure says";
  const length = controlsOf(result.dropped, formula);
  const dropped =
    length === 0
      ? ""
      : ` The model is without ${length === 1 ? "the one control" : `the ${numberText(length)} controls`} that ${agree(length, "varies", "vary")} inside cells, which this likelihood cannot keep.`;
  return `${numberText(result.chains * result.draws)} draws from ${numberText(result.n)} ${row[1]} in ${time} on this device; ${trust}.${dropped}`;
}

/** How many controls the columns are: a kind's columns, one for each level but the first, stand in brackets. */
function controlsOf(columns: readonly string[], formula: string): number {
  const sets = [...formula.matchAll(/\(([^()|]+)\)/g)]
    .map(([, inside = ""]) => inside.split("+").map((one) => one.trim()))
    .filter((names) => names.every((name) => columns.includes(name)));
  const together = new Set(sets.flat());
  return sets.length + columns.filter((name) => !together.has(name)).length;
}
