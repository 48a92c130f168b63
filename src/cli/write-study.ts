// Writes the files of a new study into the project: all of them, or none.
import {existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {studyList, withStudy, type NewFile} from "../data/fork/study-files.js";
import {error} from "../engine/error.js";

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
  const root = process.cwd();
  if (!existsSync(join(root, studyList)))
    error(`missing project: ${root} has no ${studyList}; start the program in Poolhouse's folder`);
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(id))
    error(`invalid study name: "${id}"; use small letters, digits and hyphens, such as my-study`);
  const taken = [`src/data/studies/${id}.ts`, `src/data/${id}.zip.ts`, `docs/${id}.md`].find(
    (path) => existsSync(join(root, path))
  );
  if (taken !== undefined)
    error(`ambiguous study: ${taken} is there already; choose another name, or remove it first`);
  if (reserved.has(id)) error(`invalid study name: ${id} is taken by the site; choose another`);
  return root;
}

/** Writes all files, the list of studies last; returns their paths. What was begun is taken back. */
export function writeStudy(root: string, {id, files, data}: NewStudy): string[] {
  const list = readFileSync(join(root, studyList), "utf8");
  const changed = withStudy(list, id);
  const copy = copyOf(root, data);
  const all = [...copy, ...files.map(({path, text}) => ({path, content: text}))];
  const there = all.find(({path}) => existsSync(join(root, path)));
  if (there) error(`ambiguous file: ${there.path} is there already; remove it first`);
  const done: string[] = [];
  try {
    for (const {path, content} of [...all, {path: studyList, content: changed}]) {
      const target = join(root, path);
      mkdirSync(dirname(target), {recursive: true});
      const part = `${target}.${String(process.pid)}.part`;
      writeFileSync(part, content);
      renameSync(part, target);
      done.push(path);
    }
  } catch (reason) {
    for (const path of done) rmSync(join(root, path), {force: true});
    const code = reason instanceof Error && "code" in reason ? String(reason.code) : String(reason);
    return error(`invalid folder: ${root} cannot be written (${code}); mend that and start again`);
  }
  return done;
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
