// The key of a fit: a hash of its data, model, priors, sampler settings and seed, engine and lockfile. Free of Node.
import type {ModelSpec, SampledModel, SamplerOptions} from "../../engine/index.js";
import {keyOf, sha256Of} from "../key.js";

/** What decides a fit beside what its sampler is sent. */
export interface FitOrigin {
  /** The sha256 of the raw data file. */
  readonly data: string;
  readonly spec: ModelSpec;
  /** What {@link engineKey} of engine-key.ts gives for the engine that fits. */
  readonly engine: string;
}

/**
 * The key of a fit, a sha256 in hexadecimal. The sampled model is the rows after all recodes, summed,
 * and the priors as they are in force. Equal inputs give equal keys on every machine.
 */
export function fitKey(
  {data, spec, engine}: FitOrigin,
  model: SampledModel,
  options: SamplerOptions
): string {
  return keyOf(engine, data, spec, canonical(model), options);
}

/** Plain data as text; typed arrays by the hash of their bytes, numbers that JSON lacks by name. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (ArrayBuffer.isView(part)) {
      const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
      return {[part.constructor.name]: sha256Of(bytes)};
    }
    if (part instanceof Map) return {Map: [...part]};
    return typeof part === "number" && !Number.isFinite(part) ? {number: String(part)} : part;
  });
}
