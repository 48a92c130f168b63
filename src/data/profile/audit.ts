// Groups before any model: how many, how large, with both arms or not, and what coarser ones would be.
import {error} from "../../engine/error.js";
import type {Column} from "../../engine/index.js";

/** What there is to count. */
export interface AuditInput {
  /** 0 or 1 a row; NaN where missing. */
  readonly treatment: Float64Array;
  /** The levels of each modifier as the model will have them; null or NaN where missing. */
  readonly modifiers: Readonly<Record<string, Column>>;
}

/** Groups in numbers. */
export interface GroupCounts {
  readonly rows: number;
  readonly groups: number;
  readonly smallest: number;
  readonly median: number;
  readonly largest: number;
  /** Groups of fewer than {@link FEW} rows. */
  readonly small: number;
  /** Groups without a treated row, or without an untreated one. */
  readonly lacking: number;
}

/** A warning of the method's list, with what to do. */
export interface AuditWarning {
  readonly code: "W1" | "W2" | "W3" | "W4" | "W6";
  readonly message: string;
  readonly remedy: string;
}

/** The audit of one choice of modifiers. */
export interface Audit {
  readonly counts: GroupCounts;
  readonly warnings: readonly AuditWarning[];
  /** What leaving one modifier out would make of the groups. */
  readonly without: readonly {readonly modifier: string; readonly counts: GroupCounts}[];
  /** Largest first: keys, rows and treated rows. */
  readonly groups: readonly {
    readonly levels: readonly string[];
    readonly n: number;
    readonly treated: number;
  }[];
}

/** A group of fewer rows says hardly anything by itself. */
export const FEW = 5;

/** From here on group means are known well enough. */
const ENOUGH = 20;

/** More levels than these make single groups of numbers. */
const MANY_LEVELS = 10;

/** Fewer groups leave the sd between them to its prior. */
const FEW_GROUPS = 6;

/** Counts groups and says what is wrong with them. Raises an InputError without modifiers. */
export function auditGroups(input: AuditInput): Audit {
  const names = Object.keys(input.modifiers);
  if (names.length === 0) error("missing modifiers: there are no groups to audit; name a column");
  const groups = countGroups(input, names);
  const counts = summary(groups);
  const without =
    names.length === 1
      ? []
      : names.map((modifier) => ({
          modifier,
          counts: summary(
            countGroups(
              input,
              names.filter((name) => name !== modifier)
            )
          )
        }));
  const levels = names.map((name) => [name, levelsIn(input.modifiers[name])] as const);
  return {counts, warnings: warningsOf(counts, without, levels), without, groups};
}

function countGroups(
  {treatment, modifiers}: AuditInput,
  names: readonly string[]
): Audit["groups"] {
  const columns = names.map((name) => modifiers[name]);
  const found = new Map<string, {levels: string[]; n: number; treated: number}>();
  for (let i = 0; i < treatment.length; ++i) {
    const values = columns.map((column) => column[i]);
    if (Number.isNaN(treatment[i]) || values.some((x) => x === null || Number.isNaN(x))) continue;
    const levels = values.map(String);
    const key = levels.join("\u0000");
    let group = found.get(key);
    if (!group) found.set(key, (group = {levels, n: 0, treated: 0}));
    group.n += 1;
    group.treated += treatment[i];
  }
  return [...found.values()].sort((a, b) => b.n - a.n);
}

function summary(groups: Audit["groups"]): GroupCounts {
  const sizes = groups.map(({n}) => n);
  return {
    rows: sizes.reduce((sum, n) => sum + n, 0),
    groups: sizes.length,
    smallest: sizes.at(-1) ?? 0,
    median: sizes[Math.floor(sizes.length / 2)] ?? 0,
    largest: sizes[0] ?? 0,
    small: sizes.filter((n) => n < FEW).length,
    lacking: groups.filter(({n, treated}) => treated === 0 || treated === n).length
  };
}

function levelsIn(column: Column): number {
  return new Set(
    Array.from(column as ArrayLike<unknown>).filter((x) => x !== null && !Number.isNaN(x))
  ).size;
}

function warningsOf(
  counts: GroupCounts,
  without: Audit["without"],
  levels: readonly (readonly [name: string, levels: number])[]
): AuditWarning[] {
  const {rows, groups, median, small, lacking} = counts;
  const best = without.toSorted((a, b) => b.counts.median - a.counts.median).at(0);
  const coarser = best
    ? `without ${best.modifier} there are ${String(best.counts.groups)} groups of ${String(best.counts.median)} rows in the middle`
    : "bin or merge levels";
  const warnings: AuditWarning[] = [];
  if (median < ENOUGH || small > groups / 4 || groups > rows / 10)
    warnings.push({
      code: "W1",
      message: `${String(groups)} groups share ${String(rows)} rows: the one in the middle has ${String(median)}, and ${String(small)} have fewer than ${String(FEW)}.`,
      remedy: `Use fewer or coarser modifiers: ${coarser}.`
    });
  if (lacking > 0)
    warnings.push({
      code: "W2",
      message: `${String(lacking)} of ${String(groups)} groups lack an arm.`,
      remedy:
        "Their effects come from the other groups and the prior alone; merge levels, or say so."
    });
  const [only] = levels;
  if (levels.length === 1)
    warnings.push({
      code: "W3",
      message: `One modifier, ${only[0]}, with ${String(only[1])} levels gives little to pool.`,
      remedy: "Look at the plain interaction beside it; the ladder shows both."
    });
  if (groups < FEW_GROUPS)
    warnings.push({
      code: "W4",
      message: `With ${String(groups)} groups the spread between them follows its prior.`,
      remedy: "Compare priors in the live panel before you quote it."
    });
  for (const [name, count] of levels)
    if (count > MANY_LEVELS)
      warnings.push({
        code: "W6",
        message: `${name} has ${String(count)} levels, which make groups of hardly anybody.`,
        remedy: "Bin it, and look at other cutpoints before you believe one."
      });
  return warnings;
}
