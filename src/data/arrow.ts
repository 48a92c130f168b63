// Columns to Arrow bytes and back: the format in which data cross to a page or leave the house.
import {
  DataType,
  Field,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table,
  tableFromIPC,
  tableToIPC
} from "apache-arrow";
import {error} from "../engine/index.js";
import type {Column, Columns} from "../engine/types.js";
import {numberData, textData, type NumberType} from "./arrow-columns.js";

export type {NumberType} from "./arrow-columns.js";

/** What to write beside the columns. */
export interface ArrowOptions {
  /** The types of numeric columns by name; float64 where left out. */
  readonly types?: Readonly<Record<string, NumberType>>;
  /** Texts about the table, such as its key or that it is a stand-in. */
  readonly metadata?: Readonly<Record<string, string>>;
}

/** What {@link fromArrow} reads. */
export interface ArrowTable {
  readonly columns: Columns;
  readonly metadata: Readonly<Record<string, string>>;
}

const END_OF_STREAM = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0];
const END_OF_FILE = [0x41, 0x52, 0x52, 0x4f, 0x57, 0x31];

/**
 * Columns as an Arrow IPC stream; the same columns give the same bytes. Missing numbers are NaN in
 * float columns and null in int32 and bool columns; missing texts are null. Throws an InputError for
 * columns of different lengths, types of unknown or text columns, and values that a type cannot hold.
 */
export function toArrow(
  columns: Columns,
  {types = {}, metadata = {}}: ArrowOptions = {}
): Uint8Array {
  const entries = Object.entries(columns);
  const length = entries.length > 0 ? entries[0][1].length : 0;
  checkTypes(columns, types);
  const children = entries.map(([name, column], i) => {
    if (column.length !== length) {
      error(
        `invalid column: "${name}" has ${column.length} values; the first column has ${length}`
      );
    }
    return column instanceof Float64Array
      ? numberData(name, column, types[name] ?? "float64")
      : textData(column, i);
  });
  const fields = entries.map(([name], i) => new Field(name, children[i].type, true));
  const schema = new Schema(fields, new Map(Object.entries(metadata)));
  const data = makeData({type: new Struct(fields), length, nullCount: 0, children});
  return tableToIPC(new Table(schema, new RecordBatch(schema, data)), "stream");
}

/**
 * Reads Arrow bytes, as a stream or a file: numbers and booleans to numbers with NaN for null, texts
 * to texts. Throws an InputError for other bytes and for columns of other types.
 */
export function fromArrow(bytes: Uint8Array): ArrowTable {
  const table = parse(bytes);
  const fields: readonly Field<DataType>[] = table.schema.fields;
  const columns = fields.map(({name, type}, i): [string, Column] => [
    name,
    toColumn(name, type, table.getChildAt(i) as Iterable<unknown>)
  ]);
  return {
    columns: Object.fromEntries(columns),
    metadata: Object.fromEntries(table.schema.metadata)
  };
}

function checkTypes(columns: Columns, types: Readonly<Record<string, NumberType>>): void {
  for (const name of Object.keys(types)) {
    const column = columns[name] as Column | undefined;
    if (!(column instanceof Float64Array)) {
      error(
        `invalid type: ${types[name]} for "${name}"; types are for numeric columns of the table`
      );
    }
  }
}

// apache-arrow reads what there is of a cut stream, which may be a table without rows.
function isWhole(bytes: Uint8Array): boolean {
  const ends = (mark: readonly number[]) =>
    mark.every((byte, i) => bytes[bytes.length - mark.length + i] === byte);
  return ends(END_OF_STREAM) || ends(END_OF_FILE);
}

function parse(bytes: Uint8Array): Table {
  try {
    if (isWhole(bytes)) return tableFromIPC(bytes);
  } catch {
    // Bytes that end like Arrow but are not: refused below, like the others.
  }
  return error(
    "invalid Arrow data: it is cut or something else; write an Arrow IPC stream or file"
  );
}

function toColumn(name: string, type: DataType, values: Iterable<unknown>): Column {
  const cells = Array.from(values, (value) => value ?? null);
  const isText = (value: unknown): value is string | null =>
    value === null || typeof value === "string";
  if (isTextType(type) && cells.every(isText)) return cells;
  return Float64Array.from(cells, (value) => toNumber(name, value));
}

function isTextType(type: unknown): boolean {
  if (DataType.isDictionary(type)) return isTextType(type.dictionary);
  return DataType.isUtf8(type) || DataType.isLargeUtf8(type);
}

function toNumber(name: string, value: unknown): number {
  if (value === null) return NaN;
  if (typeof value === "number" || typeof value === "boolean") return Number(value);
  if (typeof value !== "bigint") {
    return error(`unsupported column: "${name}"; of Arrow's types, numbers and texts are read`);
  }
  if (!Number.isSafeInteger(Number(value))) {
    error(`unsupported value: ${value} in "${name}"; whole numbers are read up to 2⁵³`);
  }
  return Number(value);
}
