// Which engine it is: a hash of its sources and of the lockfile.
import {relative} from "node:path";
import {fileURLToPath} from "node:url";
import {digest, fileIdentity, filesUnder} from "../../../tools/fingerprint.mjs";

const hashed = new Map<string, string>();

/**
 * A hash of every source in a folder, given by its address beside this module and, for the program's
 * bundle (tools/program.mjs), which lies elsewhere, by its path in the project; computed once.
 */
export function sourcesKey(address: string, path: string): string {
  const folder = locally(address, path);
  const known = hashed.get(folder);
  if (known !== undefined) return known;
  const files = filesUnder(folder).filter((file) => file.endsWith(".ts"));
  const key = digest(files.map((file) => `${relative(folder, file)} ${fileIdentity(file)}`));
  hashed.set(folder, key);
  return key;
}

/** A hash of every source of the engine, and of the lockfile. */
export function engineKey(): string {
  const lock = locally(
    new URL("../../../package-lock.json", import.meta.url).href,
    "package-lock.json"
  );
  return digest([
    fileIdentity(lock),
    sourcesKey(new URL("../../engine/", import.meta.url).href, "src/engine")
  ]);
}

function locally(address: string, path: string): string {
  return import.meta.url.endsWith(".ts") ? fileURLToPath(address) : path;
}
