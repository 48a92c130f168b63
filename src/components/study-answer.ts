// The answer of a study in sentences, from the numbers of its draws.
import {capitalise, count, intervalText, numberText} from "./format.js";
import {answerText, whereText} from "./lens-words.js";
import {effectsReading, said} from "./readings.js";
import type {StudyPage} from "./study-page.js";
import {wordsOf, type Seen} from "./study-parts.js";
import type {Estimate} from "./types.js";

/**
 * What the treatment does on average, for how many groups the sign is clear, and who is moved most
 * and least. Under another lens the average is that lens's.
 */
export function studyAnswer({report, models}: StudyPage, seen: Seen): string {
  const words = wordsOf(report.study, seen);
  const rows = seen.lens.rows(seen.model.id);
  const overall = seen.lens.overall(seen.model.id);
  const pooled = rows[0]?.rungs.complete;
  const of = models.length > 1 ? `${seen.model.title.split(":")[0] ?? ""}: o` : "O";
  const average = overall
    ? `${capitalise(whereText(seen.lens.kind, overall))}, the effect is ${answerText(overall, words)}.`
    : pooled
      ? `${of}ver all ${numberText(seen.model.n)} rows at once, least squares gives ${said(pooled, words)}.`
      : "";
  const reading = effectsReading(rows, words);
  return `${average} With effects that differ by group and share what they have in common: ${reading.charAt(0).toLowerCase()}${reading.slice(1)}`;
}

/** Of the other outcomes of a study, one sentence each. */
export function otherAnswers({report, models}: StudyPage, seen: Seen): string {
  const words = wordsOf(report.study, seen);
  return models
    .filter(({id}) => id !== seen.model.id)
    .map((model) => {
      const reading = effectsReading(seen.lens.rows(model.id), words);
      return `${model.title.split(":")[0] ?? model.title}: ${reading.charAt(0).toLowerCase()}${reading.slice(1)}`;
    })
    .join(" ");
}

/** How sure one may be, in counts of groups and chances out of a hundred. */
export function surenessText({report}: StudyPage, {lens, model, chosen}: Seen): string {
  const rows = lens.rows(model.id);
  const clear = rows.filter((row) => isClear(row.rungs.partial, chosen.width)).length;
  const sure = rows.map(({p_positive: p}) => Math.max(p, 1 - p)).sort((a, b) => a - b);
  const middle = sure[Math.floor(sure.length / 2)] ?? NaN;
  const {outcome} = report.study;
  const {facts} = model;
  const between = facts.sd_between;
  const spread =
    between === undefined
      ? ""
      : ` Effects differ between groups with a standard deviation of ${numberText(between * outcome.factor, outcome.digits)} (95% interval ${intervalText(facts.sd_between_low ?? NaN, facts.sd_between_high ?? NaN, outcome).replaceAll("+", "")}).`;
  return `The ${String(chosen.width)}% interval is clear of zero in ${numberText(clear)} of ${count(rows.length, "group")}. For the group in the middle, the chance that the effect has the sign shown is ${numberText(Math.round(middle * 100))} in 100.${spread}`;
}

function isClear(estimate: Estimate | undefined, width: Seen["chosen"]["width"]): boolean {
  return !!estimate && (estimate.lower[width] > 0 || estimate.upper[width] < 0);
}
