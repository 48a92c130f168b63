// The key of a fit: a hash of its data, model, priors, sampler settings and seed, engine and lockfile.
import {createHash} from "node:crypto";
import {relative} from "node:path";
import {fileURLToPath} from "node:url";
import {digest, fileIdentity, filesUnder} from "../../../tools/fingerprint.mjs";
import type {ModelSpec, SampledModel, SamplerOptions} from "../../engine/index.js";
import {keyOf} from "../key.js";

/** What decides a fit beside what its sampler is sent. */
export interface FitOrigin {
  /** The sha256 of the raw data file. */
  readonly data: string;
  readonly spec: ModelSpec;
}

/**
 * The key of a fit, a sha256 in hexadecimal. The sampled model is the rows after all recodes, summed,
 * and the priors as they are in force. Equal inputs give equal keys on every machine.
 */
export function fitKey(
  {data, spec}: FitOrigin,
  model: SampledModel,
  options: SamplerOptions
): string {
  return keyOf(engineKey(), data, spec, canonical(model), options);
}

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

/** Plain data as text; typed arrays by the hash of their bytes, numbers that JSON lacks by name. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (ArrayBuffer.isView(part)) {
      const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
      return {[part.constructor.name]: createHash("sha256").update(bytes).digest("hex")};
    }
    if (part instanceof Map) return {Map: [...part]};
    return typeof part === "number" && !Number.isFinite(part) ? {number: String(part)} : part;
  });
}
