// What is computed from a fit, kept beside it: the same inputs to the same code are not computed twice.
import {toArrow} from "../arrow.js";
import {keyOf} from "../key.js";
import type {Columns} from "../../engine/index.js";
import {sourcesKey} from "./fit-key.js";
import type {Keep} from "./keep.js";

/**
 * Gives back what `make` gave before for the same name and inputs (plain data), else makes it and keeps
 * it. What it makes must follow from the fit and the inputs alone, and be plain data.
 */
export type Remember = <T>(name: string, inputs: readonly unknown[], make: () => T) => T;

/** Remembers nothing. */
export const rememberNothing: Remember = (_name, _inputs, make) => make();

/** Remembers under the key of a fit, until a source of reports changes. */
export function rememberBeside(fitKey: string, keep: Keep): Remember {
  const code = sourcesKey(new URL("../report/", import.meta.url).href, "src/data/report");
  return <T>(name: string, inputs: readonly unknown[], make: () => T): T => {
    const key = keyOf(code, fitKey, name, inputs);
    const kept = keep.read(key);
    if (kept !== undefined) return kept as T;
    const made = make();
    keep.write(key, made);
    return made;
  };
}

const known = new WeakMap<Columns, string>();

/** A sha256 of columns, computed once. */
export function columnsKey(columns: Columns): string {
  const key = known.get(columns) ?? keyOf(toArrow(columns));
  known.set(columns, key);
  return key;
}
