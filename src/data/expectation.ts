// What a recoding step should leave of the declared file, so that other data cannot pass for it.
import type {ColumnTable} from "arquero";
import {cells, isMissing, type Value} from "./table.js";

/** How rows should fall into groups. */
export interface GroupExpectation {
  /** The columns whose combinations make the groups. */
  readonly by: readonly string[];
  /** The rows to look at; all when left out. */
  readonly where?: Readonly<Record<string, Value>>;
  /** Says that rows without a value of `by` belong to no group; else what they lack is one more value. */
  readonly named?: true;
  /** The number of groups, and the smallest and largest number of rows in one. */
  readonly groups: number;
  readonly sizes: readonly [smallest: number, largest: number];
  /** The number of groups of one row. */
  readonly singletons?: number;
  /** A column of arms, and the number of groups without rows in one of them. */
  readonly lacking?: {readonly arm: string; readonly groups: number};
}

/** What should be left after a step. */
export interface Expectation {
  readonly rows?: number;
  /** Rows by column and value. */
  readonly counts?: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly groups?: readonly GroupExpectation[];
}

interface Group {
  rows: number;
  arms: Set<unknown>;
}

/** Every way in which `table` differs from `expected`, each as a phrase; empty when it agrees. */
export function unmet(table: ColumnTable, expected: Expectation): readonly string[] {
  const phrases: string[] = [];
  const compare = (what: string, found: number, wanted: number | undefined) => {
    if (wanted !== undefined && found !== wanted) {
      phrases.push(`${what} ${found} where ${wanted} are expected`);
    }
  };
  compare("rows", table.numRows(), expected.rows);
  for (const [column, counts] of Object.entries(expected.counts ?? {})) {
    const found = groupsOf(table, {by: [column]});
    for (const [value, wanted] of Object.entries(counts)) {
      compare(`rows with ${column} = ${value}`, found.get(value)?.rows ?? 0, wanted);
    }
  }
  for (const wanted of expected.groups ?? []) {
    const found = [...groupsOf(table, wanted).values()];
    const sizes = found.map((group) => group.rows);
    const of = `of ${wanted.by.join(" x ")}`;
    compare(`groups ${of}`, found.length, wanted.groups);
    compare(`smallest group ${of}`, Math.min(...sizes), wanted.sizes[0]);
    compare(`largest group ${of}`, Math.max(...sizes), wanted.sizes[1]);
    const singletons = sizes.filter((size) => size === 1).length;
    compare(`groups of one row ${of}`, singletons, wanted.singletons);
    if (wanted.lacking)
      compare(`groups lacking an arm ${of}`, lacking(found), wanted.lacking.groups);
  }
  return phrases;
}

function lacking(groups: readonly Group[]): number {
  const arms = new Set(groups.flatMap((group) => [...group.arms]));
  return groups.filter((group) => group.arms.size < arms.size).length;
}

function groupsOf(
  table: ColumnTable,
  {
    by,
    where = {},
    named,
    lacking: lack
  }: Pick<GroupExpectation, "by" | "where" | "named" | "lacking">
): ReadonlyMap<string, Group> {
  const keys = by.map((name) => cells(table, name));
  const filters = Object.entries(where).map(([name, value]) => ({
    values: cells(table, name),
    value
  }));
  const arm = lack && cells(table, lack.arm);
  const groups = new Map<string, Group>();
  for (let i = 0; i < table.numRows(); i++) {
    if (filters.some(({values, value}) => values[i] !== value)) continue;
    if (named && keys.some((values) => isMissing(values[i]))) continue;
    const key = keys.map((values) => String(values[i])).join("_");
    let group = groups.get(key);
    if (!group) groups.set(key, (group = {rows: 0, arms: new Set()}));
    group.rows += 1;
    if (arm) group.arms.add(arm[i]);
  }
  return groups;
}
