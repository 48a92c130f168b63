// Chains that are run once: kept under the key of their fit, and read when it comes again.
import {
  fit,
  type ChainResult,
  type ChainRunner,
  type Columns,
  type SamplerOptions,
  type SummedRows
} from "../../engine/index.js";
import {fitKey, type FitOrigin} from "./fit-key.js";
import type {Keep} from "./keep.js";

/**
 * A runner that runs a fit's chains by `run` unless `keep` has them; `told` is given which. Chains that
 * were kept are those that were run, to the last bit, their seconds included.
 */
export function keptRunner(
  origin: FitOrigin,
  run: ChainRunner,
  keep: Keep,
  told?: (kept: boolean) => void
): ChainRunner {
  return async (model, options) => {
    const key = fitKey(origin, model, options);
    const kept = keep.read(key) as readonly ChainResult[] | undefined;
    told?.(kept !== undefined);
    if (kept) return kept;
    const chains = await run(model, options);
    keep.write(key, chains);
    return chains;
  };
}

/** Thrown where chains would be run. */
class KeyFound extends Error {
  constructor(readonly key: string) {
    super("the key is found before any chain is run");
  }
}

/** The key that a fit would have; no chain is run. Raises an InputError where `fit` does. */
export async function keyOfFit(
  origin: FitOrigin,
  data: Columns | SummedRows,
  given: Partial<SamplerOptions>
): Promise<string> {
  try {
    await fit(origin.spec, data, given, (model, options) =>
      Promise.reject(new KeyFound(fitKey(origin, model, options)))
    );
  } catch (reason) {
    if (reason instanceof KeyFound) return reason.key;
    throw reason;
  }
  throw new Error("missing chains: a fit ran none");
}
