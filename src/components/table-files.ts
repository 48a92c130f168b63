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
import {csvOf} from "./csv.js";
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
