// Which column may play which role, and why.
import {MOST, type ColumnProfile} from "./column-profile.js";
import {answersOf} from "./declare-column.js";

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
  readonly outcome: readonly Suggestion[];
  readonly modifiers: readonly Suggestion[];
  readonly weight: readonly Suggestion[];
  readonly cluster: readonly Suggestion[];
  readonly refused: readonly Suggestion[];
}

const usual = {
  treatment:
    /treat|\barm\b|condition|assign|experiment|intervention|exposed|letter|message|prim(?:e|ing)|fram(?:e|ing)|vignette/i,
  outcome:
    /outcome|support|oppose|score|\by\b|vote|turnout|attitude|trust|should|approv|agree|favou?r|prefer|willing|inten[dt]|satisf|zufried|adopt|uptake|vaccin|donat|endline|follow.?up|earn|wage|test|zustimm|haltung|meinung|vertrau|bewert|opini|apoyo|acuerdo|confian|soutien|satisfac|(?:^|_)y(?:\d|_|$)/i,
  modifier:
    /gender|sex\b|male|female|woman|party|vote|race|white|black|educ|college|region|urban|rural|class|income|wealth|\bage\b|\balter\b|ideolog|relig|interest|knowledge|benefit|employ|geschlecht|\bfrau|bildung|einkommen|partei|wohnort|sexo|\bedad\b|genero|ingres|partido|sexe\b|revenu|dipl[oô]me/i,
  weight: /weight|\bwt\b|\bpw\b/i,
  cluster: /cluster|school|village|district|county|psu|classroom|household|site\b/i,
  id: /(?:^|_|\b)(?:id|uuid|case|caseid|respondent|name|email)(?:$|_|\b)/i
} as const;

/** An arm with less than this share of rows is no arm of an experiment. */
const SMALLEST_ARM = 0.05;

/** More kinds are units to cluster by rather than characteristics. */
const MANY_KINDS = 12;

/** Suggestions for every role, from profiles alone. */
export function suggestRoles(profiles: readonly ColumnProfile[]): SuggestedRoles {
  const treatment = ranked(profiles, treatmentScore);
  const likely = treatment.at(0);
  const rest = profiles.filter(({name}) => name !== likely?.column);
  const outcome = ranked(rest, outcomeScore);
  const answer = outcome.at(0);
  const others = rest.filter(({name}) => name !== answer?.column);
  const named = (pattern: RegExp, why: string): Suggestion[] =>
    others.filter(({name}) => pattern.test(name)).map(({name}) => ({column: name, why}));
  return {
    treatment,
    outcome,
    modifiers: ranked(others, modifierScore),
    weight: named(usual.weight, "is called a weight; models here count rows alike"),
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
  if (kind === "names") return `has ${String(distinct)} different texts, nearly one per row`;
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

function isNamed(pattern: RegExp, {name, label}: ColumnProfile): boolean {
  return pattern.test(name.replaceAll("_", " ")) || pattern.test(name) || pattern.test(label);
}

function treatmentScore(profile: ColumnProfile): readonly [number, string] {
  const {kind, levels, rows, missing} = profile;
  const named = isNamed(usual.treatment, profile);
  if (kind !== "two values")
    return named && levels.length === 3
      ? [3, "is called a treatment and has three values"]
      : [0, ""];
  const share = Math.min(...levels.map(([, , n]) => n)) / Math.max(1, rows);
  if (share < SMALLEST_ARM) return [0, ""];
  const points = 1 + 3 * Number(named) + Number(missing === 0) + share;
  const reasons = [
    "has two values",
    named ? "is called a treatment" : "",
    missing === 0 ? "is never missing" : ""
  ].filter((reason) => reason !== "");
  return [points, reasons.join(", ")];
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
    ? "is called as outcomes are"
    : answers > 0
      ? "holds answers on a scale"
      : isPair
        ? "has two values"
        : "is a scale or a number";
  // Age and income are numbers too, but what people are like before they answer.
  const isCharacteristic = !named && isNamed(usual.modifier, profile);
  return [
    2 * Number(named) +
      Number(measured) +
      Number(answers > 0) +
      0.75 * Number(!named && isPair) -
      0.5 * Number(isCharacteristic),
    why
  ];
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
