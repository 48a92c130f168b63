// What the lens says: the estimand, and what uncertainty an interval contains, in every sentence.
import {
  capitalise,
  count,
  effectText,
  intervalText,
  numberText,
  unitName,
  type Outcome
} from "./format.js";
import type {Answer, Lens, LensKind} from "./lens.js";
import {respondents, type RowWords} from "./row-words.js";
import type {Point, Width} from "./types.js";

/** How numbers are said, and what the rows and groups of a study are called. */
export interface LensOptions {
  readonly outcome: Outcome;
  readonly interval?: Width;
  readonly point?: Point;
  /** Respondents by default. */
  readonly row?: RowWords;
  /** "group" by default. */
  readonly group?: string;
}

/** Where the effect is: "on average over the 1,200 respondents in these 100 groups", "in a new group". */
export function whereText(
  kind: LensKind,
  {n, groups}: Pick<Answer, "n" | "groups">,
  {row = respondents, group = "group"}: Pick<LensOptions, "row" | "group"> = {}
): string {
  if (kind === "new")
    return `in a new ${group}, its characteristics drawn with the sample’s shares`;
  if (kind === "reweighted") return "on average over a population with the shares you set";
  return `on average over the ${count(n, ...row)} in ${groups === 1 ? "one" : `these ${numberText(groups)}`} ${groups === 1 ? group : `${group}s`}`;
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
