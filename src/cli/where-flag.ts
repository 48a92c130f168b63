// Which rows of a file a new study is of, from texts such as "year == 98".
import {error} from "../engine/error.js";

/** Values as texts, by column. Raises an InputError on another form, and on a column that comes twice. */
export function whereFlag(texts: readonly string[]): Record<string, readonly string[]> {
  const found = texts.map((text) => {
    const parts = text.split(/\s*==\s*/u);
    const [name, values = ""] = parts;
    const list = values.split(",").map((one) => one.trim().replace(/^(["'])(.*)\1$/u, "$2"));
    if (name.trim() === "" || list.includes("") || parts.length !== 2)
      error(
        `invalid value of --where: "${text}"; write "column == value", or values with commas between`
      );
    return [name.trim(), list] as const;
  });
  const names = found.map(([name]) => name);
  const twice = names.find((name, k) => names.indexOf(name) !== k);
  if (twice !== undefined)
    error(`ambiguous value of --where: ${twice} comes twice; give all its values at once`);
  return Object.fromEntries(found);
}
