// Fits that are made once: their chains, and what is said of their draws, kept under the key of the fit.
import {
  createModel,
  fit,
  gatherDraws,
  type ChainResult,
  type ChainRunner,
  type Columns,
  type Fit,
  type SamplerOptions,
  type SummedRows
} from "../../engine/index.js";
import {keyOf} from "../key.js";
import {fitKey, type FitOrigin} from "./fit-key.js";
import type {Keep} from "./keep.js";

/** A fit, its key, and whether it was kept. */
export interface KeptFit {
  readonly fit: Fit;
  readonly key: string;
  readonly kept: boolean;
}

/** What of a fit is plain data beside its chains; the rest follows from these and the model. */
type Said = Omit<Fit, "model" | "chains" | "draws">;

/**
 * The fit of a spec to data, from `keep` or made with `run` and kept. The engine's sources are part of the
 * key, so that what is kept is what they would say, to the last bit. Raises an InputError where `fit` does.
 */
export async function keptFit(
  origin: FitOrigin,
  data: Columns | SummedRows,
  given: Partial<SamplerOptions>,
  run: ChainRunner,
  keep: Keep
): Promise<KeptFit> {
  const key = await keyOfFit(origin, data, given);
  const place = keyOf("said of the draws", key);
  const chains = keep.read(key) as readonly ChainResult[] | undefined;
  const said = chains && (keep.read(place) as Said | undefined);
  if (said) {
    const model = createModel(origin.spec, data);
    const draws = gatherDraws(model.variables, chains, said.options.draws);
    return {fit: {...said, model, chains, draws}, key, kept: true};
  }
  const made = await fit(origin.spec, data, given, async (model, options) => {
    if (chains) return chains;
    const ran = await run(model, options);
    keep.write(key, ran);
    return ran;
  });
  const {model: _model, chains: _chains, draws: _draws, ...rest} = made;
  keep.write(place, rest satisfies Said);
  return {fit: made, key, kept: chains !== undefined};
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
