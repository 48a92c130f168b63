// Columns of numbers and texts as Arrow data.
import {
  Bool,
  builderThroughIterable,
  Dictionary,
  Float32,
  Float64,
  Int32,
  makeData,
  Utf8,
  Vector,
  type Data
} from "apache-arrow";
import {error} from "../engine/index.js";
import type {Column} from "../engine/types.js";

/** How a numeric column is written; texts are always dictionaries of UTF-8. */
export type NumberType = "float64" | "float32" | "int32" | "bool";

/**
 * The Arrow data of a column of numbers; NaN is null in int32 and bool. Throws an InputError for a
 * value that the type cannot hold.
 */
export function numberData(name: string, values: Float64Array, type: NumberType): Data {
  const {length} = values;
  if (type === "float64")
    return makeData({type: new Float64(), length, nullCount: 0, data: values});
  if (type === "float32") {
    return makeData({type: new Float32(), length, nullCount: 0, data: Float32Array.from(values)});
  }
  const holds = type === "int32" ? (x: number) => (x | 0) === x : (x: number) => x === 0 || x === 1;
  const wrong = values.find((x) => !Number.isNaN(x) && !holds(x));
  if (wrong !== undefined) {
    error(`invalid value: ${wrong} in "${name}"; a column of type ${type} cannot hold it`);
  }
  const {nullCount, nullBitmap} = validity(values);
  if (type === "bool") {
    return makeData({
      type: new Bool(),
      length,
      nullCount,
      nullBitmap,
      data: bits(values, (x) => x === 1)
    });
  }
  return makeData({
    type: new Int32(),
    length,
    nullCount,
    nullBitmap,
    data: Int32Array.from(values)
  });
}

/**
 * The Arrow data of a column of texts, each text stored once. The dictionary's `id` is given, because
 * apache-arrow would count on from table to table.
 */
export function textData(texts: readonly (string | null)[], id: number): Data {
  const levels = new Map<string, number>();
  const codes = Int32Array.from(texts, (text) => {
    if (text === null) return 0;
    const code = levels.get(text) ?? levels.size;
    levels.set(text, code);
    return code;
  });
  const {nullCount, nullBitmap} = validity(texts);
  return makeData({
    type: new Dictionary(new Utf8(), new Int32(), id, false),
    length: texts.length,
    nullCount,
    nullBitmap,
    data: codes,
    dictionary: levelsVector([...levels.keys()])
  });
}

/** Texts as a vector; told of no values for null, the builder makes no code at run time, which pages forbid. */
function levelsVector(texts: readonly string[]): Vector<Utf8> {
  const build = builderThroughIterable({type: new Utf8(), nullValues: []});
  return new Vector([...build(texts)]);
}

function validity(column: Column): {nullCount: number; nullBitmap: Uint8Array | null} {
  const present = (value: number | string | null) => value !== null && !Number.isNaN(value);
  let nullCount = 0;
  for (const value of column) if (!present(value)) nullCount += 1;
  return {nullCount, nullBitmap: nullCount === 0 ? null : bits(column, present)};
}

function bits<T>(values: ArrayLike<T>, isSet: (value: T) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(values.length / 8));
  for (let i = 0; i < values.length; i++) if (isSet(values[i])) bytes[i >> 3] |= 1 << (i & 7);
  return bytes;
}
