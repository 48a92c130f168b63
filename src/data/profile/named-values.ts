// Values of a column by the texts that a person names them with.
import {error} from "../../engine/error.js";
import {suggestion, type Columns} from "../../engine/index.js";
import {isMissing} from "../table.js";

/** Values listed when one is not among them. */
const SHOWN = 12;

/** Values of a column. */
export interface NamedValues {
  /** Those that were named, in that order. */
  readonly named: readonly (number | string)[];
  /** The others, in their own. */
  readonly others: readonly (number | string)[];
}

/**
 * The values of a column that `texts` name, as the file has them, and its others.
 * Raises an InputError on a column or value that is not there.
 */
export function valuesOf(columns: Columns, name: string, texts: readonly string[]): NamedValues {
  if (!Object.hasOwn(columns, name))
    error(`unknown column: ${name}; ${suggestion(name, Object.keys(columns))}`);
  const there = new Map<string, number | string>();
  for (const value of columns[name]) if (!isMissing(value)) there.set(String(value), value);
  const all = [...there.values()].sort(compare);
  const named = texts.map(
    (text) =>
      there.get(text) ??
      error(
        `unknown value: "${text}" of ${name}; it has ${all.slice(0, SHOWN).join(", ")}${all.length > SHOWN ? ", …" : ""}`
      )
  );
  return {named, others: all.filter((value) => !named.includes(value))};
}

function compare(a: number | string, b: number | string): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : 1;
}
