// A study's declaration on another file: what is counted is counted anew, and what its author wrote stays.
import {error} from "../../engine/error.js";
import type {Columns} from "../../engine/index.js";
import type {Declaration, DeclaredCluster, DeclaredSource} from "../define/declaration.js";
import {selectionOf} from "../define/selection.js";
import {leftOutText} from "../profile/left-out.js";
import {keepRows} from "../profile/keep-rows.js";
import {emptied} from "../profile/no-answer.js";
import {
  columnOf,
  recountColumn,
  recountLevels,
  recountUnits,
  rowsByValue,
  rowsText,
  type Counted,
  type Role
} from "./recount.js";

/** The new file: all of its columns, and how it is known. */
export interface NewData {
  readonly columns: Columns;
  readonly source: Pick<DeclaredSource, "file" | "bytes" | "sha256" | "ragged">;
  /** The study's file, for sentences. */
  readonly home: string;
}

/** The declaration brought up to date, and what is good to know of it, a sentence each. */
export interface Renewed {
  readonly declaration: Declaration;
  readonly notes: readonly string[];
  /** Which rows of the file are left out, and why; empty where none is. */
  readonly left: string;
}

/**
 * Raises an InputError that names column and value where the declaration does not hold of the file: a column that is
 * gone, a value without a level, a level without rows, numbers that have become texts.
 */
export function renewed(declaration: Declaration, {columns: all, source, home}: NewData): Renewed {
  const {outcomes, modifiers, controls, clusters, unclustered} = declaration;
  const {where = {}, noAnswer = {}} = declaration;
  const {whereWords, ...plain} = declaration;
  for (const name of Object.keys(where))
    columnOf(name, "selection", {columns: all, file: source.file, home});
  // A code that nobody has any more stays declared: the next file may have it again.
  const answered = mapped(all, (name, column) =>
    Object.hasOwn(noAnswer, name) ? emptied(column, noAnswer[name]) : column
  );
  const {columns, without} = keepRows(
    answered,
    mapped(where, (_, values) => values.map(String))
  );
  const data: Counted = {columns, file: source.file, home};
  const recounted = (role: Role, own: Declaration["outcomes"]): Declaration["outcomes"] =>
    mapped(own, (name, column) => recountColumn(name, column, role, data));
  const units = (own: Readonly<Record<string, DeclaredCluster>>): typeof own =>
    mapped(own, (name, one) => recountUnits(name, one, data));
  const selection = selectionOf(where, without, (name) => whereWords?.[name]?.label ?? name);
  const next: Declaration = {
    ...(selection.whereWords ? declaration : plain),
    ...selection,
    source: {...declaration.source, ...source},
    rows: Object.values(columns)[0].length,
    treatment: recountArms(declaration.treatment, data),
    outcomes: recounted("outcome", outcomes),
    modifiers: recounted("modifier", modifiers),
    ...(controls && {controls: recounted("control", controls)}),
    ...(clusters && {clusters: units(clusters)}),
    ...(unclustered && {unclustered: units(unclustered)})
  };
  return {
    declaration: next,
    left: leftOutText(next, columns, Object.values(all)[0].length),
    notes: [...leftOut(next, data), ...unanswered(next), ...elsewhere(declaration.source, source)]
  };
}

function recountArms(treatment: Declaration["treatment"], data: Counted): Declaration["treatment"] {
  const {column: name, from = name} = treatment;
  const column = columnOf(from, "treatment", data);
  const [control, treated] = recountLevels(column, [treatment.control, treatment.treated]);
  const empty = [control, treated].find(([, , rows]) => rows === 0);
  if (empty)
    error(
      `missing rows: no row of ${data.file} has “${String(empty[0])}” of ${from}, the treatment, any more; name the arms by the values that the file has, ${[...rowsByValue(column).keys()].slice(0, 6).join(", ")}, in ${data.home}, and start again`
    );
  return {...treatment, control, treated};
}

/** Values of the treatment and of answers in words that no level names: their rows are left out. */
function leftOut({treatment, outcomes}: Declaration, {columns}: Counted): string[] {
  const {column, from = column, control, treated} = treatment;
  const named = [
    [from, [control, treated]] as const,
    ...Object.entries(outcomes).map(([name, one]) => [one.from ?? name, one.levels ?? []] as const)
  ];
  return named.flatMap(([name, levels]) => {
    const known = new Set(levels.map(([value]) => String(value)));
    const others = levels.length === 0 ? [] : [...rowsByValue(columns[name])];
    const unknown = others.filter(([value]) => !known.has(value));
    const shown = unknown.slice(0, 6).map(([value, rows]) => `“${value}” (${rowsText(rows)})`);
    return unknown.length === 0
      ? []
      : [
          `left out, since no level of ${name} names them: ${shown.join(", ")}${unknown.length > shown.length ? ", …" : ""}`
        ];
  });
}

function unanswered({outcomes}: Declaration): string[] {
  return Object.entries(outcomes).flatMap(([name, {from = name, levels = []}]) =>
    levels
      .filter(([, , rows]) => rows === 0)
      .map(([, label]) => `no row has the answer “${label}” of ${from} any more; it stays declared`)
  );
}

function elsewhere({urls = [], sha256}: DeclaredSource, after: NewData["source"]): string[] {
  return urls.length === 0 || sha256 === after.sha256
    ? []
    : ["the declaration's urls stay; what is sent from there has to be this file now"];
}

function mapped<T, U>(
  entries: Readonly<Record<string, T>>,
  change: (name: string, value: T) => U
): Record<string, U> {
  return Object.fromEntries(
    Object.entries(entries).map(([name, value]) => [name, change(name, value)])
  );
}
