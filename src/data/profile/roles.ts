// Which column may play which role, and why.
import type {Columns} from "../../engine/index.js";
import {isNamed, usual} from "./column-names.js";
import type {ColumnProfile} from "./column-profile.js";
import {outcomeScore} from "./likely-outcome.js";
import {doubtfulTreatments, treatmentScore} from "./likely-treatment.js";
import {missingShare} from "./missing-share.js";
import {refusal} from "./refusal.js";
import {assignedUnits, fixedWithin, unitColumns, type UnitColumn} from "./units.js";

/** What columns are taken for. */
export interface Roles {
  readonly treatment: string;
  readonly outcomes: readonly string[];
  readonly modifiers: readonly string[];
  readonly controls: readonly string[];
  /** Units whose rows are alike, such as villages. */
  readonly clusters?: readonly string[];
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
  /** The column of units that were assigned as wholes, as far as the file tells: to be a cluster; none where there is none. */
  readonly clusters: readonly string[];
  readonly refused: readonly Suggestion[];
}

/** More kinds are units to cluster by rather than characteristics. */
const MANY_KINDS = 12;

/** Why a column is to be a cluster, and why it may be one. */
const TOGETHER = "has one arm in nearly every unit";
const UNITS = "looks like units that rows belong to";

/**
 * Suggestions for every role, from profiles and the columns themselves, which tell what varies within villages and
 * persons; beside the treatment that was `chosen`, if one was.
 */
export function suggestRoles(
  profiles: readonly ColumnProfile[],
  columns: Columns,
  chosen?: string
): SuggestedRoles {
  const treatment = ranked(profiles, treatmentScore);
  const units = unitColumns(profiles, columns).filter(
    ({profile, isPlace}) => isPlace || isMember(profile)
  );
  const answersBeside = (
    column: string | undefined,
    alike: readonly UnitColumn[]
  ): Suggestion[] => {
    const all = profiles.filter(({name}) => name !== column);
    const fixed = fixedWithin([...units, ...alike], all, columns);
    return ranked(all, (profile) => outcomeScore(profile, {all, fixed}));
  };
  const likely = treatment.at(0)?.column;
  const doubtful = doubtfulTreatments(profiles, answersBeside(likely, []).length === 0);
  const assigned = chosen ?? (doubtful.length === 0 ? likely : undefined);
  const isThere = assigned !== undefined && Object.hasOwn(columns, assigned);
  const together = isThere ? assignedUnits(profiles, columns, assigned) : [];
  const outcome = answersBeside(assigned, together);
  const answer = outcome.at(0);
  const others = profiles.filter(({name}) => name !== assigned && name !== answer?.column);
  const named = (pattern: RegExp, why: string): Suggestion[] =>
    others.filter(({name}) => pattern.test(name)).map(({name}) => ({column: name, why}));
  return {
    treatment,
    doubtful,
    outcome,
    modifiers: ranked(others, (profile) =>
      modifierScore(profile, missingShare(profile.name, columns, assigned))
    ),
    weight: named(
      usual.weight,
      "is called a weight; models here count rows alike, so that effects are those of these rows"
    ),
    cluster: [
      ...units.map(({profile: {name}}) => ({column: name, why: UNITS})),
      ...together.map(({profile: {name}}) => ({column: name, why: TOGETHER}))
    ],
    clusters: together.slice(0, 1).map(({profile}) => profile.name),
    refused: profiles.flatMap((profile) => {
      const why = refusal(profile);
      return why === null ? [] : [{column: profile.name, why}];
    })
  };
}

const isMember = (profile: ColumnProfile): boolean =>
  isNamed(usual.member, profile) || isNamed(usual.id, profile);

type Score = (profile: ColumnProfile) => readonly [score: number, why: string];

function ranked(profiles: readonly ColumnProfile[], score: Score): Suggestion[] {
  return profiles
    .map((profile) => ({column: profile.name, found: score(profile)}))
    .filter(({found: [points]}) => points > 0)
    .sort((a, b) => b.found[0] - a.found[0])
    .map(({column, found: [, why]}) => ({column, why}));
}

function modifierScore(profile: ColumnProfile, missing: number): readonly [number, string] {
  const {kind, distinct} = profile;
  if (refusal(profile) !== null || isNamed(usual.weight, profile)) return [0, ""];
  const named = isNamed(usual.modifier, profile);
  const isKind = kind === "two values" || kind === "categories" || kind === "steps";
  // "School has a car" tells two kinds of rows apart, and no schools.
  const isUnit = distinct > 2 && isNamed(usual.place, profile);
  const few = isKind && distinct <= MANY_KINDS && !isUnit;
  if (!few && !named) return [0, ""];
  const why = few ? `has ${String(distinct)} levels` : "is a number, to be binned";
  return [2 * Number(named) + Number(few) + (1 - missing) - distinct / 100, why];
}
