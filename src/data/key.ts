// The key of a fit: one hash over everything that decides its numbers.
import {createHash} from "node:crypto";
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
