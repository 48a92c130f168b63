// What a file is, from its first bytes: its name may say something else.
import {error} from "../../engine/error.js";

/** The kinds that can be read. */
export type FileKind = "csv" | "dta" | "sav" | "parquet" | "arrow";

const signatures: readonly (readonly [start: string, kind: FileKind])[] = [
  ["<stata_dta>", "dta"],
  ["$FL2", "sav"],
  ["$FL3", "sav"],
  ["PAR1", "parquet"],
  ["ARROW1", "arrow"]
];

/** What is known and cannot be read, with a way on. */
const strangers: readonly (readonly [start: string, what: string, remedy: string])[] = [
  ["PK\u0003\u0004", "a zip archive or an Excel workbook", "unpack it, or save its sheet as csv"],
  ["\u001f\u008b", "compressed by gzip", "unpack it"],
  ["%PDF", "a PDF", "name the data file itself"],
  ["\u00d0\u00cf\u0011\u00e0", "an old Excel workbook", "save its sheet as csv"],
  ["SQLite format 3", "a database", "export its table as csv"],
  ["<!DOCTYPE html", "a web page", "download the file that the page links to"],
  ["<html", "a web page", "download the file that the page links to"],
  ["RDX3", "an R workspace", "write the data frame as csv"]
];

/** Releases of Stata's format from before it had a readable start. */
const oldStata: ReadonlySet<number> = new Set([113, 114, 115]);

/**
 * The kind of the file, by its bytes. Raises an InputError on an empty file, on one whose name says
 * dta and whose bytes do not, and on a format that is known and cannot be read.
 */
export function fileKind(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length === 0) error(`missing data: ${name} is empty; name another file`);
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  const known = signatures.find(([text]) => start.startsWith(text));
  if (known) return known[1];
  const stranger = strangers.find(([text]) => start.toLowerCase().startsWith(text.toLowerCase()));
  if (stranger) error(`unsupported file: ${name} is ${stranger[1]}; ${stranger[2]}`);
  const ending = /\.([a-z]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? "";
  if (oldStata.has(bytes[0]) && (bytes[1] === 1 || bytes[1] === 2)) return "dta";
  // An IPC stream has no signature of its own.
  if (bytes[0] === 0xff && bytes[1] === 0xff && bytes[2] === 0xff && bytes[3] === 0xff)
    return "arrow";
  if (["dta", "sav", "parquet"].includes(ending))
    error(
      `invalid file: ${name} does not begin as a .${ending} file does; copy it again from where it came`
    );
  return "csv";
}
