// Captions and readouts through the lens: what points, intervals and bands are, and what they say.
import {capitalise, estimateText} from "./format.js";
import type {Lens, LensKind} from "./lens.js";
import {lensSentence, whereText, type LensOptions} from "./lens-words.js";
import {effectsReading} from "./readings.js";
import type {Band} from "./reference-band.js";
import {respondents} from "./row-words.js";
import {groupSentence, type SentenceOptions} from "./sentence.js";
import type {EffectRow} from "./types.js";

/** The reading of a figure of groups: what `groupsReading` says, then the answer's sentence. */
export function lensReading(lens: Lens, model: string, options: LensOptions): string {
  const parts = [groupsReading(lens, model, options), lensSentence(lens, model, options)];
  return parts.filter((part) => part !== "").join(" ");
}

/** How many groups have an interval clear of zero, and the extremes: theirs, or new ones' like them. */
function groupsReading(lens: Lens, model: string, options: LensOptions): string {
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
  {interval = 95, point = "median", group = "group", row = respondents}: LensOptions
): string {
  const levels = `with 50% (thick) and ${interval}% (thin) equal-tailed credible intervals`;
  return lens.kind === "new"
    ? `Diamonds: the ${point} effect in a new ${group} at each level, its other characteristics drawn with the sample’s shares, ${levels} that contain variation between ${group}s; points: the ${point} for a new ${group} like each observed one, sized by n of that`
    : `Diamonds: the average effect at each level, ${lens.kind === "average" ? `weighted by ${row[1]}` : "weighted to your shares"}, ${point} ${levels} of the uncertainty about parameters; points: the ${group}s’ ${point} effects, sized by n`;
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

/** What says `lensGroupSentence` of a group of `model`, by its key; empty where the lens has no such group. */
export function readoutOf(
  lens: Lens,
  model: string,
  options: SentenceOptions & LensOptions
): (group: string) => string {
  return (group) => {
    const row = lens.rows(model).find((one) => one.group === group);
    return row ? lensGroupSentence(lens, row, options) : "";
  };
}
