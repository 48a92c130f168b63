// The data file of a new study: read, fingerprinted, and what is known of where it comes from.
import {createHash} from "node:crypto";
import {readFileSync, statSync} from "node:fs";
import {basename} from "node:path";
import type {DeclaredSource} from "../data/define/declaration.js";
import {readTable, type DataTable} from "../data/readers/read-table.js";
import {error} from "../engine/error.js";

/** What the command line may say of a new study. */
export interface NewFlags {
  data: string;
  treatment?: string;
  arms?: string;
  outcome?: string;
  modifiers?: string;
  controls?: string;
  clusters?: string;
  label?: string[];
  order?: string[];
  row?: string;
  where?: string[];
  missing?: string[];
  unit?: string;
  title?: string;
  question?: string;
  about?: string;
  sourceUrl?: string[];
  doi?: string;
  citation?: string;
  licence?: string;
  ragged: string;
}

/** Above this Node reads no file whole. */
const LARGEST = 2 ** 31 - 1;

/** Reads the file that the flags name. Raises an InputError on whatever is wrong with it or them. */
export async function readSource(
  flags: NewFlags
): Promise<{table: DataTable; source: DeclaredSource; bytes: Uint8Array}> {
  const {data, ragged, sourceUrl = [], doi, citation, licence} = flags;
  if (ragged !== "refuse" && ragged !== "leave-out")
    error(`invalid value of --ragged: "${ragged}"; write refuse or leave-out`);
  for (const url of sourceUrl)
    if (!URL.canParse(url) || !/^https?:/u.test(url))
      error(`invalid value of --source-url: "${url}"; write an address that begins with https://`);
  const bytes = readBytes(data);
  const file = basename(data);
  const table = await readTable(bytes, file, {
    ragged: ragged === "refuse" ? "refuse" : "leave out"
  });
  const source: DeclaredSource = {
    file,
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    ...(ragged === "leave-out" && {ragged: "leave out"}),
    ...(sourceUrl.length > 0 && {urls: sourceUrl}),
    ...(doi !== undefined && {doi}),
    ...(licence !== undefined && {licence}),
    ...(citation !== undefined && {citation})
  };
  return {table, source, bytes};
}

function readBytes(path: string): Uint8Array {
  const info = statSync(path, {throwIfNoEntry: false});
  if (!info) return error(`missing file: ${path}; check the path`);
  if (info.isDirectory()) error(`invalid file: ${path} is a folder; name a data file in it`);
  if (info.size > LARGEST)
    error(
      `unsupported file: ${path} has ${(info.size / 1e9).toFixed(1)} GB; keep the columns that you need, in a .parquet file`
    );
  try {
    return readFileSync(path);
  } catch {
    return error(`invalid file: ${path} may not be read; mend its permissions`);
  }
}

/** Words by column, from "column=words" each. Raises an InputError on another form. */
export function labelsFlag(texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      if (at < 1 || at === text.length - 1)
        error(`invalid value of --label: "${text}"; write column=words`);
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
    })
  );
}

/** Answers by column, from "column=lowest; …; highest" each. Raises an InputError on another form. */
export function ordersFlag(texts: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(
    texts.map((text) => {
      const at = text.indexOf("=");
      const answers = text
        .slice(at + 1)
        .split(";")
        .map((answer) => answer.trim());
      const named = answers.filter((answer) => answer !== "");
      if (at < 1 || named.length < 2)
        error(
          `invalid value of --order: "${text}"; name two answers or more with semicolons between, in quotation marks, as in --order "column=lowest; …; highest"`
        );
      return [text.slice(0, at).trim(), named];
    })
  );
}

/** Names with commas between, none of an empty text. */
export function listFlag(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
