// Which character separates the cells of a text.
import {dsvFormat} from "d3";

/** In the order in which a tie is decided. */
const candidates = [",", ";", "\t", "|"] as const;

/** So many lines show it. */
const LINES = 50;

/** The share of rows that must be as long as the header. */
const AGREE = 0.6;

/** What to call it in a sentence. */
export const delimiterNames: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "vertical bars"
};

/** The candidate that gives the most cells in the header while rows agree with it; else a comma. */
export function findDelimiter(text: string): string {
  const head = headOf(text);
  let best = ",";
  let most = 1;
  for (const candidate of candidates) {
    const [header = [], ...rows] = dsvFormat(candidate).parseRows(head) as [
      string[]?,
      ...string[][]
    ];
    const agreeing = rows.filter((row) => row.length === header.length).length;
    if (header.length <= most || agreeing < AGREE * rows.length) continue;
    best = candidate;
    most = header.length;
  }
  return best;
}

/** The first lines, the last of them whole, quotation marks closed. */
function headOf(text: string): string {
  let at = 0;
  let quoted = false;
  for (let line = 0; at < text.length && line < LINES; ++at) {
    if (text[at] === '"') quoted = !quoted;
    else if (text[at] === "\n" && !quoted) line += 1;
  }
  return text.slice(0, at).trimEnd();
}
