// The tables behind the built pages, read from dist/ by the full Arrow library.
import {existsSync, readFileSync, readdirSync} from "node:fs";
import {basename} from "node:path";
import {tableFromIPC} from "apache-arrow";
import {filesUnder} from "../../tools/fingerprint.mjs";
import type {StudyCard} from "../../src/components/study-types.js";
import type {TrustCard} from "../../src/components/trust-types.js";

/** The name that pages call a study by. */
export type StudyName = string;
export type TableName = "effects" | "parameters" | "curves" | "means" | "tests" | "lens" | "draws";
export type TableRow = Readonly<Record<string, unknown>>;

/** The studies that the built site shows. */
export const studyNames: readonly StudyName[] = readdirSync("dist/_file/data").filter((name) =>
  existsSync(`dist/${name}.html`)
);

/** A file that a study’s page loads, without the hash in its name; throws where there is none. */
export function builtFile(folder: StudyName, name: string, ending: string): Buffer {
  const file = filesUnder(`dist/_file/data/${folder}`).find(
    (path) => basename(path).startsWith(`${name}.`) && path.endsWith(`.${ending}`)
  );
  if (file === undefined) throw new Error(`missing file: ${name}.${ending} of ${folder} in dist`);
  return readFileSync(file);
}

/** What has been read: the site stays as it is while it is tested. */
const tables = new Map<string, readonly TableRow[]>();
const studies = new Map<string, StudyCard>();

function kept<T>(store: Map<string, T>, key: string, read: () => T): T {
  const found = store.get(key) ?? read();
  store.set(key, found);
  return found;
}

/** Every row of a table, as the site ships it. */
export function rowsOf(study: StudyName, name: TableName): TableRow[] {
  return [...kept(tables, `${study} ${name}`, () => readRows(builtFile(study, name, "arrow")))];
}

/** The rows of one model. */
export function modelRows(study: StudyName, name: TableName, model: string): TableRow[] {
  return rowsOf(study, name).filter((row) => row.model === model);
}

/** The rows of Arrow bytes. */
export function readRows(bytes: Uint8Array): TableRow[] {
  return tableFromIPC(bytes)
    .toArray()
    .map((row: {toJSON(): TableRow}) => row.toJSON());
}

export function studyOf(study: StudyName): StudyCard {
  return kept(
    studies,
    study,
    () => JSON.parse(builtFile(study, "study", "json").toString()) as StudyCard
  );
}

/** What the page on trust is drawn from. */
export function trust(): TrustCard {
  return JSON.parse(builtFile("", "trust", "json").toString()) as TrustCard;
}

/** A number of a row; NaN where it is missing. */
export function num(row: TableRow | undefined, column: string): number {
  const value = row?.[column];
  return typeof value === "number" ? value : NaN;
}

/** An effect as pages print it: in the study's unit, signed, with a true minus. */
export function printed(study: StudyName, value: number): string {
  const {factor, digits} = studyOf(study).outcome;
  const text = (Math.abs(value) * factor).toFixed(digits);
  if (!/[1-9]/.test(text)) return text;
  return (value < 0 ? "\u2212" : "+") + text;
}
