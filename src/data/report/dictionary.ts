// `tables.json`: every table of a report in words, for whoever takes it along.
import {error} from "../../engine/error.js";
import type {Column, Columns} from "../../engine/index.js";
import type {NumberType} from "../arrow.js";
import type {StudyDefinition, TableWords} from "../study.js";
import {partWords, tableWords} from "./dictionary-words.js";

/** A table as it is written, for {@link dictionary}. */
export interface WrittenTable {
  readonly name: string;
  readonly columns: Columns;
  readonly types: Readonly<Partial<Record<string, NumberType>>>;
}

/** A table in words, as src/components/table-types.ts declares it. */
export interface TableCard {
  readonly name: string;
  readonly rows: number;
  readonly each: string;
  readonly columns: readonly {name: string; kind: string; meaning: string; count: number}[];
}

/**
 * Each table with its rows, what a row is, and each column in words. Columns that differ only in the
 * group they are about count as one. Raises an InputError for a table or a column without words.
 */
export function dictionary(study: StudyDefinition, tables: readonly WrittenTable[]): TableCard[] {
  return tables.map(({name, columns, types}) => {
    const words =
      tableWords[name] ??
      study.tableWords?.[name] ??
      error(`missing words: table ${name}; say in the study's tableWords what a row of it is`);
    const entries = Object.entries(columns);
    const described = new Map<string, TableCard["columns"][number]>();
    for (const [column, values] of entries) {
      const shown = name === "draws" ? column.replace(/:.*/, ":<group>") : column;
      const known = described.get(shown);
      described.set(shown, {
        name: shown,
        kind: kindOf(values, types[column]),
        meaning: known?.meaning ?? meaningOf(study, name, words, column),
        count: (known?.count ?? 0) + 1
      });
    }
    const rows = entries.at(0)?.[1].length ?? 0;
    return {name, rows, each: words.each, columns: [...described.values()]};
  });
}

function kindOf(values: Column, type: NumberType = "float64"): string {
  if (!(values instanceof Float64Array)) return "text";
  if (type === "bool") return "true or false";
  return type === "int32" ? "whole number" : "number";
}

function meaningOf(
  study: StudyDefinition,
  table: string,
  {columns, estimates}: TableWords,
  column: string
): string {
  const own = columns[column];
  if (own !== undefined) return own;
  if (table === "effects" && Object.hasOwn(study.modifiers, column))
    return `${study.modifiers[column].label}: the group's level in words; empty where the model has no such modifier`;
  if (table === "draws") return drawsMeaning(study, column);
  const [prefix, part] = [column.replace(/\..*/, ""), column.replace(/^[^.]*\./, "")];
  const estimate = estimates?.[prefix];
  const what = estimate && partWords[estimate.by][part];
  if (estimate && what !== undefined) return `${estimate.of}: ${what}`;
  return error(
    `missing words: column ${column} of table ${table}; say in the study's tableWords what it holds`
  );
}

function drawsMeaning({models}: StudyDefinition, column: string): string {
  const id = column.replace(/:.*/, "");
  const model = models.find((one) => one.id === id);
  if (!model) error(`unknown model: ${id}; draws belong to a model of the study`);
  return `A draw of the effect in that group under “${model.title}”, in units of the outcome; groups are named as in effects`;
}
