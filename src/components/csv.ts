// A table as CSV that keeps its digits and that no spreadsheet runs.
import {csvFormatRows} from "../vendor/d3.js";
import type {TakenTable} from "./taken-table.js";

/**
 * CSV text, numbers with every digit they have; what is missing stays empty. A text that a
 * spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets do not show.
 */
export function csvOf({rows, columns}: TakenTable): string {
  const cells = columns.map(({kind, values}) => (row: number): string => {
    const value = values[row];
    if (value === null || Number.isNaN(value)) return "";
    if (kind === "single") return shortest(value as number);
    return kind === "text" ? inert(value as string) : String(value);
  });
  const head = columns.map(({name}) => inert(name));
  const body = Array.from({length: rows}, (_, row) => cells.map((cell) => cell(row)));
  return `${csvFormatRows([head, ...body])}\n`;
}

/** Not a number, but begun as a formula is; a tab or a return in front does not hide one. */
function inert(text: string): string {
  const isFormula = /^[\t\r\n ]*[=+\-@]/.test(text) && Number.isNaN(Number(text));
  return isFormula ? `'${text}` : text;
}

/** The fewest digits that give the same Float32. */
function shortest(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const text = Number(value.toPrecision(digits));
    if (Math.fround(text) === value) return String(text);
  }
  return String(value);
}
