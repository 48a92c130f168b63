// A model's groups changed: modifiers left out or binned, in its text and in its cells.
import {error, type Column, type Columns, type SummedRows} from "../engine/index.js";
import type {LiveCard, LiveChoice, ModifierCard} from "./live-card.js";

/** The parts of a model that its groups decide. */
export interface Regrouped {
  readonly formula: string;
  readonly by: readonly string[];
  readonly columns: Columns;
}

/** The name of a modifier's binned column. */
export function binnedName(name: string): string {
  return `${name}_bins`;
}

/** The bin of the level at `i` among `levels`, of `bins` as even ones as can be. */
export function binOf(i: number, levels: number, bins: number): number {
  return Math.floor((i * bins) / levels);
}

/**
 * The formula, modifiers and columns for other groups. A modifier that makes no groups any more stays
 * in the outcome equation as a control wherever the formula has none for it. A bin is named by the
 * value of its first level.
 * Raises an InputError when no modifier is left.
 */
export function regroup(card: LiveCard, {columns}: SummedRows, choice: LiveChoice): Regrouped {
  const {groups, spec, words} = card;
  if (choice.groups.length === 0) error("missing modifier: no group is left; keep one at least");
  const binned = choice.groups.filter((name) => Object.hasOwn(choice.bins, name));
  const nameOf = (name: string): string => (binned.includes(name) ? binnedName(name) : name);
  const dropped = groups.modifiers.filter((name) => !choice.groups.includes(name));
  if (!binned.length && !dropped.length) return {formula: spec.formula, by: spec.by, columns};
  const added: Record<string, Column> = Object.fromEntries(
    binned.map((name) => [
      binnedName(name),
      binnedColumn(columns[name], wordsOf(words, name), choice.bins[name])
    ])
  );
  const all = {...columns, ...added};
  const kept = choice.groups.map(nameOf);
  if (groups.kind === "joined") {
    const column =
      groups.column ?? error("missing column: no name for the groups; declare it in the study");
    return {
      formula: spec.formula,
      by: spec.by.includes(column) ? spec.by : kept,
      columns: {...all, [column]: joined(card, all, kept)}
    };
  }
  const withControls = dropped.reduce(
    (text, name) => (standsAlone(text, name) ? text : `${text} + ${name}`),
    groups.kind === "crossed"
      ? crossed(spec.formula, groups.modifiers, kept)
      : separate(spec.formula, groups.modifiers, choice.groups, nameOf)
  );
  return {formula: withControls, by: kept, columns: all};
}

function wordsOf(words: readonly ModifierCard[], name: string): ModifierCard {
  return (
    words.find((one) => one.name === name) ?? error(`unknown modifier: ${name}; it has no words`)
  );
}

function binnedColumn(column: Column, {levels}: ModifierCard, bins: number): Column {
  const values = levels.map(([value]) => value);
  const first = values.map((_, i) =>
    values.find((__, k) => binOf(k, values.length, bins) === binOf(i, values.length, bins))
  );
  const names = Array.from(column as ArrayLike<number | string>, (value) => {
    const at = values.findIndex((one) => String(one) === String(value));
    return first[at] ?? value;
  });
  return names.every((name) => typeof name === "number")
    ? Float64Array.from(names)
    : names.map(String);
}

/** The kept values with "_" between, and one name for all untreated where the card has one. */
function joined({groups, spec}: LiveCard, columns: Columns, kept: readonly string[]): string[] {
  const treated = columns[spec.treatment];
  return Array.from({length: treated.length}, (_, i) =>
    groups.untreated !== undefined && treated[i] === 0
      ? groups.untreated
      : kept.map((name) => String(columns[name][i])).join("_")
  );
}

function crossed(formula: string, modifiers: readonly string[], kept: readonly string[]): string {
  const before = `| ${modifiers.join("*")})`;
  if (!formula.includes(before)) error(`invalid formula: ${formula}; it must group by ${before}`);
  return formula.replaceAll(before, `| ${kept.join("*")})`);
}

/** Keeps the terms of kept modifiers only. */
function separate(
  formula: string,
  modifiers: readonly string[],
  kept: readonly string[],
  nameOf: (name: string) => string
): string {
  return modifiers.reduce((text, name) => {
    const term = new RegExp(`\\s*\\+\\s*\\(([^()|]*)\\|\\s*${name}\\s*\\)`, "u");
    return text.replace(term, (_, inner: string) =>
      kept.includes(name) ? ` + (${inner.trim()} | ${nameOf(name)})` : ""
    );
  }, formula);
}

/** True when the outcome equation holds the column outside of group terms. */
function standsAlone(formula: string, name: string): boolean {
  const outside = formula.replaceAll(/\([^()]*\|[^()]*\)/gu, "");
  return new RegExp(`(?<![\\p{L}\\p{N}._])${name}(?![\\p{L}\\p{N}._])`, "u").test(outside);
}
