// What is computed from a fit and may be remembered. Free of Node, so that a page can make a report.
import {toArrow} from "../arrow.js";
import {keyOf} from "../key.js";
import type {Columns} from "../../engine/index.js";

/**
 * Gives back what `make` gave before for the same name and inputs (plain data), else makes it and keeps
 * it. What it makes must follow from the fit and the inputs alone, and be plain data.
 */
export type Remember = <T>(name: string, inputs: readonly unknown[], make: () => T) => T;

/** Remembers nothing. */
export const rememberNothing: Remember = (_name, _inputs, make) => make();

const known = new WeakMap<Columns, string>();

/** A sha256 of columns, computed once. */
export function columnsKey(columns: Columns): string {
  const key = known.get(columns) ?? keyOf(toArrow(columns));
  known.set(columns, key);
  return key;
}
