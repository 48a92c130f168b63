// Groups before any model: how many, how large, with both arms or not, and what coarser ones would be.
import {error} from "../../engine/error.js";
import type {Column} from "../../engine/index.js";
import {levelsOf, type Levels} from "./levels.js";

/** What there is to count. */
export interface AuditInput {
  /** 0 or 1 a row; NaN where missing. */
  readonly treatment: Float64Array;
  /** The levels of each modifier as the model will have them; null or NaN where missing. */
  readonly modifiers: Readonly<Record<string, Column | Levels>>;
  /** What warnings call the modifiers; their names where left out. */
  readonly labels?: Readonly<Partial<Record<string, string>>>;
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
export function auditGroups({treatment, modifiers, labels = {}}: AuditInput): Audit {
  const names = Object.keys(modifiers);
  if (names.length === 0) error("missing modifiers: there are no groups to audit; name a column");
  const coded = Object.entries(modifiers).map(
    ([name, column]) => [name, "codes" in column ? column : levelsOf(column)] as const
  );
  const input: CodedInput = {treatment, modifiers: Object.fromEntries(coded)};
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
  const called = (name: string): string => labels[name] ?? name;
  const levels = names.map((name) => [called(name), input.modifiers[name].texts.length] as const);
  const coarser = without.map((one) => ({...one, modifier: called(one.modifier)}));
  return {counts, warnings: warningsOf(counts, coarser, levels), without, groups};
}

/** What groups of the modifiers `modifiers` number, as {@link auditGroups} says. */
export function sizesOf(
  treatment: Float64Array,
  modifiers: Readonly<Record<string, Levels>>
): GroupCounts {
  return summary(countGroups({treatment, modifiers}, Object.keys(modifiers)));
}

interface CodedInput {
  readonly treatment: Float64Array;
  readonly modifiers: Readonly<Record<string, Levels>>;
}

function countGroups(
  {treatment, modifiers}: CodedInput,
  names: readonly string[]
): Audit["groups"] {
  const columns = names.map((name) => modifiers[name]);
  const keys = columns.reduce((product, {texts}) => product * texts.length, 1);
  const place = placer(keys);
  const found: {levels: string[]; n: number; treated: number}[] = [];
  for (let i = 0; i < treatment.length; ++i) {
    let key = Number.isNaN(treatment[i]) ? -1 : 0;
    for (const {codes, texts} of columns)
      key = key < 0 || codes[i] < 0 ? -1 : key * texts.length + codes[i];
    if (key < 0) continue;
    const at = place(key, found.length);
    if (at === found.length)
      found.push({levels: columns.map(({codes, texts}) => texts[codes[i]]), n: 0, treated: 0});
    found[at].n += 1;
    found[at].treated += treatment[i];
  }
  return found.sort((a, b) => b.n - a.n);
}

/** Gives a key its place, and a new key the next one: by a table where there are not too many. */
function placer(keys: number): (key: number, next: number) => number {
  if (keys > 4e6) {
    const known = new Map<number, number>();
    return (key, next) => {
      const at = known.get(key);
      if (at === undefined) known.set(key, next);
      return at ?? next;
    };
  }
  const table = new Int32Array(keys).fill(-1);
  return (key, next) => (table[key] < 0 ? (table[key] = next) : table[key]);
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
        remedy:
          "Bin a scale, or join kinds that belong together, and look at other cuts before you believe one."
      });
  return warnings;
}
