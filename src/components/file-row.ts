// The first row of a table of rules: the file, before any of them.
import {element} from "./dom.js";
import {numberText} from "./format.js";
import type {StudyCard} from "./study-types.js";

/** The row, with `blank` empty cells before the number of rows; null where that is not known. */
export function FileRow(
  {file, rows}: Pick<StudyCard["source"], "file" | "rows">,
  blank = 0
): HTMLTableRowElement | null {
  if (rows === undefined) return null;
  return element(
    "tr",
    {},
    element("th", {scope: "row"}, "File"),
    element("td", {}, `${file}, as it is read.`),
    ...Array.from({length: blank}, () => element("td", {}, "\u2013")),
    element("td", {class: "number"}, numberText(rows))
  );
}
