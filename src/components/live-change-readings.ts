// What a reader changed of a model, and how it was fitted, in sentences.
import {capitalise, count, listText, numberText} from "./format.js";
import type {LiveEngine, LiveResult} from "./live-answer.js";
import type {LiveCard, LiveChoice} from "./live-types.js";

/** What was changed, in words; empty when nothing was. */
export function choiceReading(card: LiveCard, choice: LiveChoice, engine: LiveEngine): string {
  const label = (name: string): string =>
    card.words.find((one) => one.name === name)?.label.toLowerCase() ?? name;
  const dropped = card.groups.modifiers.filter((name) => !choice.groups.includes(name));
  const binned = choice.groups.filter((name) => Object.hasOwn(choice.bins, name));
  const {spread, coefficients, likelihood, without, draws} = choice;
  const parts = [
    dropped.length > 0 && `groups not told apart by ${listText(dropped.map(label))}`,
    binned.length > 0 &&
      listText(binned.map((name) => `${label(name)} in ${count(choice.bins[name] ?? 0, "bin")}`)),
    without.length > 0 && `${count(without.length, "group")} left out`,
    (spread.family !== null || spread.factor !== 1) &&
      `the prior on how much effects vary ${engine.scaledPrior(card.spec.priors, "sd", spread)} instead of ${engine.scaledPrior(card.spec.priors, "sd", {family: null, factor: 1})}`,
    coefficients.factor !== 1 &&
      `priors on coefficients ${numberText(coefficients.factor, coefficients.factor < 1 ? 2 : 0)} times as wide`,
    likelihood !== card.spec.family && `the likelihood ${engine.likelihoods[likelihood].label}`,
    draws !== null &&
      draws !== card.sampler.draws &&
      `${numberText(draws * card.sampler.chains)} draws`
  ].filter((part) => part !== false);
  return parts.length === 0 ? "" : capitalise(listText(parts));
}

/** What the panel says of its state: what was changed, and how it was fitted. */
export function answerReading(
  card: LiveCard,
  choice: LiveChoice,
  engine: LiveEngine,
  answer: {readonly result: LiveResult; readonly seconds: number} | null
): string {
  const changed = engine.isUnchanged(card, choice)
    ? "Nothing is changed: this is the published model."
    : `${choiceReading(card, choice, engine)}.`;
  return answer ? `${changed} ${fitReading(answer.result, answer.seconds)}` : changed;
}

/** How a live fit was made, and whether it can be trusted. */
export function fitReading(result: LiveResult, seconds: number): string {
  const time =
    seconds < 1 ? `${numberText(Math.round(seconds * 1000))} ms` : `${numberText(seconds, 1)} s`;
  const trust =
    result.unconverged === ""
      ? "they can be trusted"
      : `they cannot be trusted: ${result.unconverged}`;
  const dropped =
    result.dropped.length === 0
      ? ""
      : ` Without the controls that vary inside cells (${result.dropped.join(", ")}), which this likelihood cannot keep; effects are in log-odds.`;
  return `${numberText(result.chains * result.draws)} draws from ${numberText(result.n)} respondents in ${time} on this device; ${trust}.${dropped}`;
}
