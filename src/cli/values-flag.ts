// Values of columns from texts such as "year == 98": of --where, and of --missing.
import {error} from "../engine/error.js";

/** Values as texts, by column. Raises an InputError on another form, and on a column that comes twice. */
export function valuesFlag(
  flag: "where" | "missing",
  texts: readonly string[]
): Record<string, readonly string[]> {
  const found = texts.map((text) => {
    const parts = text.split(/\s*==\s*/u);
    const [name, values = ""] = parts;
    const list = values.split(",").map((one) => one.trim().replace(/^(["'])(.*)\1$/u, "$2"));
    if (name.trim() === "" || list.includes("") || parts.length !== 2)
      error(
        `invalid value of --${flag}: "${text}"; write "column == value", or values with commas between`
      );
    return [name.trim(), list] as const;
  });
  const names = found.map(([name]) => name);
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined)
    error(`ambiguous value of --${flag}: ${twice} comes twice; give all its values at once`);
  return Object.fromEntries(found);
}
