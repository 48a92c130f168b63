// The answer of a study in sentences, from the numbers of its draws.
import {lowerFirst} from "./filter-words.js";
import {isClear} from "./clear-of-zero.js";
import {capitalise, count, effectText, listText, numberText, probabilityText} from "./format.js";
import {answerText, whereText} from "./lens-words.js";
import {toEstimate} from "./live-rows.js";
import {effectsReading, said} from "./readings.js";
import type {StudyPage} from "./study-page.js";
import {outcomeWords, wordsOf, type Seen, type StudyModel} from "./study-parts.js";
import type {EffectRow} from "./types.js";

/**
 * What the treatment does on average, from whom to whom its effect runs, and for how many groups the
 * sign is clear. The average is the lens's, else the model's headline, else least squares' over all rows.
 */
export function studyAnswer(page: StudyPage, seen: Seen): string {
  const {study} = page.report;
  const words = wordsOf(study, seen);
  const rows = seen.lens.rows(seen.model.id);
  const overall = seen.lens.overall(seen.model.id);
  const pooled = rows[0]?.rungs.complete;
  const headline = seen.model.live?.headline;
  const treatment = lowerFirst(study.treatment ?? "the treatment", study.names);
  // Labels may be names of columns, which make no verb's subject or object.
  const what = `The effect of ${treatment} on ${outcomeWords(seen.model, study.names)} is`;
  const average = overall
    ? `${what} ${answerText(overall, words)}, ${whereText(seen.lens.kind, overall)}.`
    : headline?.variable === null
      ? `${what} ${said(toEstimate(headline), words)}, on average over the groups below.`
      : pooled
        ? `${what} ${said(pooled, words)}, if it is alike in all ${numberText(seen.model.n)} rows.`
        : "";
  return `${average} ${spreadText(rows, words, study.names)}`.trim();
}

/** What a study's groups differ by: "party, age and region". */
export function groupsText({report}: StudyPage): string {
  const {modifiers, names} = report.study;
  return listText(modifiers.map(({label}) => lowerFirst(label, names)));
}

/** From whom to whom effects run, and how many are clear of zero. */
function spreadText(
  rows: readonly EffectRow[],
  words: ReturnType<typeof wordsOf>,
  names?: readonly string[]
): string {
  const {outcome, interval, point} = words;
  const known = rows.flatMap((row) => (row.rungs.partial ? [{row, own: row.rungs.partial}] : []));
  const sorted = known.toSorted((a, b) => a.own[point] - b.own[point]);
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (!first || !last || first === last) return effectsReading(rows, words);
  const place = ({row, own}: typeof first): string =>
    `${effectText(own[point], outcome)} (${lowerFirst(row.label, names)})`;
  const clear = known.filter(({own}) => isClear(own, interval)).length;
  return `By group, it runs from ${place(first)} to ${place(last)}; the ${String(interval)}% interval is clear of zero in ${noneOr(clear)} of ${count(known.length, "group")}.`;
}

/** Of the other outcomes of a study, the same. */
export function otherAnswers({report, models}: StudyPage, seen: Seen): string {
  const words = wordsOf(report.study, seen);
  const sentence = (model: StudyModel): string => {
    const rows = seen.lens.rows(model.id);
    const text = spreadText(rows, words, report.study.names).replace("it runs", "the effect runs");
    return `${capitalise(outcomeWords(model, report.study.names))}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  };
  return models
    .filter(({id}) => id !== seen.model.id)
    .map(sentence)
    .join(" ");
}

/** How sure one may be of the average's sign and of a group's, and how far groups differ. */
export function surenessText({report}: StudyPage, {lens, model}: Seen): string {
  const rows = lens.rows(model.id);
  const middle = medianOf(rows.map(({p_positive: own}) => Math.max(own, 1 - own)));
  const {outcome} = report.study;
  const p = (lens.overall(model.id) ?? model.live?.headline)?.p_positive;
  const average =
    p === undefined
      ? ""
      : `${lens.kind === "new" ? "The effect in a new group" : "The average effect"} is ${p < 0.5 ? "below" : "above"} zero with a probability of ${probabilityText(Math.max(p, 1 - p))}. `;
  const facts: Readonly<Partial<Record<string, number>>> = model.facts;
  const inUnit = (value: number): string => numberText(value * outcome.factor, outcome.digits);
  // The standard deviation draw by draw has in it how uncertain each group is, and never tends to zero.
  const observed = report.effects.filter((row) => row.model === model.id);
  const uncertain = medianOf(observed.map(({rungs}) => rungs.partial?.sd ?? NaN));
  const apart = facts.sd_of_medians;
  const spread =
    apart === undefined || rows.length < 2 || Number.isNaN(uncertain)
      ? ""
      : ` Groups’ effects have a standard deviation of ${inUnit(apart)} between them, and a single one is uncertain by ${inUnit(uncertain)} (its posterior standard deviation, in the middle): ${apart < uncertain ? "they differ by less than each is uncertain, and much of it may be chance" : "they differ by more than each is uncertain"}.`;
  const pairs =
    facts.pairs === undefined || facts.pairs_separated === undefined
      ? ""
      : ` Of ${count(facts.pairs, "pair")} of groups ${noneOr(facts.pairs_separated)} can be told apart at 95%, where ${noneOr(Math.round(facts.pairs / 20))} might be by chance.`;
  return `${average}For the group in the middle, the chance that the effect has the sign shown is ${inHundred(middle)} in 100.${spread}${pairs}`;
}

const noneOr = (n: number): string => (n === 0 ? "none" : numberText(n));

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** A probability as a number of 100; no draws make one certain. */
function inHundred(probability: number): string {
  const rounded = Math.round(probability * 100);
  return rounded === 100 ? "more than 99" : numberText(rounded);
}
