// Writes and removes files of the project: all of them, or none.
import {mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {error} from "../engine/error.js";

/** A file's path from the root of the project, and what it is to hold; null takes it away. */
export interface FileChange {
  readonly path: string;
  readonly content: string | Uint8Array | null;
}

/**
 * Makes the changes in their order, each file whole or not at all; returns the paths. Where one cannot be made, those
 * before it are taken back, and an InputError is raised.
 */
export function writeFiles(root: string, changes: readonly FileChange[]): string[] {
  const done: FileChange[] = [];
  try {
    for (const {path, content} of changes) {
      const target = join(root, path);
      const before = statSync(target, {throwIfNoEntry: false}) ? readFileSync(target) : null;
      put(target, content);
      done.push({path, content: before});
    }
  } catch (reason) {
    for (const {path, content} of done.toReversed()) put(join(root, path), content);
    const code = reason instanceof Error && "code" in reason ? String(reason.code) : String(reason);
    return error(`invalid folder: ${root} cannot be written (${code}); mend that and start again`);
  }
  return done.map(({path}) => path);
}

function put(target: string, content: FileChange["content"]): void {
  if (content === null) {
    rmSync(target, {force: true});
    return;
  }
  mkdirSync(dirname(target), {recursive: true});
  const part = `${target}.${String(process.pid)}.part`;
  try {
    writeFileSync(part, content);
    renameSync(part, target);
  } catch (reason) {
    rmSync(part, {force: true});
    throw reason;
  }
}
