// What is computed from a fit, kept beside it: the same inputs to the same code are not computed twice.
import {keyOf} from "../key.js";
import {sourcesKey} from "./engine-key.js";
import type {Keep} from "./keep.js";
import type {Remember} from "./remember.js";

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
