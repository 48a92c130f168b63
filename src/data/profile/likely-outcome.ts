// Which column holds what the treatment may have changed.
import {isNamed, usual} from "./column-names.js";
import type {ColumnProfile} from "./column-profile.js";
import {answersOf} from "./declare-column.js";
import {refusal} from "./refusal.js";

/** What speaks less and less for a column: a wave before the last, what was there before, what whole units have alike. */
const [EARLIER_WAVE, BEFORE, FIXED] = [0.9, 0.1, 0.1];

/** Other columns of the file, and those that all rows of a village, school or person have alike. */
export interface Beside {
  readonly all: readonly ColumnProfile[];
  readonly fixed: ReadonlySet<string>;
}

/** How much speaks for a column as the outcome, and what; nothing does at no points. */
export function outcomeScore(
  profile: ColumnProfile,
  {all, fixed}: Beside
): readonly [points: number, why: string] {
  const {kind, isText, name} = profile;
  const answers = isText && kind !== "two values" ? answersOf(profile).length : 0;
  if (isText && answers === 0) return [0, ""];
  if (refusal(profile) !== null || isNamed(usual.weight, profile)) return [0, ""];
  const named = isNamed(usual.outcome, profile);
  // Numbers of villages are no scale.
  if (!named && (isNamed(usual.place, profile) || isUnitNumber(profile))) return [0, ""];
  const measured = answers > 0 || kind === "steps" || kind === "numbers";
  const isPair = kind === "two values";
  if (!named && !measured && !isPair) return [0, ""];
  const isAgain = all.some((other) => isBaseline(other.name, name));
  const points =
    2 * Number(named) +
    Number(measured) +
    Number(answers > 0) +
    (isAgain ? 1 : 0.75) * Number(!named && isPair) +
    Number(isAgain);
  // Age and income are numbers too, but what people are like before they answer.
  const isEarlier =
    isNamed(usual.before, profile) ||
    (!named && isNamed(usual.modifier, profile)) ||
    all.some((other) => isBaseline(name, other.name));
  const share =
    (isEarlier ? BEFORE : 1) *
    (fixed.has(name) ? FIXED : 1) *
    (isLastWave(name, all) ? 1 : EARLIER_WAVE);
  return [points * share, isAgain ? "was measured before as well" : whyOf(profile, named, answers)];
}

function whyOf({kind}: ColumnProfile, named: boolean, answers: number): string {
  if (named) return "has a name such as outcomes have";
  if (answers > 0) return "holds answers on a scale";
  return kind === "two values" ? "has two values" : "is a scale or a number";
}

/** Whole numbers of many persons or households, by their name. */
function isUnitNumber(profile: ColumnProfile): boolean {
  const isCalled = isNamed(usual.place, profile) || isNamed(usual.member, profile);
  return profile.kind === "numbers" && isCalled && !isNamed(usual.measure, profile);
}

/** What is put to a name where it was measured before the treatment; a year, not to a number. */
const EARLY = "(?:(?<!\\d)\\d\\d|base(?:line)?|bl|before|prior|pre|lag(?:ged)?)";

/** Whether the column `early` is called as `late` is, with a word or a year for "before": "sc97" and "sc". */
function isBaseline(early: string, late: string): boolean {
  if (early.length <= late.length || late.length < 2) return false;
  const stem = late.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  return new RegExp(`^(?:${stem}[_.]?${EARLY}|${EARLY}[_.]?${stem})$`, "i").test(early);
}

/** A number that stands for a time at the end of a name: a year, or a wave after its letter. */
const WAVE = /^(.*?)(?:_?((?:19|20)\d\d)|(?:_w|_t|wave|_?post)_?(\d))$/i;

/** Whether nothing of the name was also asked later: effects are of what came last. */
function isLastWave(name: string, all: readonly ColumnProfile[]): boolean {
  const at = waveOf(name);
  return all.every((other) => {
    const later = waveOf(other.name);
    return later.stem !== at.stem || later.wave <= at.wave;
  });
}

function waveOf(name: string): {readonly stem: string; readonly wave: number} {
  const found = WAVE.exec(name);
  return found ? {stem: found[1], wave: Number(found.slice(2).join(""))} : {stem: name, wave: -1};
}
