// From the file of a declared study to the rows of its models, in steps that a page can tell.
import type {Expectation, GroupExpectation} from "../expectation.js";
import type {Recode} from "../recode.js";
import {complete, derive, join, keep, select, type Derivation} from "../recode-steps.js";
import {isMissing, type Row} from "../table.js";
import type {Coded} from "./column-codes.js";
import type {Declaration, DeclaredColumn, Level} from "./declaration.js";
import {groupColumn} from "./models.js";
import {noAnswerStep} from "./no-answer.js";
import {selectionText} from "./selection.js";
import {inSentence, listed} from "./words.js";

type DeclaredColumns = Readonly<Record<string, DeclaredColumn>>;

/**
 * The steps: codes for no answer emptied, rows selected, columns checked against the declaration, two arms, codes,
 * complete rows, groups.
 */
export function declaredRecodes(
  declaration: Declaration,
  coded: Readonly<Record<string, Coded>>
): Recode[] {
  const {treatment, outcomes, modifiers, controls = {}, clusters = {}, rows} = declaration;
  const {column, from: raw = column, control, treated} = treatment;
  const declared: DeclaredColumns = {...outcomes, ...modifiers, ...controls};
  const fromFile = [raw, ...fileNames(declared), ...fileNames(clusters)];
  const used = [column, ...Object.keys(declared), ...Object.keys(clusters)];
  const names = Object.keys(modifiers);
  const group = groupColumn(declaration);
  return [
    ...noAnswerStep(declaration),
    ...selection(declaration),
    select(
      {
        name: "Columns",
        why: "What models and pages use, its rows by level as declared.",
        expect: {
          rows,
          counts: declaredCounts(declaration, declared),
          groups: clusterSizes(clusters)
        }
      },
      [...new Set(fromFile)]
    ),
    keep(
      {
        name: "Arms",
        why: `The two arms that are compared: ${control[1]}, and ${treated[1]}.`
      },
      [raw],
      (row) => [control[0], treated[0]].map(String).includes(String(row[raw]))
    ),
    derive(
      {name: "Codes", why: "Numbers and kinds as the formula takes them."},
      {
        [column]: armOf(raw, treated),
        ...mapped(declared, (name, one) =>
          Object.hasOwn(outcomes, name) ? numbersOf(name, one) : coded[name].derivation
        ),
        ...clusterNames(clusters)
      }
    ),
    complete(
      {
        name: "Complete cases",
        why: `Rows with a value of ${listed(Object.values({...declared, ...clusters}).map(({label}) => inSentence(declaration)(label)))}.`
      },
      used
    ),
    derive(
      {name: "Groups", why: "The effect may differ between rows unlike in any of the modifiers."},
      {[group]: join(...names)}
    ),
    select({name: "Rows", why: "What the models are fitted to."}, [...used, group])
  ];
}

function selection(declaration: Declaration): Recode[] {
  const {where = {}} = declaration;
  if (Object.keys(where).length === 0) return [];
  const sets = Object.entries(where).map(([name, own]) => [name, own.map(String)] as const);
  const isKept = (row: Row): boolean =>
    sets.every(([name, own]) => own.includes(String(row[name])));
  const why = `${selectionText(declaration)}.`;
  return [keep({name: "Selection", why}, Object.keys(where), isKept)];
}

function armOf(raw: string, [value]: Level): Derivation {
  return {inputs: [raw], value: (row) => Number(String(row[raw]) === String(value))};
}

/** Each entry's derivation, under its name. */
function mapped<T>(
  columns: Readonly<Record<string, T>>,
  derivation: (name: string, column: T) => Derivation
): Record<string, Derivation> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, derivation(name, column)])
  );
}

function fileNames(columns: Readonly<Record<string, {readonly from?: string}>>): string[] {
  return Object.entries(columns).map(([name, {from = name}]) => from);
}

function clusterSizes(clusters: NonNullable<Declaration["clusters"]>): GroupExpectation[] {
  return Object.entries(clusters).map(([name, {from = name, count, rows}]) => ({
    by: [from],
    named: true,
    groups: count,
    sizes: rows
  }));
}

/** Clusters' names or numbers as texts: their levels have no order. */
function clusterNames(clusters: NonNullable<Declaration["clusters"]>): Record<string, Derivation> {
  const nameOf = (from: string): Derivation => ({
    inputs: [from],
    value: (row) => (isMissing(row[from]) ? null : String(row[from]))
  });
  return mapped(clusters, (name, {from = name}) => nameOf(from));
}

/** An outcome's numbers; of two levels that are texts the second is 1, of more the first is. */
function numbersOf(name: string, {from = name, levels}: DeclaredColumn): Derivation {
  const texts = levels?.map(([value]) => value) ?? [];
  return {
    inputs: [from],
    value: (row) => {
      const value = row[from];
      if (typeof value !== "string") return value;
      const at = texts.indexOf(value);
      if (at < 0) return NaN;
      return texts.length > 2 ? at + 1 : at;
    }
  };
}

function declaredCounts(
  {treatment}: Declaration,
  declared: Readonly<Record<string, DeclaredColumn>>
): NonNullable<Expectation["counts"]> {
  const {column, from = column, control, treated} = treatment;
  const counts = (levels: readonly Level[]): Record<string, number> =>
    Object.fromEntries(levels.map(([value, , rows]) => [String(value), rows]));
  return {
    [from]: counts([control, treated]),
    ...Object.fromEntries(
      Object.entries(declared).flatMap(([name, {from: file = name, levels}]) =>
        levels ? [[file, counts(levels)]] : []
      )
    )
  };
}
