// Columns of units that rows belong to, such as villages, schools and persons; and which units share an arm.
import type {Column, Columns} from "../../engine/index.js";
import {isNamed, usual} from "./column-names.js";
import type {ColumnProfile} from "./column-profile.js";
import {levelsOf, type Levels} from "./levels.js";

/** A column of units, and how many there are. */
export interface UnitColumn {
  readonly profile: ColumnProfile;
  readonly count: number;
  /** Whether it is called what places and institutions are. */
  readonly isPlace: boolean;
}

/** Fewer units, or fewer of them in an arm, may be alike by chance or be the arms themselves. */
const [FEWEST_UNITS, FEWEST_IN_ARM] = [6, 2];

/** Rows beside the first of each unit: of fewer, all may fall into their unit's arm by chance. */
const [FEWEST_MORE, LEAST_SHARE_MORE] = [12, 1 / 3];

/** So much of what chance would leave within units may be left where "hardly any" differ: typing errors, a few who moved. */
const HARDLY = 0.05;

/** Numbers that name units have few gaps. */
const DENSE = 2;

const known = new WeakMap<Column, Levels>();

/** A column as numbers of its values; each is counted once. */
function coded(column: Column): Levels {
  const own = known.get(column) ?? levelsOf(column);
  known.set(column, own);
  return own;
}

/**
 * The columns of units with several rows each, by what they hold and are called: texts that are no scale, or whole
 * numbers that are called units or ids, or have hardly a gap. A measure (a distance, a size, a year) is none, though it
 * be constant within each village.
 */
export function unitColumns(profiles: readonly ColumnProfile[], columns: Columns): UnitColumn[] {
  return profiles.flatMap((profile) => {
    const {name, rows, missing} = profile;
    if (!mayNameUnits(profile, columns[name])) return [];
    const count = coded(columns[name]).texts.length;
    const more = rows - missing - count;
    if (count < FEWEST_UNITS || more < FEWEST_MORE) return [];
    if (more < LEAST_SHARE_MORE * (rows - missing)) return [];
    return [{profile, count, isPlace: isNamed(usual.place, profile)}];
  });
}

function mayNameUnits(profile: ColumnProfile, column: Column): boolean {
  const {kind, distinct, isText, isLabelled, min, max} = profile;
  if (kind === "empty" || kind === "constant" || kind === "dates") return false;
  if (distinct < FEWEST_UNITS) return false;
  if ([usual.measure, usual.weight].some((one) => isNamed(one, profile))) return false;
  if (isText) return kind !== "steps";
  if (!(column as Float64Array).every((value) => Number.isInteger(value) || Number.isNaN(value)))
    return false;
  const isCalled = [usual.place, usual.member, usual.id].some((one) => isNamed(one, profile));
  if (isCalled || (isLabelled && kind === "categories")) return true;
  return kind === "numbers" && max - min + 1 <= DENSE * coded(column).texts.length;
}

/**
 * The columns of units that seem to have been assigned as wholes, because the treatment hardly varies within them: what
 * are called places first, then the coarsest, for where villages share an arm, their households do too.
 */
export function assignedUnits(
  profiles: readonly ColumnProfile[],
  columns: Columns,
  treatment: string
): UnitColumn[] {
  const arms = coded(columns[treatment]);
  return unitColumns(profiles, columns)
    .filter(({profile}) => profile.name !== treatment)
    .filter(({profile}) => sharesArm(coded(columns[profile.name]), arms))
    .sort((a, b) => Number(b.isPlace) - Number(a.isPlace) || a.count - b.count);
}

/** Whether the arms vary within units by hardly more than nothing, where chance would have left a third or more. */
function sharesArm(units: Levels, arms: Levels): boolean {
  const [many, kinds] = [units.texts.length, arms.texts.length];
  if (kinds < 2 || many * kinds > 2e7) return false;
  const rows = new Float64Array(many * kinds);
  for (let i = 0; i < units.codes.length; ++i)
    if (units.codes[i] >= 0 && arms.codes[i] >= 0)
      rows[units.codes[i] * kinds + arms.codes[i]] += 1;
  const total = new Float64Array(kinds);
  const unitsIn = new Float64Array(kinds);
  let within = 0;
  let there = 0;
  for (let u = 0; u < many; ++u) {
    const own = rows.subarray(u * kinds, (u + 1) * kinds);
    const n = own.reduce((sum, one) => sum + one, 0);
    if (n === 0) continue;
    there += 1;
    within += n - own.reduce((sum, one) => sum + one * one, 0) / n;
    own.forEach((one, arm) => (total[arm] += one));
    unitsIn[own.indexOf(Math.max(...own))] += 1;
  }
  const n = total.reduce((sum, one) => sum + one, 0);
  const all = n - total.reduce((sum, one) => sum + one * one, 0) / n;
  const byChance = (all * (n - there)) / Math.max(1, n - 1);
  const isTold = unitsIn.every((one, arm) => total[arm] === 0 || one >= FEWEST_IN_ARM);
  return there >= FEWEST_UNITS && all > 0 && isTold && within <= HARDLY * byChance;
}

/**
 * The columns that have one value in all rows of each unit, of some of `units`: what places and households are like,
 * which is no answer of whoever is in a row.
 */
export function fixedWithin(
  units: readonly UnitColumn[],
  profiles: readonly ColumnProfile[],
  columns: Columns
): ReadonlySet<string> {
  const isFixed = (name: string): boolean =>
    units.some(
      ({profile}) =>
        profile.name !== name && hasOneEach(coded(columns[profile.name]).codes, columns[name])
    );
  return new Set(profiles.map(({name}) => name).filter(isFixed));
}

/** Ends at the first unit with two values, which of most columns is among the first. */
function hasOneEach(codes: Int32Array, column: Column): boolean {
  const first = new Map<number, unknown>();
  for (let i = 0; i < codes.length; ++i) {
    const value = column[i];
    if (codes[i] < 0 || value === null || Number.isNaN(value)) continue;
    if (!first.has(codes[i])) first.set(codes[i], value);
    else if (first.get(codes[i]) !== value) return false;
  }
  return true;
}
