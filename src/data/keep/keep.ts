// Results kept on disk under the hash of what they were made from: whole, or not at all.
import {createHash, randomUUID} from "node:crypto";
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writevSync
} from "node:fs";
import {join} from "node:path";
import {deserialize, serialize} from "node:v8";

/** Where results are kept, how much of them, and who is told when one is damaged or cannot be kept. */
export interface KeepOptions {
  readonly folder?: string;
  /** Bytes, and files, at most; the results that were used longest ago make room. */
  readonly most?: number;
  readonly mostFiles?: number;
  readonly warn?: (sentence: string) => void;
}

/** Results by key, a sha256 in hexadecimal. */
export interface Keep {
  /** What was kept under `key`; undefined when there is nothing, or nothing whole, which is told. */
  readonly read: (key: string) => unknown;
  /** Keeps a value that can be cloned; failing is told and changes nothing else. */
  readonly write: (key: string, value: unknown) => void;
}

const MARK = Buffer.from("poolhouse kept 1\n");
const HASH = 32;
const HEAD = MARK.length + 2 * HASH;

/** A file that nobody has finished in this time never will be; in milliseconds. */
const ABANDONED = 60 * 60 * 1000;

/**
 * Results in a folder, one file each: a mark, the key, a sha256 of the rest, the rest. A file is
 * written under a name of its own and then renamed, so that readers beside and after see it whole or
 * not at all, whenever writers are killed.
 */
export function keepIn({
  folder = join("docs", ".observablehq", "cache", "fits"),
  most = 1e9,
  mostFiles = Infinity,
  warn = (sentence) => process.stderr.write(`${sentence}\n`)
}: KeepOptions = {}): Keep {
  const pathOf = (key: string): string => join(folder, `${key}.kept`);
  return {
    read: (key) => {
      const path = pathOf(key);
      const bytes = readIfThere(path);
      if (bytes === null) return undefined;
      const kept = contentOf(bytes, key);
      if (kept === null) {
        warn(`${path} is damaged and not used; what it held is made again`);
        rmSync(path, {force: true});
        return undefined;
      }
      touch(path);
      return kept.value;
    },
    write: (key, value) => {
      try {
        mkdirSync(folder, {recursive: true});
        writeWhole(folder, pathOf(key), fileOf(key, serialize(value)));
        prune(folder, most, mostFiles);
      } catch (reason) {
        const why =
          reason instanceof Error && "code" in reason ? String(reason.code) : String(reason);
        warn(
          `${folder} cannot be written (${why}), so that the next build makes its results again; make room there`
        );
      }
    }
  };
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

function fileOf(key: string, content: Buffer): readonly Buffer[] {
  return [MARK, Buffer.from(key, "hex"), sha256(content), content];
}

/** The value of a file that is whole and of this key, else null. */
function contentOf(bytes: Buffer, key: string): {value: unknown} | null {
  const content = bytes.subarray(HEAD);
  const head = Buffer.concat([MARK, Buffer.from(key, "hex"), sha256(content)]);
  if (!bytes.subarray(0, HEAD).equals(head)) return null;
  try {
    return {value: deserialize(content)};
  } catch {
    // Written by a newer Node in a form that this one does not know.
    return null;
  }
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}

/** Writes a file under another name, makes sure that it is on the disk, and renames it. */
function writeWhole(folder: string, path: string, parts: readonly Buffer[]): void {
  const part = join(folder, `${String(process.pid)}-${randomUUID()}.part`);
  try {
    const file = openSync(part, "wx");
    try {
      for (const bytes of parts) writeAll(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  } catch (reason) {
    rmSync(part, {force: true});
    throw reason;
  }
}

/** A disk that fills up takes part of what it is given without an error. */
function writeAll(file: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writevSync(file, [bytes.subarray(done)]);
}

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Another build has made room, or the folder is read only.
  }
}

/** Removes what was used longest ago beyond so much, and files that nobody finishes. */
function prune(folder: string, most: number, mostFiles: number): void {
  const files = readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const info = statSync(path, {throwIfNoEntry: false});
    return info ? [{path, size: info.size, time: info.mtimeMs}] : [];
  });
  const isPart = ({path}: {path: string}): boolean => path.endsWith(".part");
  const old = files.filter((file) => isPart(file) && Date.now() - file.time > ABANDONED);
  let size = 0;
  const beyond = files
    .filter(({path}) => path.endsWith(".kept"))
    .sort((a, b) => b.time - a.time)
    .filter((file, k) => (size += file.size) > most || k >= mostFiles);
  for (const {path} of [...old, ...beyond]) rmSync(path, {force: true});
}
