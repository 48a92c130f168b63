// Reads separated text of any usual make into columns; two passes, so that rows are never kept.
import {dsvFormat} from "d3";
import {error} from "../../engine/error.js";
import type {Column} from "../../engine/index.js";
import {isMissingText, spelt, type Spelling} from "./cell-text.js";
import type {DataTable, ReadOptions} from "./data-table.js";
import {delimiterNames, findDelimiter} from "./delimiter.js";
import {headerNames} from "./header.js";
import {checkQuotes} from "./quotes.js";
import {checkTitle} from "./title-line.js";
import {SeenCells} from "./seen-cells.js";

type EachRow = (cells: readonly string[], row: number) => void;

/** Rows between two words on progress. */
const TELL_EVERY = 20_000;

/**
 * Columns of text with a header line: numbers where every cell of a column is one or missing, texts
 * elsewhere. Repeated and empty names are made unique, with a note. Raises an InputError with row and
 * column on open quotation marks and on rows of another length, unless these are left out.
 */
export function readDelimited(
  text: string,
  {ragged = "refuse", progress = () => undefined}: ReadOptions = {}
): DataTable {
  const content = text.startsWith("\ufeff") ? text.slice(1) : text;
  checkTitle(content);
  const delimiter = findDelimiter(content);
  checkQuotes(content, delimiter);
  const {names, renamed} = headerOf(content, delimiter);
  const uneven: number[] = [];
  const other: EachRow = (cells, row) => {
    if (ragged === "refuse") refuseRow(names, cells, row);
    uneven.push(row);
  };
  const seen = names.map(() => new SeenCells());
  const lines = countOf(content, "\n");
  let rows = 0;
  scan(content, delimiter, names.length, other, (cells, row) => {
    rows += 1;
    if (rows % TELL_EVERY === 0) progress(Math.min(0.5, rows / lines / 2));
    for (let j = 0; j < cells.length; ++j) seen[j].look(cells[j], row);
  });
  if (rows === 0) error("missing rows: the file has a header and nothing below; name another file");
  const builders = seen.map(({spelling}) => builder(spelling, rows));
  let at = 0;
  scan(
    content,
    delimiter,
    names.length,
    () => undefined,
    (cells) => {
      for (let j = 0; j < cells.length; ++j) builders[j].set(at, cells[j]);
      at += 1;
      if (at % TELL_EVERY === 0) progress(0.5 + at / rows / 2);
    }
  );
  return {
    columns: Object.fromEntries(names.map((name, j) => [name, builders[j].column])),
    words: {},
    notes: [
      ...(delimiter === "," ? [] : [`Cells are separated by ${delimiterNames[delimiter]}.`]),
      ...renamed,
      ...unevenNote(uneven),
      ...seen.flatMap((one, j) => one.oddity(names[j]))
    ]
  };
}

function scan(
  content: string,
  delimiter: string,
  columns: number,
  other: EachRow,
  each: EachRow
): void {
  dsvFormat(delimiter).parseRows(content, (cells, i) => {
    const isBlank = cells.length === 1 && columns > 1 && cells[0].trim() === "";
    if (i > 0 && !isBlank) (cells.length === columns ? each : other)(cells, i + 1);
    return null;
  });
}

function countOf(text: string, part: string): number {
  let n = 1;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) n += 1;
  return n;
}

class Found extends Error {}

/** The header may hold line breaks in quotation marks, so that the parser has to find its end. */
function headerOf(content: string, delimiter: string): ReturnType<typeof headerNames> {
  let header: readonly string[] = [];
  try {
    dsvFormat(delimiter).parseRows(content, (cells) => {
      header = cells;
      throw new Found();
    });
  } catch (reason) {
    if (!(reason instanceof Found)) throw reason;
  }
  if (header.join("").trim() === "")
    error("missing header: the first line is empty; put the names of columns there");
  return headerNames(header);
}

function builder(
  spelling: Spelling | undefined,
  rows: number
): {column: Column; set: (at: number, cell: string) => void} {
  if (spelling !== undefined) {
    const column = new Float64Array(rows).fill(NaN);
    const set = (at: number, cell: string): void => {
      if (!isMissingText(cell)) column[at] = spelt(cell, spelling);
    };
    return {column, set};
  }
  const column = new Array<string | null>(rows).fill(null);
  // Equal texts are kept once.
  const known = new Map<string, string>();
  const set = (at: number, cell: string): void => {
    if (isMissingText(cell)) return;
    const text = cell.trim();
    const own = known.get(text) ?? text;
    if (own === text) known.set(text, text);
    column[at] = own;
  };
  return {column, set};
}

function unevenNote(rows: readonly number[]): string[] {
  if (rows.length === 0) return [];
  const what = rows.length === 1 ? "One row" : `${String(rows.length)} rows, the first of them`;
  return [
    rows.length === 1
      ? `${what}, row ${String(rows[0])}, is of another length than the header and is left out.`
      : `${what} row ${String(rows[0])}, are of another length than the header and are left out.`
  ];
}

function refuseRow(names: readonly string[], cells: readonly string[], row: number): never {
  const place =
    cells.length < names.length
      ? `nothing from column ${names[cells.length]} on`
      : `more after column ${names[names.length - 1]}`;
  return error(
    `invalid row: row ${String(row)} has ${String(cells.length)} ${cells.length === 1 ? "cell" : "cells"} where the header has ${String(names.length)} (${place}); mend it, or leave out rows of another length`
  );
}
