// What the lens says: the estimand, and what uncertainty an interval contains, in every sentence.
import {
  capitalise,
  count,
  effectText,
  estimateText,
  intervalText,
  numberText,
  unitName,
  type Outcome
} from "./format.js";
import type {Answer, Lens, LensKind} from "./lens.js";
import {effectsReading} from "./readings.js";
import type {Band} from "./reference-band.js";
import {groupSentence, type SentenceOptions} from "./sentence.js";
import type {EffectRow, Point, Width} from "./types.js";

/** How numbers are said, and what the rows and groups of a study are called. */
export interface LensOptions {
  readonly outcome: Outcome;
  readonly interval?: Width;
  readonly point?: Point;
  /** "respondent" by default. */
  readonly row?: string;
  /** "group" by default. */
  readonly group?: string;
}

/** Where the effect is: "on average over the 1,200 respondents", "in a new group". */
export function whereText(
  kind: LensKind,
  {n}: Pick<Answer, "n">,
  {row = "respondent", group = "group"}: Pick<LensOptions, "row" | "group"> = {}
): string {
  if (kind === "new")
    return `in a new ${group}, its characteristics drawn with the sample’s shares`;
  if (kind === "reweighted") return "on average over a population with the shares you set";
  return `on average over the ${count(n, row)}`;
}

/** What the interval of an answer contains, in words to put in brackets. */
export function uncertaintyText(
  kind: LensKind,
  answer: Answer,
  {outcome, group = "group"}: LensOptions
): string {
  if (kind === "new")
    return answer.redrawn > 0
      ? `the interval contains uncertainty about the parameters, variation between ${group}s, and which characteristics the new one has`
      : `no term of this model is a single ${group}’s own, so that the interval contains uncertainty about the parameters and which characteristics the new one has`;
  const parameters =
    "the interval contains uncertainty about the parameters; shares are taken as fixed";
  if (kind !== "reweighted" || answer.draws === 0) return parameters;
  const error = numberText(answer.mcse_mean * outcome.factor, outcome.digits + 2);
  return `${parameters}; from ${count(answer.draws, "draw")} of each ${group}, Monte Carlo error of the mean ${error} ${unitName(outcome)}`;
}

/** The answer's numbers: "+33 points, 95% equal-tailed credible interval +27 to +38". */
export function answerText(
  {estimate}: Answer,
  {outcome, interval = 95, point = "median"}: LensOptions
): string {
  const limits = intervalText(estimate.lower[interval], estimate.upper[interval], outcome);
  return `${effectText(estimate[point], outcome)}, ${interval}% equal-tailed credible interval ${limits}`;
}

/** The sentence of a model's answer; empty where the lens has none, as for these groups. */
export function lensSentence(lens: Lens, model: string, options: LensOptions): string {
  const answer = lens.overall(model);
  if (!answer) return "";
  const {kind} = lens;
  const uncertainty = uncertaintyText(kind, answer, options);
  return `${capitalise(whereText(kind, answer, options))}, the effect is ${answerText(answer, options)} (${uncertainty}).`;
}

/** The reading of a figure of groups: what `groupsReading` says, then the answer's sentence. */
export function lensReading(lens: Lens, model: string, options: LensOptions): string {
  const parts = [groupsReading(lens, model, options), lensSentence(lens, model, options)];
  return parts.filter((part) => part !== "").join(" ");
}

/** How many groups have an interval clear of zero, and the extremes: theirs, or new ones' like them. */
export function groupsReading(lens: Lens, model: string, options: LensOptions): string {
  const {group = "group"} = options;
  const reading = effectsReading(lens.rows(model), options);
  return lens.kind === "new"
    ? `For a new ${group} like each of these: ${lowered(reading)}`
    : reading;
}

