// Words for a file and its columns, as the page on a reader's own data says them.
import {numberText} from "./format.js";
import type {OpenedFile, YourColumn} from "./your-types.js";

const kinds: Readonly<Partial<Record<string, string>>> = {
  "two values": "two values",
  categories: "kinds",
  steps: "a scale",
  numbers: "numbers",
  dates: "dates",
  names: "texts",
  constant: "one value",
  empty: "empty"
};

/** What a column holds, in words. */
export function kindText({kind}: YourColumn): string {
  return kinds[kind] ?? kind;
}

/** The values of a column with their rows, or their range. */
export function valuesText({levels, many, min, max, isText}: YourColumn): string {
  if (levels.length > 0) {
    const shown = levels.slice(0, 5).map(([, text, n]) => `${text} (${numberText(n)})`);
    return [
      ...shown,
      ...(levels.length > 5 ? [`and ${numberText(levels.length - 5)} more`] : [])
    ].join(", ");
  }
  if (isText) return `${many} different texts`;
  return Number.isNaN(min)
    ? ""
    : `${String(min).replace("-", "\u2212")} to ${String(max).replace("-", "\u2212")}`;
}

/** A file once it is read, and what was mended. */
export function openedText({file, rows, columns, notes}: OpenedFile): string {
  return [
    `${file}: ${numberText(rows)} rows, ${numberText(columns.length)} columns.`,
    ...notes
  ].join(" ");
}
