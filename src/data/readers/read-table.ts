// Reads a data file of any supported format from its bytes, here and in browsers.
import {error, InputError} from "../../engine/error.js";
import type {Columns} from "../../engine/index.js";
import {readDta, type DtaFile} from "../dta.js";
import type {ColumnWords, DataTable, ReadOptions} from "./data-table.js";
import {decodeText} from "./decode.js";
import {readDelimited} from "./delimited.js";
import {fileKind} from "./file-kind.js";

export type {ColumnWords, DataTable, ReadOptions} from "./data-table.js";

/**
 * The file's columns, its own words for them, and a sentence for whatever was guessed or mended. What
 * it is decide its bytes; `name` is for sentences. Raises an InputError that names row and column,
 * where there is one, and says a way on.
 */
export async function readTable(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {}
): Promise<DataTable> {
  const kind = fileKind(bytes, name);
  const table = await readKind(kind, bytes, name, options);
  if (Object.keys(table.columns).length === 0)
    error(`missing columns: ${name} has none; name another file`);
  const [column] = Object.values(table.columns);
  if (column.length === 0)
    error(`missing rows: ${name} has columns and no rows; name another file`);
  return table;
}

async function readKind(
  kind: ReturnType<typeof fileKind>,
  bytes: Uint8Array,
  name: string,
  options: ReadOptions
): Promise<DataTable> {
  if (kind === "csv") {
    const {text, notes} = decodeText(bytes);
    const table = readDelimited(text, options);
    return {...table, notes: [...notes, ...table.notes]};
  }
  if (kind === "dta") return fromStata(tried(() => readDta(bytes), name));
  // Rarer formats and their libraries are fetched only when they are needed.
  if (kind === "sav") {
    const {readSav} = await import("./sav.js");
    return tried(() => readSav(bytes), name);
  }
  const {readArrow, readParquet} = await import("./columnar.js");
  const columns = kind === "arrow" ? readArrow(bytes, name) : await readParquet(bytes, name);
  return {columns, words: {}, notes: []};
}

/** A fault of a corrupted file that no check foresaw is a fault of the file all the same. */
function tried<T>(read: () => T, name: string): T {
  try {
    return read();
  } catch (reason) {
    if (reason instanceof InputError) throw reason;
    return error(`invalid file: ${name} is damaged; copy it again from where it came`);
  }
}

function fromStata({variables}: DtaFile): DataTable {
  const columns: Columns = Object.fromEntries(
    variables.map((variable) => [
      variable.name,
      variable.type === "number"
        ? variable.values
        : variable.values.map((text) => (text === "" ? null : text))
    ])
  );
  const words = variables.map(({name, label, valueLabels}): [string, ColumnWords] => [
    name,
    {label, levels: [...(valueLabels ?? [])].sort(([a], [b]) => a - b)}
  ]);
  return {columns, words: Object.fromEntries(words), notes: []};
}
