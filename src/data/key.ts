// The key of a fit: one hash over everything that decides its numbers.
import {sha256} from "@noble/hashes/sha2.js";
import {bytesToHex} from "@noble/hashes/utils.js";
import own from "../../package.json" with {type: "json"};

const dependencies: Readonly<Record<string, string>> = own.dependencies;

/** The version of Poolhouse, from package.json. */
export const version: string = own.version;

/** What of our packages touches a number on its way: randomness, recodes, tables, figures. */
const touching = ["seedrandom", "arquero", "apache-arrow", "@observablehq/plot"] as const;

/** The versions of those packages, pinned in package.json. */
export const packageVersions: Readonly<Record<string, string>> = Object.fromEntries(
  touching.map((name) => [name, dependencies[name]])
);

/** The sha256 of bytes, in hexadecimal; the same here and in browsers, where pages without https have none of their own. */
export function sha256Of(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}

/**
 * A sha256, in hexadecimal, over parts in order: bytes as they are, anything else as JSON. Equal
 * inputs give equal keys on every machine.
 */
export function keyOf(...parts: readonly unknown[]): string {
  const hash = sha256.create();
  const texts = new TextEncoder();
  for (const part of [version, ...parts]) {
    const bytes = part instanceof Uint8Array ? part : texts.encode(asText(part));
    hash.update(texts.encode(`${String(bytes.length)}:`)).update(bytes);
  }
  return bytesToHex(hash.digest());
}

// JSON knows no undefined and writes NaN as null.
function asText(part: unknown): string {
  return part === undefined ? "" : JSON.stringify(part);
}
