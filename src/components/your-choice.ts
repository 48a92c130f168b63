// How a reader's choice changes when a column gets another role, or the treatment other arms.
import {agree, listText} from "./format.js";
import type {OpenedFile, Role, YourChoice} from "./your-types.js";

/** The role of a column; null where it has none. */
export function roleOf(choice: YourChoice, column: string): Role | null {
  if (choice.treatment === column) return "treatment";
  if (choice.outcomes.includes(column)) return "outcome";
  if (choice.modifiers.includes(column)) return "modifier";
  if (choice.controls.includes(column)) return "control";
  return choice.clusters.includes(column) ? "cluster" : null;
}

/**
 * The choice with a column in another role. There is one treatment: the one before loses its role, and so do outcomes
 * that were only proposed, when the reader names one.
 */
export function withRole(
  file: Pick<OpenedFile, "columns">,
  choice: YourChoice,
  column: string,
  role: Role | null
): YourChoice {
  const without = (list: readonly string[]): string[] => list.filter((name) => name !== column);
  const added = (list: readonly string[], own: Role): string[] =>
    role === own ? [...without(list), column] : without(list);
  const before = choice.treatment === column ? "" : choice.treatment;
  const treatment = role === "treatment" ? column : before;
  const isOutcome = role === "outcome";
  const outcomes = isOutcome && !choice.hasOwnOutcome ? [] : choice.outcomes;
  return {
    ...choice,
    treatment,
    arms: treatment === choice.treatment ? choice.arms : armsOf(file, treatment),
    outcomes: added(outcomes, "outcome"),
    hasOwnOutcome: choice.hasOwnOutcome || isOutcome || choice.outcomes.includes(column),
    modifiers: added(choice.modifiers, "modifier"),
    controls: added(choice.controls, "control"),
    clusters: added(choice.clusters, "cluster")
  };
}

/** What is to be said where a proposed outcome gave way to the reader's; empty where none did. */
export function gaveWayText(
  {columns}: Pick<OpenedFile, "columns">,
  before: YourChoice,
  {outcomes}: YourChoice
): string {
  const labels = (list: readonly string[]): string =>
    listText(list.map((name) => columns.find((one) => one.name === name)?.label ?? name));
  const gone = before.outcomes.filter((name) => !outcomes.includes(name));
  const come = outcomes.filter((name) => !before.outcomes.includes(name));
  if (gone.length === 0 || come.length === 0) return "";
  return `${labels(come)} is the outcome in place of ${labels(gone)}, which was only proposed; for a model of each, make ${labels(gone)} an outcome as well.`;
}

/** What is to be said where a formula gave columns a role; empty where none did. */
export function gaveRoleText(
  {columns}: Pick<OpenedFile, "columns">,
  before: YourChoice,
  after: YourChoice
): string {
  return (["control", "cluster"] as const)
    .flatMap((role) => {
      const came = columns.filter(
        ({name}) => roleOf(after, name) === role && roleOf(before, name) === null
      );
      if (came.length === 0) return [];
      const many = `${role}s`;
      return `${listText(came.map(({label}) => label))} ${agree(came.length, `is taken for a ${role}`, `are taken for ${many}`)}, since a formula has ${agree(came.length, "it", "them")}.`;
    })
    .join(" ");
}

/** The values of a treatment that are compared until the reader names others. */
function armsOf({columns}: Pick<OpenedFile, "columns">, treatment: string): readonly string[] {
  return columns.find(({name}) => name === treatment)?.arms ?? [];
}

/** The choice as far as a file has its columns; one that was kept by an older page may lack a role. */
export function fitting({columns}: Pick<OpenedFile, "columns">, choice: YourChoice): YourChoice {
  const known = new Set(columns.map(({name}) => name));
  const selected = (
    values: YourChoice["where"] = {}
  ): (readonly [string, readonly string[] | undefined])[] =>
    Object.entries(values).filter(([name]) => known.has(name));
  const words = (text = ""): string => text;
  const there = (list: readonly string[] = []): string[] => list.filter((name) => known.has(name));
  return {
    ...choice,
    treatment: known.has(choice.treatment) ? choice.treatment : "",
    outcomes: there(choice.outcomes),
    hasOwnOutcome: choice.hasOwnOutcome,
    row: words(choice.row),
    where: Object.fromEntries(selected(choice.where)),
    noAnswer: Object.fromEntries(selected(choice.noAnswer)),
    modifiers: there(choice.modifiers),
    controls: there(choice.controls),
    clusters: there(choice.clusters)
  };
}
