// Which groups a reader wants to see, in which order and panels; kept in the page's address.
import {readAddress, readAll, writeAddress} from "./address.js";
import type {Choice} from "./choices.js";
import {searchGroups, type Found} from "./search-groups.js";
import type {EffectRow, Modifier} from "./types.js";

/** What the reader chose. */
export interface GroupFilter {
  /** Typed words. */
  readonly find: string;
  /** A key of `sortRows`. */
  readonly order: string;
  /** The modifier whose levels are panels; empty for none. */
  readonly facet: string;
  /** The levels kept, by modifier; a modifier without an entry keeps all. */
  readonly keep: Readonly<Record<string, readonly string[]>>;
}

/** The orders to choose from. */
export const orders: readonly Choice[] = [
  {value: "effect", label: "effect"},
  {value: "n", label: "group size"},
  {value: "label", label: "name"},
  {value: "width", label: "width of the interval"},
  {value: "pooling", label: "how much is borrowed"}
];

/** Nothing filtered. */
export const everything: GroupFilter = {find: "", order: "effect", facet: "", keep: {}};

const longest = 200;

/**
 * The filter that the address asks for, and a sentence for everything there that is not known here
 * and is therefore left out. `start` says what holds where the address says nothing.
 */
export function readFilter(
  modifiers: readonly Modifier[],
  start: GroupFilter = everything
): {filter: GroupFilter; problems: string[]} {
  const problems: string[] = [];
  const asked = readAddress();
  const choose = (name: "order" | "facet", known: readonly string[]): string => {
    const value = asked[name];
    if (value === undefined || known.includes(value)) return value ?? start[name];
    problems.push(leftOut(name === "order" ? "the order" : "panels by", value));
    return start[name];
  };
  const names = modifiers.map(({name}) => name);
  const order = choose(
    "order",
    orders.map(({value}) => value)
  );
  const facet = choose("facet", ["", ...names]);
  const keep: Record<string, string[]> = {};
  for (const wish of readAll("keep")) {
    const [name = "", ...rest] = wish.split(":");
    const modifier = modifiers.find((one) => one.name === name);
    const level = rest.join(":");
    if (modifier?.levels.includes(level)) (keep[name] ??= []).push(level);
    else problems.push(leftOut("the level", wish));
  }
  const find = (asked.find ?? start.find).slice(0, longest);
  return {filter: {find, order, facet, keep}, problems};
}

/** Writes the filter into the address; what is as it was at the start stays out. */
export function writeFilter(filter: GroupFilter, start: GroupFilter = everything): void {
  const unless = (name: "find" | "order" | "facet"): string | null =>
    filter[name] === start[name] ? null : filter[name];
  writeAddress({
    find: unless("find"),
    order: unless("order"),
    facet: unless("facet"),
    keep: Object.entries(filter.keep).flatMap(([name, levels]) =>
      levels.map((level) => `${name}:${level}`)
    )
  });
}

/** The groups that words and levels leave. */
export function filterRows(
  rows: readonly EffectRow[],
  {find, keep}: GroupFilter,
  modifiers: readonly Modifier[]
): Found {
  const found = searchGroups(rows, find, modifiers);
  const kept = Object.entries(keep).filter(([, levels]) => levels.length > 0);
  return {
    ...found,
    rows: found.rows.filter((row) =>
      kept.every(([name, levels]) => levels.includes(row.levels[name] ?? ""))
    )
  };
}

function leftOut(what: string, value: string): string {
  const shown = value.length > 40 ? `${value.slice(0, 40)}\u2026` : value;
  return `The address asks for ${what} \u201c${shown}\u201d, which is not known here; it is left out.`;
}
