// The key of a fit: one hash over everything that decides its numbers.
import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";

/** The version of Poolhouse, from package.json. */
export const version: string = (
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
    version: string;
  }
).version;

/**
 * A sha256, in hexadecimal, over parts in order: bytes as they are, anything else as JSON. Equal
 * inputs give equal keys on every machine.
 */
export function keyOf(...parts: readonly unknown[]): string {
  const hash = createHash("sha256");
  for (const part of [version, ...parts]) {
    const bytes = part instanceof Uint8Array ? part : Buffer.from(asText(part));
    hash.update(`${String(bytes.length)}:`).update(bytes);
  }
  return hash.digest("hex");
}

// JSON knows no undefined and writes NaN as null.
function asText(part: unknown): string {
  return part === undefined ? "" : JSON.stringify(part);
}
