// Reads comma-separated text into columns, and refuses what it does not understand.
import {csvParseRows} from "d3";
import {error} from "../engine/index.js";
import type {Column, Columns} from "../engine/types.js";

const MISSING: ReadonlySet<string> = new Set(["", "NA", "."]);

const QUOTE = '"';

// No leading zeros, so that codes such as 007 stay what they are.
const DECIMAL = /^[+-]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * Reads csv text with a header line into columns. A column is numeric when every cell is a plain
 * decimal number or missing (empty, `NA` or `.`); otherwise it keeps its texts, null where missing.
 * Numbers that a double cannot hold (whole ones beyond 2⁵³) stay texts. Throws an InputError for text
 * without header, for empty or repeated names, for rows of another length (the line of names is row
 * 1), and for quotation marks that do not enclose a whole cell.
 */
export function readCsv(text: string): Columns {
  const content = text.startsWith("\ufeff") ? text.slice(1) : text;
  checkQuotes(content);
  const [names, ...rows] = csvParseRows(content) as [string[]?, ...string[][]];
  if (names === undefined) return error("missing header: the csv text is empty; name the columns");
  checkNames(names);
  if (names.length > 1) dropBlankEnd(rows);
  rows.forEach((row, i) => {
    if (row.length !== names.length) {
      error(
        `invalid row: row ${i + 2} has ${row.length} cells; the header names ${names.length} columns`
      );
    }
  });
  return Object.fromEntries(names.map((name, j) => [name, typed(rows.map((row) => row[j]))]));
}

function typed(texts: readonly string[]): Column {
  const numeric = texts.every((text) => isMissing(text) || isExactNumber(text.trim()));
  return numeric
    ? Float64Array.from(texts, (text) => (isMissing(text) ? NaN : Number(text)))
    : texts.map((text) => (isMissing(text) ? null : text));
}

function isMissing(text: string): boolean {
  return MISSING.has(text.trim());
}

function isExactNumber(text: string): boolean {
  if (!DECIMAL.test(text)) return false;
  const value = Number(text);
  return Number.isFinite(value) && (/[.eE]/.test(text) || Number.isSafeInteger(value));
}

function checkNames(names: readonly string[]): void {
  const seen = new Set<string>();
  names.forEach((name, j) => {
    if (name.trim() === "") error(`missing column name: column ${j + 1}; name every column`);
    if (seen.has(name)) error(`ambiguous column name: "${name}" comes twice; rename one`);
    seen.add(name);
  });
}

function dropBlankEnd(rows: string[][]): void {
  while (
    rows.length > 0 &&
    rows[rows.length - 1].join("") === "" &&
    rows[rows.length - 1].length < 2
  ) {
    rows.pop();
  }
}

// d3 silently drops what follows a closing quotation mark and the last letter of an open cell.
function checkQuotes(text: string): void {
  const isEdge = (at: number) => at < 0 || at >= text.length || ",\r\n".includes(text[at]);
  for (let at = text.indexOf(QUOTE); at >= 0; at = text.indexOf(QUOTE, at + 1)) {
    if (!isEdge(at - 1)) continue;
    const start = at;
    at = closingQuote(text, start);
    if (at < 0 || !isEdge(at + 1)) {
      const cell = text.slice(start, start + 20).replace(/\s+/g, " ");
      error(`invalid quotation marks: ${cell}; enclose the whole cell and double those inside`);
    }
  }
}

function closingQuote(text: string, start: number): number {
  let at = text.indexOf(QUOTE, start + 1);
  while (at >= 0 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  return at;
}
