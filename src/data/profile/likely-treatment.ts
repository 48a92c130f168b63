// Which column tells the arms of an experiment apart.
import {isNamed, usual} from "./column-names.js";
import type {ColumnProfile} from "./column-profile.js";

/** An arm with less than this share of rows is no arm of an experiment. */
const SMALLEST_ARM = 0.05;

/** A column of more values has no arms. */
const MOST_ARMS = 8;

/** An assignment is known of nearly everybody; a column with more gaps needs its name to say that it is one. */
const MOST_MISSING = 0.2;

/** What an arm is called; "no" and "none" are also answers to questions, and birth control is no arm. */
const ARM =
  /^(?:(?:pure|active|passive|no treatment|groupe|grupo(?: de)?) )?[ck]ontr[oô]l|^t[eé]moin|placebo|^(?:un)?treated\b|^treatment$/i;

/** How much speaks for a column as the treatment, and what; nothing does at no points. */
export function treatmentScore(profile: ColumnProfile): readonly [points: number, why: string] {
  const {kind, levels, rows, missing} = profile;
  const [named, armed] = [isNamed(usual.treatment, profile), hasArm(profile)];
  const isPair = kind === "two values";
  const share = Math.min(...levels.map(([, , n]) => n)) / Math.max(1, rows);
  const may = isPair
    ? share >= SMALLEST_ARM
    : (named || armed) && levels.length > 2 && levels.length <= MOST_ARMS;
  if (!may) return [0, ""];
  const isOther = !named && (isAnswer(profile) || isNamed(usual.modifier, profile));
  const complete = Number(missing === 0);
  const points = Number(isPair) + 3 * Number(named) + 3 * Number(armed) + complete + share;
  const reasons = [
    isPair ? "has two values" : "",
    named ? "is called a treatment" : "",
    armed ? "names its arms" : "",
    isPair && missing === 0 ? "is never missing" : "",
    isPair ? "" : `has ${String(levels.length)} values`
  ].filter((reason) => reason !== "");
  return [isOther && !armed ? points / 10 : points, reasons.join(", ")];
}

/**
 * The columns among which nothing tells which is the treatment; none where one is called so, has an arm that is, or is
 * the only one of two values that is neither an answer nor what people are like. That one may itself be the answer
 * where the likeliest treatment `leavesNoOutcome`.
 */
export function doubtfulTreatments(
  profiles: readonly ColumnProfile[],
  leavesNoOutcome: boolean
): string[] {
  const possible = profiles.filter((profile) => treatmentScore(profile)[0] > 0);
  if (possible.some((profile) => isNamed(usual.treatment, profile) || hasArm(profile))) return [];
  const plain = possible.filter(
    (profile) =>
      !isAnswer(profile) &&
      !isNamed(usual.modifier, profile) &&
      profile.missing <= MOST_MISSING * profile.rows
  );
  if (plain.length === 1 && !leavesNoOutcome) return [];
  return (plain.length > 1 ? plain : possible).map(({name}) => name);
}

function hasArm({levels}: ColumnProfile): boolean {
  return levels.some(([value, label]) => ARM.test(String(value)) || ARM.test(label));
}

function isAnswer(profile: ColumnProfile): boolean {
  return isNamed(usual.outcome, profile);
}
