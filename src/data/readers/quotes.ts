// Quotation marks that do not enclose a whole cell, found before a parser loses what they hide.
import {error} from "../../engine/error.js";

const QUOTE = '"';

/** Raises an InputError with line and column on a mark that opens a cell and does not close it. */
export function checkQuotes(text: string, delimiter: string): void {
  const isEdge = (at: number): boolean =>
    at < 0 || at >= text.length || text[at] === delimiter || "\r\n".includes(text[at]);
  for (let at = text.indexOf(QUOTE); at >= 0; at = text.indexOf(QUOTE, at + 1)) {
    if (!isEdge(at - 1)) continue;
    const start = at;
    at = closing(text, start);
    if (at < 0 || !isEdge(at + 1)) {
      const line = text.slice(0, start).split(/\r\n|\r|\n/).length;
      const place = columnOf(text, start, delimiter);
      const cell = text
        .slice(start, start + 20)
        .replaceAll(/\s+/g, " ")
        .trim();
      error(
        `invalid quotation marks: ${cell} in line ${String(line)}, column ${String(place)}; enclose the whole cell and double those inside`
      );
    }
  }
}

function closing(text: string, start: number): number {
  let at = text.indexOf(QUOTE, start + 1);
  while (at >= 0 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  return at;
}

/** The cell's place in its line, from 1, not counting separators that are quoted. */
function columnOf(text: string, at: number, delimiter: string): number {
  const line = text.slice(text.lastIndexOf("\n", at) + 1, at).replaceAll(/"[^"]*"/g, "");
  return line.split(delimiter).length;
}
