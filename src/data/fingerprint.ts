// Tells whether bytes are those of a declared source.
import {createHash} from "node:crypto";
import type {Source} from "./sources.js";

/** What of a source its bytes are held against. */
export type Fingerprint = Pick<Source, "bytes" | "sha256">;

/** What is wrong with `bytes`, as a phrase, or null when their number and sha256 are as declared. */
export function byteFault(bytes: Uint8Array, {bytes: length, sha256}: Fingerprint): string | null {
  if (bytes.length !== length) return `${bytes.length} bytes, not the ${length} declared`;
  const found = createHash("sha256").update(bytes).digest("hex");
  return found === sha256
    ? null
    : `sha256 ${found.slice(0, 12)}…, not the ${sha256.slice(0, 12)}… declared`;
}