/** What the points and intervals of a figure of groups are: level, kind and what they contain. */
export function intervalsText(
  lens: Lens,
  {interval = 95, point = "median", group = "group"}: LensOptions
): string {
  const levels = `${capitalise(point)}, 50% (thick) and ${interval}% (thin) equal-tailed`;
  if (lens.kind === "groups") return `${levels} intervals.`;
  return lens.kind === "new"
    ? `${levels} credible intervals of the effect in a new ${group} like each observed one: uncertainty about the parameters and variation between ${group}s.`
    : `${levels} credible intervals of these ${group}s: uncertainty about their parameters. ${bandText(lens, {interval})}`;
}

/** What the band of a figure is; empty where there is none. */
export function bandText(lens: Lens, {interval = 95}: Pick<LensOptions, "interval"> = {}): string {
  return lens.kind === "average" || lens.kind === "reweighted"
    ? `The band is the average with its ${interval}% interval.`
    : "";
}

/** What a figure by modifier shows: points for groups, and a diamond for each level. */
export function levelsText(
  lens: Lens,
  {interval = 95, point = "median", group = "group", row = "respondent"}: LensOptions
): string {
  const levels = `with 50% (thick) and ${interval}% (thin) equal-tailed credible intervals`;
  return lens.kind === "new"
    ? `Diamonds: the ${point} effect in a new ${group} at each level, its other characteristics drawn with the sample’s shares, ${levels} that contain variation between ${group}s; points: the ${point} for a new ${group} like each observed one, sized by n of that`
    : `Diamonds: the average effect at each level, ${lens.kind === "average" ? `weighted by ${row}s` : "weighted to your shares"}, ${point} ${levels} of the uncertainty about parameters; points: the ${group}s’ ${point} effects, sized by n`;
}

/** A group's readout: its own numbers and the average, or those of a new group like it. */
export function lensGroupSentence(
  lens: Lens,
  row: EffectRow,
  options: SentenceOptions & LensOptions
): string {
  const {outcome, interval = 95, point = "median", group = "group"} = options;
  if (lens.kind === "new") {
    const own = row.rungs.partial;
    const numbers = own ? estimateText(own, outcome, {width: interval, point}) : "not estimable";
    const contents = `parameters and variation between ${group}s`;
    return `A new ${group} like this: ${row.label}: ${numbers} (equal-tailed, ${contents})`;
  }
  const own = groupSentence(row, options);
  const answer = lens.overall(row.model);
  if (!answer) return own;
  const numbers = estimateText(answer.estimate, outcome, {width: interval, point});
  return `${own}; ${whereText(lens.kind, answer, options)}: ${numbers}`;
}

/** What the lens means, for the line under the control. */
export function lensMeaning(kind: LensKind, {row = "respondent"}: {row?: string} = {}): string {
  const meanings: Readonly<Record<LensKind, string>> = {
    groups:
      "Each observed group’s own effect. Credible intervals with equal tails: uncertainty about the parameters of these groups, given the model.",
    average: `The groups’ effects weighted by their ${row}s, shares fixed as in the data. Intervals contain uncertainty about the parameters, not about who was sampled.`,
    new: "The effect in a group not seen yet. What it shares with observed groups is kept; what would be its own is drawn from the variation between groups, which intervals therefore contain beside uncertainty about the parameters.",
    reweighted: `The groups’ effects weighted to the shares below, which you may edit. Intervals contain uncertainty about the parameters; shares are taken as known.`
  };
  return meanings[kind];
}

function lowered(sentence: string): string {
  return sentence.replace(/^(The|In|No)\b/, (word) => word.toLowerCase());
}

/** The average to mark in figures of groups; none where there is no average. */
export function lensBand(lens: Lens, model: string): Band | undefined {
  const answer = lens.kind === "new" ? undefined : lens.overall(model);
  return answer && {label: bandNames[lens.kind], estimate: answer.estimate};
}

const bandNames: Readonly<Record<LensKind, string>> = {
  groups: "",
  average: "sample average",
  new: "",
  reweighted: "your population"
};
