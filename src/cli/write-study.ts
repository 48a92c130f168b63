// Writes the files of a new study into the project: all of them, or none.
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {filesOfStudy, studyList, withStudy, type NewFile} from "../data/fork/study-files.js";
import {error} from "../engine/error.js";
import {declaredStudies, isOwn, projectRoot} from "./read-study.js";
import {writeFiles} from "./write-files.js";

/** What goes into the project. */
export interface NewStudy {
  readonly id: string;
  readonly files: readonly NewFile[];
  /** The data file, for data/raw, which is never committed. */
  readonly data: {readonly file: string; readonly bytes: Uint8Array};
}

/** Names that pages or files of the project have for other things. */
const reserved: ReadonlySet<string> = new Set(["index", "404", "claims", "data", "live", "take"]);

/**
 * The project's folder, where the program was started. Raises an InputError outside a project, and
 * on a name that is none, or that something there has already.
 */
export function checkProject(id: string): string {
  const root = projectRoot();
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id))
    error(`invalid study name: "${id}"; use small letters, digits and hyphens, such as my-study`);
  const taken = filesOfStudy(id)
    .slice(0, -1)
    .find((path) => existsSync(join(root, path)));
  if (taken !== undefined) error(`ambiguous study: ${taken} is there already; ${wayOn(root, id)}`);
  if (reserved.has(id)) error(`invalid study name: ${id} is taken by the site; choose another`);
  return root;
}

/** Deleting a study's file by hand would leave a list that names it, and no program that starts. */
function wayOn(root: string, id: string): string {
  if (isOwn(id) || !declaredStudies(root).includes(id))
    return "choose another name, or remove that file where it is left over from a study of yours";
  return `bring it up to date with ./bin/poolhouse renew ${id} --data FILE, take it out with ./bin/poolhouse remove ${id}, or choose another name`;
}

/** Writes all files, the list of studies last; returns their paths. What was begun is taken back. */
export function writeStudy(root: string, {id, files, data}: NewStudy): string[] {
  const list = readFileSync(join(root, studyList), "utf8");
  const changed = withStudy(list, id);
  const copy = copyOf(root, data);
  const all = [...copy, ...files.map(({path, text}) => ({path, content: text}))];
  const there = all.find(({path}) => existsSync(join(root, path)));
  if (there) error(`ambiguous file: ${there.path} is there already; remove it first`);
  return writeFiles(root, [...all, {path: studyList, content: changed}]);
}

/** The data file for data/raw, unless it lies where data are looked for already. */
function copyOf(
  root: string,
  {file, bytes}: NewStudy["data"]
): {path: string; content: Uint8Array}[] {
  const path = join("data", "raw", file);
  for (const place of [process.env.POOLHOUSE_DATA ?? "", join(root, "data", "raw")]) {
    const found = join(place, file);
    if (place === "" || !existsSync(found)) continue;
    if (Buffer.compare(readFileSync(found), bytes) === 0) return [];
    error(`ambiguous data file: ${found} has the same name and other bytes; rename one of them`);
  }
  return [{path, content: bytes}];
}
