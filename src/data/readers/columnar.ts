// Parquet and Arrow files as columns, by the libraries that know them.
import {tableFromIPC} from "apache-arrow";
import {parquetReadObjects} from "hyparquet";
import {compressors} from "hyparquet-compressors";
import {error} from "../../engine/error.js";
import type {Columns} from "../../engine/index.js";
import {columnOfValues} from "./value-columns.js";

/** Columns of a Parquet file; raises an InputError where the library cannot read it. */
export async function readParquet(bytes: Uint8Array, name: string): Promise<Columns> {
  const file = bytes.slice().buffer;
  const rows = await parquetReadObjects({file, compressors}).catch((reason: unknown) =>
    refuse(name, "Parquet", reason)
  );
  const [first = {}] = rows;
  return Object.fromEntries(
    Object.keys(first).map((column) => [
      column,
      columnOfValues(rows.map((row): unknown => row[column]))
    ])
  );
}

/** Columns of an Arrow file or stream; raises an InputError where the library cannot read it. */
export function readArrow(bytes: Uint8Array, name: string): Columns {
  try {
    const table = tableFromIPC(bytes);
    return Object.fromEntries(
      table.schema.fields.map((field, j) => {
        const values: unknown[] = [];
        for (const value of table.getChildAt(j) ?? []) values.push(value);
        return [field.name, columnOfValues(values)];
      })
    );
  } catch (reason) {
    return refuse(name, "Arrow", reason);
  }
}

function refuse(name: string, format: string, reason: unknown): never {
  // A TypeError or RangeError is what a library runs into where bytes are not what they should be.
  const isFound = reason instanceof TypeError || reason instanceof RangeError;
  const why = reason instanceof Error ? reason.message.split("\n")[0] : String(reason);
  return error(
    isFound
      ? `invalid ${format} file: ${name} is truncated or damaged; get the file again, or write it without compression`
      : `invalid ${format} file: ${name} cannot be read (${why}); get the file again, or write it without compression`
  );
}
