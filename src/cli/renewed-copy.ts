// Where a study's data file goes that has changed: into data/raw, in place of the copy that new made.
import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import type {DeclaredSource} from "../data/define/declaration.js";
import {error} from "../engine/error.js";
import type {FileChange} from "./write-files.js";

/**
 * The change that data/raw needs: none where the file lies already where it is looked for. Raises an InputError where
 * another file of its name would be found in its place, which is nobody's to replace.
 */
export function renewedCopy(
  root: string,
  {file, bytes}: {readonly file: string; readonly bytes: Uint8Array},
  before: Pick<DeclaredSource, "file" | "sha256">
): FileChange[] {
  const raw = join(root, "data", "raw");
  const folder = process.env.POOLHOUSE_DATA ?? "";
  const isApart = folder !== "" && resolve(folder) !== raw;
  const given = isApart ? readThere(join(folder, file)) : null;
  if (given && Buffer.compare(given, bytes) !== 0)
    error(
      `ambiguous data file: ${join(folder, file)} has the same name and other bytes, and is found first; put the new file there, or rename one of them`
    );
  const change = {path: join("data", "raw", file), content: bytes};
  const copy = readThere(join(raw, file));
  if (!copy) return given ? [] : [change];
  if (Buffer.compare(copy, bytes) === 0) return [];
  const isDeclared =
    before.file === file && createHash("sha256").update(copy).digest("hex") === before.sha256;
  if (!isDeclared)
    error(
      `ambiguous data file: ${join(raw, file)} has the same name, and is neither the new file nor the one that was declared; rename one of them`
    );
  return [change];
}

function readThere(path: string): Buffer | null {
  return existsSync(path) ? readFileSync(path) : null;
}
