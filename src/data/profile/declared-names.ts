// Under which names a study declares the columns of a file.
import type {Columns} from "../../engine/index.js";
import {formulaName} from "./declare-column.js";
import type {Roles} from "./roles.js";

/** The names under which columns are declared, each once. */
export function namer(
  columns: Columns,
  {treatment, outcomes, modifiers, controls, clusters = []}: Roles,
  missed: readonly string[]
): (raw: string) => string {
  const used = [treatment, ...outcomes, ...modifiers, ...controls, ...clusters, ...missed];
  const names = new Map<string, string>();
  for (const raw of used) {
    if (names.has(raw)) continue;
    const others = Object.keys(columns).filter((name) => name !== raw);
    names.set(raw, formulaName(raw, new Set([...names.values(), ...others])));
  }
  return (raw) => names.get(raw) ?? raw;
}

/** A column under its declared name, with the file's beside it where that is another. */
export function named<T extends object>(raw: string, name: string, column: T): T & {from?: string} {
  return raw === name ? column : {from: raw, ...column};
}
