// A table on its way out of a page: typed columns, and the notes that every file must carry.
import {tableFromIPC, Type} from "../vendor/arrow.js";

/** A row of a figure's data: plain values by column name. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Rows, or the way to make them, where that is work that most readers do not ask for. */
export type Rows = readonly Row[] | (() => readonly Row[]);

/** The rows themselves. */
export function rowsOf(rows: Rows): readonly Row[] {
  return typeof rows === "function" ? rows() : rows;
}

/** What a column holds; `whole` numbers fit 32 bits, `single` have the digits of a Float32. */
export type Kind = "text" | "truth" | "whole" | "single" | "double";

/** A column with one value per row; a missing one is null, among numbers also NaN. */
export interface TakenColumn {
  readonly name: string;
  readonly kind: Kind;
  readonly values: ArrayLike<string | number | boolean | null>;
}

/** A table as files are made from it. */
export interface TakenTable {
  readonly rows: number;
  readonly columns: readonly TakenColumn[];
  /** Texts about the whole, such as its key; warnings stand there as `note`. */
  readonly notes: Readonly<Record<string, string>>;
}

/** A figure's rows as a table, the warnings as a last column `note` and among the notes. */
export function tableOfRows(rows: readonly Row[], warnings: readonly string[]): TakenTable {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = names.map((name) => {
    const values = rows.map((row) => row[name] ?? null);
    return typed(name, values);
  });
  return noted({rows: rows.length, columns, notes: {}}, warnings);
}

/** A table of the report, from its Arrow bytes, with the warnings in it as in {@link tableOfRows}. */
export function tableOfArrow(bytes: ArrayBuffer, warnings: readonly string[]): TakenTable {
  const table = tableFromIPC(new Uint8Array(bytes));
  const columns = table.schema.fields.map(({name, type}) => {
    const values = table.getChild(name).toArray() as TakenColumn["values"];
    return {name, kind: kindOf(type), values};
  });
  const notes = Object.fromEntries(table.schema.metadata ?? []);
  return noted({rows: table.numRows, columns, notes}, warnings);
}

/** A column with the narrowest kind that holds all its values; mixed ones become texts. */
function typed(name: string, values: readonly Row[string][]): TakenColumn {
  const present = values.filter((value) => value !== null);
  const all = (type: string): boolean => present.every((value) => typeof value === type);
  if (present.length > 0 && all("boolean")) return {name, kind: "truth", values};
  if (present.length > 0 && all("number")) {
    const numbers = present as readonly number[];
    const whole = numbers.every((x) => (x | 0) === x && !Object.is(x, -0));
    return {name, kind: whole ? "whole" : "double", values};
  }
  const texts = values.map((value) => (value === null ? null : String(value)));
  return {name, kind: "text", values: texts};
}

function kindOf(type: ReturnType<typeof tableFromIPC>["schema"]["fields"][number]["type"]): Kind {
  if (type.typeId === Type.Bool) return "truth";
  if (type.typeId === Type.Int) return "whole";
  if (type.typeId === Type.Float) return type.precision === 1 ? "single" : "double";
  return "text";
}

function noted(table: TakenTable, warnings: readonly string[]): TakenTable {
  if (warnings.length === 0) return table;
  const note = warnings.join(" ");
  const taken = new Set(table.columns.map(({name}) => name));
  let name = "note";
  while (taken.has(name)) name += "_";
  const values = Array.from({length: table.rows}, () => note);
  return {
    rows: table.rows,
    columns: table.rows === 0 ? table.columns : [...table.columns, {name, kind: "text", values}],
    notes: {...table.notes, note}
  };
}
