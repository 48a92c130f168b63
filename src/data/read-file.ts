// A data file of any supported format as columns.
import {existsSync, readFileSync} from "node:fs";
import {basename, extname} from "node:path";
import {error, InputError} from "../engine/error.js";
import type {Column, Columns} from "../engine/types.js";
import {readCsv} from "./csv.js";
import {readDta} from "./dta.js";

/** A data file, read. */
export interface DataFile {
  readonly columns: Columns;
  readonly bytes: Uint8Array;
}

const readers: Readonly<Record<string, (bytes: Uint8Array) => Columns>> = {
  ".csv": csvColumns,
  ".dta": dtaColumns
};

/**
 * Reads a .csv or .dta file. Of a .dta file come the codes, not their labels, and an empty text is
 * missing, as in Stata. In a .csv column of numbers `Inf` and 1e999 are infinite, for a model to refuse.
 * Raises an InputError when there is no such file, its ending is unknown, or its content is not
 * what the ending says.
 */
export function readDataFile(path: string): DataFile {
  const bytes = readBytes(path);
  const ending = extname(path).toLowerCase();
  if (!Object.hasOwn(readers, ending))
    error(`unsupported file: ${path}; its name must end in .csv, .dta, .sav, .parquet or .arrow`);
  return {columns: readers[ending](bytes), bytes};
}

/** Read by libraries that are fetched when they are needed, and by their bytes. */
const otherEndings: readonly string[] = [".sav", ".zsav", ".parquet", ".arrow"];

/**
 * As {@link readDataFile}, and .sav, .parquet and .arrow files too; a .csv file may have other marks between its cells
 * and another encoding than UTF-8.
 */
export async function readAnyFile(path: string): Promise<DataFile> {
  const ending = extname(path).toLowerCase();
  if (!otherEndings.includes(ending)) {
    const {file, fault} = attempt(() => readDataFile(path));
    const isWhole = file && (ending !== ".csv" || Object.keys(file.columns).length > 1);
    if (file && isWhole) return file;
    if (fault && (ending !== ".csv" || !existsSync(path))) throw fault;
    return await readOther(path).catch((reason: unknown) => {
      if (file) return file;
      // What is in another encoding the other reader tells more of, a picture named .csv for one.
      throw fault && !fault.message.includes("UTF-8") ? fault : reason;
    });
  }
  return readOther(path);
}

function attempt(read: () => DataFile): {file?: DataFile; fault?: InputError} {
  try {
    return {file: read()};
  } catch (reason) {
    if (reason instanceof InputError) return {fault: reason};
    throw reason;
  }
}

async function readOther(path: string): Promise<DataFile> {
  const bytes = readBytes(path);
  const {readTable} = await import("./readers/read-table.js");
  const {columns} = await readTable(bytes, basename(path));
  return {columns, bytes};
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (reason) {
    const code = reason instanceof Error && "code" in reason ? reason.code : "";
    if (code === "EISDIR") error(`invalid file: ${path} is a folder; name a data file in it`);
    if (code === "EACCES") error(`invalid file: ${path} may not be read; mend its permissions`);
    return error(`missing file: ${path}; check the path`);
  }
}

function dtaColumns(bytes: Uint8Array): Columns {
  // Text may begin with a letter whose code is that of an old release of the format.
  const old = bytes[1] === 1 || bytes[1] === 2;
  if (bytes.length > 1 && !old && bytes[0] !== "<".charCodeAt(0))
    error("invalid Stata file: its first bytes are not Stata's; name a .dta file");
  return Object.fromEntries(
    readDta(bytes).variables.map((variable) => [
      variable.name,
      variable.type === "number"
        ? variable.values
        : variable.values.map((text) => (text === "" ? null : text))
    ])
  );
}

function csvColumns(bytes: Uint8Array): Columns {
  const columns = Object.entries(readCsv(decodeUtf8(bytes)));
  return Object.fromEntries(columns.map(([name, column]) => [name, withInfinities(column)]));
}

const isInfinite = (text: string): boolean =>
  /^\s*[+-]?inf\s*$/iu.test(text) || Math.abs(Number(text)) === Infinity;

// Else a column with one "Inf" among its numbers would silently become categories.
function withInfinities(column: Column): Column {
  if (column instanceof Float64Array || !column.some((text) => isInfinite(text ?? "")))
    return column;
  const numbers = Float64Array.from(column, (text) => {
    if (text === null) return NaN;
    return isInfinite(text) ? (text.trim().startsWith("-") ? -Infinity : Infinity) : Number(text);
  });
  return numbers.every((x, i) => column[i] === null || !Number.isNaN(x)) ? numbers : column;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    return error("invalid csv: the text is not UTF-8; save the file again with UTF-8 encoding");
  }
}
