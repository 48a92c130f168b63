// The kinds of recoding steps: derive columns, keep rows, keep complete rows, keep columns.
import {table as createTable, type ColumnTable} from "arquero";
import {error} from "../engine/index.js";
import type {Recode} from "./recode.js";
import {cells, isMissing, type Row, type Value} from "./table.js";

/** How a new column follows from others of the same row. */
export interface Derivation {
  readonly inputs: readonly string[];
  readonly value: (row: Row) => Value;
}

type Sentences = Pick<Recode, "name" | "why" | "expect">;

/**
 * A number by `rule` from the numbers in the columns `inputs`; missing when any of them is, as in R.
 * Throws an InputError when an input is a text.
 */
export function from(
  inputs: readonly string[],
  rule: (...values: readonly number[]) => number
): Derivation {
  return {
    inputs,
    value: (row) => {
      const values = inputs.map((name) => row[name]);
      return values.some(isMissing)
        ? NaN
        : rule(...values.map((value, i) => number(inputs[i], value)));
    }
  };
}

/** 1 where the number in column `input` is one of `codes`, 0 elsewhere, missing where it is. */
export function oneOf(input: string, ...codes: readonly number[]): Derivation {
  return from([input], (code) => Number(codes.includes(code)));
}

/** The text that stands for the code in column `input`; throws an InputError for other codes. */
export function label(input: string, texts: Readonly<Record<number, string>>): Derivation {
  return {
    inputs: [input],
    value: (row) => {
      const code = row[input];
      if (isMissing(code)) return null;
      const text = texts[number(input, code)] as string | undefined;
      return (
        text ??
        error(`unknown code: ${code} in "${input}"; known are ${Object.keys(texts).join(", ")}`)
      );
    }
  };
}

/** The values of the columns `inputs` joined by "_"; missing when any of them is. */
export function join(...inputs: readonly string[]): Derivation {
  return {
    inputs,
    value: (row) => {
      const values = inputs.map((name) => row[name]);
      return values.some(isMissing) ? null : values.join("_");
    }
  };
}

/** `then` where column `input` holds `value`, the text `otherwise` in all other rows. */
export function where(
  input: string,
  value: Value,
  then: Derivation,
  otherwise: string
): Derivation {
  return {
    inputs: [input, ...then.inputs],
    value: (row) => (row[input] === value ? then.value(row) : otherwise)
  };
}

/** A step that adds or replaces columns, each from the columns as they were before the step. */
export function derive(
  sentences: Sentences,
  derivations: Readonly<Record<string, Derivation>>
): Recode {
  const apply = (table: ColumnTable) => {
    for (const {inputs} of Object.values(derivations)) inputs.forEach((name) => cells(table, name));
    const inputs = rowReader(table, [
      ...new Set(Object.values(derivations).flatMap((one) => one.inputs))
    ]);
    const columns = Object.entries(derivations).map(([name, {value}]): [string, Value[]] => [
      name,
      Array.from({length: table.numRows()}, (_, i) => value(inputs(i)))
    ]);
    return table.assign(createTable(columns));
  };
  return {...sentences, apply};
}

/** A step that keeps the rows with a value in each of `columns`, and counts the missing ones. */
export function complete(sentences: Sentences, columns: readonly string[]): Recode {
  const missing = (table: ColumnTable, name: string) =>
    Array.from(cells(table, name)).filter(isMissing).length;
  return {
    ...sentences,
    apply: (table) => {
      columns.forEach((name) => cells(table, name));
      return kept(table, columns, (row) => columns.every((name) => !isMissing(row[name])));
    },
    counts: (table) => Object.fromEntries(columns.map((name) => [name, missing(table, name)]))
  };
}

/** A step that keeps the rows for which `test` holds of the columns `inputs`. */
export function keep(
  sentences: Sentences,
  inputs: readonly string[],
  test: (row: Row) => boolean
): Recode {
  return {
    ...sentences,
    apply: (table) => {
      inputs.forEach((name) => cells(table, name));
      return kept(table, inputs, test);
    }
  };
}

/** A step that keeps `columns`, in that order. */
export function select(sentences: Sentences, columns: readonly string[]): Recode {
  return {
    ...sentences,
    apply: (table) => {
      columns.forEach((name) => cells(table, name));
      return table.select([...columns]);
    }
  };
}

// arquero's own derive and filter make code at run time, which a page's policy forbids.

/** A function that gives the row at a position, of some columns. */
function rowReader(table: ColumnTable, names: readonly string[]): (at: number) => Row {
  const columns = names.map((name) => [name, cells(table, name)] as const);
  return (at) => {
    const row: Record<string, Value> = {};
    for (const [name, values] of columns) row[name] = values[at] as Value;
    return row;
  };
}

/** The rows of a table that pass. */
function kept(
  table: ColumnTable,
  inputs: readonly string[],
  test: (row: Row) => boolean
): ColumnTable {
  const row = rowReader(table, inputs);
  const passed: number[] = [];
  for (let at = 0; at < table.numRows(); ++at) if (test(row(at))) passed.push(at);
  const columns = table.columnNames().map((name): [string, Float64Array | unknown[]] => {
    const values = cells(table, name);
    return [
      name,
      values instanceof Float64Array
        ? Float64Array.from(passed, (at) => values[at])
        : passed.map((at) => values[at])
    ];
  });
  return createTable(columns);
}

function number(name: string, value: Value): number {
  if (typeof value === "number") return value;
  return error(`invalid value: "${value}" in "${name}"; the recode takes numbers`);
}
