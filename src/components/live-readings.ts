// What a live fit says, in sentences from its numbers.
import {agree, capitalise, count, listText, numberText} from "./format.js";
import type {LiveRow} from "./live-rows.js";
import type {LiveCard, LiveChoice, LiveEngine, LiveResult} from "./live-types.js";
import {said, type ReadingOptions} from "./readings.js";

/** A shift that a reader would call one: half a posterior standard deviation. */
const NOTABLE = 0.5;

/** How far the groups moved: how many by more than half a posterior sd, and which the most. */
export function shiftReading(rows: readonly LiveRow[], options: ReadingOptions): string {
  const known = rows.filter(({shift}) => Number.isFinite(shift));
  if (known.length === 0) {
    return rows.length === 0
      ? "No group is left."
      : `The groups are others than the published ones; hollow points are the published means of the same people. ${signs(rows, options)}`;
  }
  const far = known.filter(({shift}) => Math.abs(shift) > NOTABLE).length;
  const most = known.reduce((a, b) => (Math.abs(b.shift) > Math.abs(a.shift) ? b : a));
  if (most.shift === 0) return "Every number is the published one, to the last digit.";
  const {live, published} = most.rungs;
  const moved =
    far === 0
      ? `None of ${count(known.length, "group")} moves by more than half a posterior standard deviation`
      : `${capitalise(numberText(far))} of ${count(known.length, "group")} ${agree(far, "moves", "move")} by more than half a posterior standard deviation`;
  const from = published && live && `, from ${said(published, options)} to ${said(live, options)}`;
  return `${moved}. The largest move is ${numberText(Math.abs(most.shift), 2)} of them ${most.shift < 0 ? "down" : "up"} (${most.label})${from ?? ""}. ${signs(rows, options)}`;
}

/** In how many groups the live interval is clear of zero, and in how many the published one was. */
function signs(rows: readonly LiveRow[], {interval = 95}: ReadingOptions): string {
  const clear = (rung: "live" | "published"): number =>
    rows.filter(({rungs}) => {
      const estimate = rungs[rung];
      return estimate && (estimate.lower[interval] > 0 || estimate.upper[interval] < 0);
    }).length;
  const before = rows.some(({shift}) => Number.isFinite(shift))
    ? ` (published: ${numberText(clear("published"))})`
    : "";
  return `The ${String(interval)}% interval is clear of zero in ${clear("live") === 0 ? "none" : numberText(clear("live"))} of ${count(rows.length, "group")}${before}.`;
}

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
    likelihood !== card.spec.family &&
      `the likelihood ${engine.likelihoods[likelihood]?.label ?? likelihood}`,
    draws !== null &&
      draws !== card.sampler.draws &&
      `${numberText(draws * card.sampler.chains)} draws`
  ].filter((part) => part !== false);
  return parts.length === 0 ? "" : capitalise(listText(parts));
}

/** How a live fit was made, and whether it can be trusted. */
export function fitReading(result: LiveResult, seconds: number): string {
  const time =
    seconds < 1 ? `${numberText(Math.round(seconds * 1000))} ms` : `${numberText(seconds, 1)} s`;
  const trust =
    result.unconverged === ""
      ? "they can be trusted"
      : `they cannot be trusted: ${result.unconverged}`;
  return `${numberText(result.chains * result.draws)} draws from ${numberText(result.n)} respondents in ${time} on this device; ${trust}.`;
}
