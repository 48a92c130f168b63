// Which column may play which role, and why.
import {isNamed, usual} from "./column-names.js";
import {MOST, type ColumnProfile} from "./column-profile.js";
import {answersOf} from "./declare-column.js";
import {doubtfulTreatments, treatmentScore} from "./likely-treatment.js";

/** What columns are taken for. */
export interface Roles {
  readonly treatment: string;
  readonly outcomes: readonly string[];
  readonly modifiers: readonly string[];
  readonly controls: readonly string[];
}

/** A column for a role, with the reason in a sentence. */
export interface Suggestion {
  readonly column: string;
  readonly why: string;
}

/** Suggestions by role, the best first; `refused` says what no column of the kind can be. */
export interface SuggestedRoles {
  readonly treatment: readonly Suggestion[];
  /** Columns that may each be the treatment where nothing in the file says which; else none. */
  readonly doubtful: readonly string[];
  readonly outcome: readonly Suggestion[];
  readonly modifiers: readonly Suggestion[];
  readonly weight: readonly Suggestion[];
  readonly cluster: readonly Suggestion[];
  readonly refused: readonly Suggestion[];
}

/** More kinds are units to cluster by rather than characteristics. */
const MANY_KINDS = 12;

/** Suggestions for every role from profiles alone, or beside the treatment that was `chosen`. */
export function suggestRoles(profiles: readonly ColumnProfile[], chosen?: string): SuggestedRoles {
  const treatment = ranked(profiles, treatmentScore);
  const answersBeside = (column: string | undefined): Suggestion[] => {
    const rest = profiles.filter(({name}) => name !== column);
    return ranked(rest, (profile) => beforeLastWave(profile, rest, outcomeScore(profile)));
  };
  const likely = treatment.at(0)?.column;
  const doubtful = doubtfulTreatments(profiles, answersBeside(likely).length === 0);
  const assigned = chosen ?? (doubtful.length === 0 ? likely : undefined);
  const outcome = answersBeside(assigned);
  const answer = outcome.at(0);
  const others = profiles.filter(({name}) => name !== assigned && name !== answer?.column);
  const named = (pattern: RegExp, why: string): Suggestion[] =>
    others.filter(({name}) => pattern.test(name)).map(({name}) => ({column: name, why}));
  return {
    treatment,
    doubtful,
    outcome,
    modifiers: ranked(others, modifierScore),
    weight: named(
      usual.weight,
      "is called a weight; models here count rows alike, so that effects are those of these rows"
    ),
    cluster: named(usual.cluster, "looks like units that rows belong to"),
    refused: profiles.flatMap((profile) => {
      const why = refusal(profile);
      return why === null ? [] : [{column: profile.name, why}];
    })
  };
}

/** Why a column can be no modifier, as the end of a sentence; null where it can. */
export function refusal(profile: ColumnProfile): string | null {
  const {name, kind, distinct, rows, missing} = profile;
  if (kind === "empty") return "has no value at all";
  if (kind === "constant") return "has the same value in every row";
  if (kind === "dates") return "holds dates; make a column of years or periods";
  const present = rows - missing;
  if (usual.id.test(name) && distinct >= Math.min(present / 2, MOST))
    return "tells single rows apart, as an id does";
  if (isCount(profile)) return "numbers the rows one by one";
  if (kind === "names") {
    const many = `has ${String(distinct)}${distinct >= MOST ? " or more" : ""} different texts`;
    const isOneARow = distinct >= Math.min(present / 2, MOST);
    return `${many}, ${isOneARow ? "nearly one per row" : "too many to be told apart"}`;
  }
  return null;
}

/** Whether the values are as many whole numbers in a row as there are rows. */
function isCount({kind, distinct, rows, missing, min, max}: ColumnProfile): boolean {
  const present = rows - missing;
  const apart = distinct >= Math.min(present, MOST);
  return kind === "numbers" && apart && Number.isInteger(min) && max - min + 1 === present;
}

type Score = (profile: ColumnProfile) => readonly [score: number, why: string];

function ranked(profiles: readonly ColumnProfile[], score: Score): Suggestion[] {
  return profiles
    .map((profile) => ({column: profile.name, found: score(profile)}))
    .filter(({found: [points]}) => points > 0)
    .sort((a, b) => b.found[0] - a.found[0])
    .map(({column, found: [, why]}) => ({column, why}));
}

function outcomeScore(profile: ColumnProfile): readonly [number, string] {
  const {kind, isText} = profile;
  const answers = isText && kind !== "two values" ? answersOf(profile).length : 0;
  if (isText && answers === 0) return [0, ""];
  if (refusal(profile) !== null || isNamed(usual.weight, profile)) return [0, ""];
  const named = isNamed(usual.outcome, profile);
  // Numbers of villages are no scale.
  if (!named && isNamed(usual.cluster, profile)) return [0, ""];
  const measured = answers > 0 || kind === "steps" || kind === "numbers";
  const isPair = kind === "two values";
  if (!named && !measured && !isPair) return [0, ""];
  const why = named
    ? "has a name such as outcomes have"
    : answers > 0
      ? "holds answers on a scale"
      : isPair
        ? "has two values"
        : "is a scale or a number";
  const points =
    2 * Number(named) + Number(measured) + Number(answers > 0) + 0.75 * Number(!named && isPair);
  // Age and income are numbers too, but what people are like before they answer.
  const isEarlier = isNamed(usual.before, profile) || (!named && isNamed(usual.modifier, profile));
  return [isEarlier ? points / 10 : points, why];
}

/** A number that stands for a time at the end of a name: a year, or a wave after its letter. */
const WAVE = /^(.*?)(?:_?((?:19|20)\d\d)|(?:_w|_t|wave|_?post)_?(\d))$/i;

/** A little less for what was also asked later: effects are of what came last. */
function beforeLastWave(
  {name}: ColumnProfile,
  all: readonly ColumnProfile[],
  [points, why]: ReturnType<Score>
): ReturnType<Score> {
  const at = waveOf(name);
  const isLast = all.every((other) => {
    const later = waveOf(other.name);
    return later.stem !== at.stem || later.wave <= at.wave;
  });
  return [isLast ? points : points * 0.9, why];
}

function waveOf(name: string): {readonly stem: string; readonly wave: number} {
  const found = WAVE.exec(name);
  return found ? {stem: found[1], wave: Number(found.slice(2).join(""))} : {stem: name, wave: -1};
}

function modifierScore(profile: ColumnProfile): readonly [number, string] {
  const {kind, rows, missing, distinct} = profile;
  if (refusal(profile) !== null || isNamed(usual.weight, profile)) return [0, ""];
  const named = isNamed(usual.modifier, profile);
  const isKind = kind === "two values" || kind === "categories" || kind === "steps";
  // "Household has a car" tells two kinds of rows apart, and no households.
  const isUnit = distinct > 2 && isNamed(usual.cluster, profile);
  const few = isKind && distinct <= MANY_KINDS && !isUnit;
  if (!few && !named) return [0, ""];
  const complete = 1 - missing / Math.max(1, rows);
  const why = few ? `has ${String(distinct)} levels` : "is a number, to be binned";
  return [2 * Number(named) + Number(few) + complete - distinct / 100, why];
}
