// A table as the bytes of a file: CSV, Arrow or Parquet.
import {
  bool,
  dictionary,
  float32,
  float64,
  int32,
  tableFromArrays,
  tableToIPC,
  utf8
} from "../vendor/arrow.js";
import {csvFormatRows} from "../vendor/d3.js";
import type {Kind, TakenColumn, TakenTable} from "./taken-table.js";

/** A way to write a table. */
export interface TableFormat {
  readonly name: string;
  /** The file name's ending, without the dot. */
  readonly ending: string;
  readonly write: (table: TakenTable) => Blob | Promise<Blob>;
}

/** The formats in which every table can be taken. */
export const tableFormats: readonly TableFormat[] = [
  {
    name: "CSV",
    ending: "csv",
    write: (table) => new Blob([csvOf(table)], {type: "text/csv;charset=utf-8"})
  },
  {
    name: "Arrow",
    ending: "arrow",
    write: (table) => new Blob([arrowOf(table)], {type: "application/vnd.apache.arrow.stream"})
  },
  {
    name: "Parquet",
    ending: "parquet",
    write: async (table) =>
      new Blob([await parquetOf(table)], {type: "application/vnd.apache.parquet"})
  }
];

/**
 * CSV text, numbers with every digit they have; what is missing stays empty. A text that a
 * spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets do not show.
 */
export function csvOf({rows, columns}: TakenTable): string {
  const cells = columns.map(({kind, values}) => (row: number): string => {
    const value = values[row];
    if (value === null || Number.isNaN(value)) return "";
    if (kind === "single") return shortest(value as number);
    return kind === "text" ? inert(value as string) : String(value);
  });
  const head = columns.map(({name}) => inert(name));
  const body = Array.from({length: rows}, (_, row) => cells.map((cell) => cell(row)));
  return `${csvFormatRows([head, ...body])}\n`;
}

/** Not a number, but begun as a formula is; a tab or a return in front does not hide one. */
function inert(text: string): string {
  const isFormula = /^[\t\r\n ]*[=+\-@]/.test(text) && Number.isNaN(Number(text));
  return isFormula ? `'${text}` : text;
}

/** The fewest digits that give the same Float32. */
function shortest(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(value);
}

/** An Arrow IPC stream, the notes in its schema's metadata; NaN stays NaN. */
export function arrowOf({columns, notes}: TakenTable): Uint8Array<ArrayBuffer> {
  const table = tableFromArrays(
    columns.map(({name, values}): [string, unknown[]] => [name, values as unknown[]]),
    {types: Object.fromEntries(columns.map(({name, kind}) => [name, arrowType(kind)]))}
  );
  Object.assign(table.schema, {metadata: new Map(Object.entries(notes))});
  const bytes = tableToIPC(table, {format: "stream"});
  if (bytes === null) throw new Error("missing bytes: the Arrow stream has no sink");
  return Uint8Array.from(bytes);
}

function arrowType(kind: Kind): ReturnType<typeof int32> {
  // Left alone, the codec takes the narrowest integer that fits, and files would not stack.
  const types = {
    text: () => dictionary(utf8(), int32()),
    truth: bool,
    whole: int32,
    single: float32,
    double: float64
  };
  return types[kind]() as ReturnType<typeof int32>;
}

const parquetTypes = {
  text: "STRING",
  truth: "BOOLEAN",
  whole: "INT32",
  single: "FLOAT",
  double: "DOUBLE"
} as const;

/** A Parquet file, the notes in its key-value metadata; what is missing, NaN included, is null. */
export async function parquetOf({columns, notes}: TakenTable): Promise<ArrayBuffer> {
  const {parquetWriteBuffer} = await import("../vendor/parquet.js");
  return parquetWriteBuffer({
    columnData: columns.map((column) => ({
      name: column.name,
      type: parquetTypes[column.kind],
      data: withNulls(column)
    })),
    kvMetadata: Object.entries(notes).map(([key, value]) => ({key, value})),
    createdBy: "Poolhouse"
  });
}

function withNulls({values}: TakenColumn): (string | number | boolean | null)[] {
  return Array.from(values, (value) => (Number.isNaN(value) ? null : value));
}
