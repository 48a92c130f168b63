// The whole path: spec, design, method, draws, summary, effects, advice.
import {advise, type Advice} from "./advice/advise.js";
import {countersOf} from "./diagnostics/counters.js";
import {judge, type Diagnostics} from "./diagnostics/verdict.js";
import {drawEffects, effectOf, type Effects} from "./effects/effects.js";
import {chooseMethod, type Choice} from "./method.js";
import {createModel, type Model, type ModelSpec} from "./model/model.js";
import {refuseUndetermined} from "./proper.js";
import {sampledModel, type SampledModel} from "./posterior/sampled-model.js";
import type {ChainResult} from "./sampler/chain.js";
import {resolveOptions, type SamplerOptions} from "./sampler/options.js";
import {gatherDraws} from "./sampler/sample.js";
import {summarizeDraws, type ParameterSummary} from "./summary/parameters.js";
import type {SummedRows} from "./design/summed-rows.js";
import type {Columns, Draws} from "./types.js";

/** A fitted model and all that is said of it. */
export interface Fit extends Choice {
  readonly model: Model;
  readonly options: SamplerOptions;
  readonly chains: readonly ChainResult[];
  readonly draws: Draws;
  readonly parameters: readonly ParameterSummary[];
  readonly effects: Effects;
  readonly diagnostics: Diagnostics;
  readonly advice: readonly Advice[];
}

/** Runs all chains of a model, somewhere, and returns them in order of chain. */
export type ChainRunner = (
  model: SampledModel,
  options: SamplerOptions
) => Promise<readonly ChainResult[]>;

/**
 * Fits a model to data, rows or rows summed. Where `runChains` runs its chains cannot change the result.
 * Raises an InputError, before any chain runs, on a spec or data that cannot be fitted.
 */
export async function fit(
  spec: ModelSpec,
  data: Columns | SummedRows,
  given: Partial<SamplerOptions>,
  runChains: ChainRunner
): Promise<Fit> {
  const asked = resolveOptions(given);
  const model = createModel(spec, data);
  effectOf(model);
  refuseUndetermined(model);
  const sampled = sampledModel(model);
  const choice = chooseMethod(sampled, asked.method);
  const options = {...asked, method: choice.method};
  const chains = await runChains(sampled, options);
  const draws = gatherDraws(model.variables, chains, options.draws);
  const parameters = summarizeDraws(draws);
  const effects = drawEffects(model, draws);
  const judged = effects.groups.map((e) => ({...e, variable: `the effect in group ${e.key}`}));
  const diagnostics = judge([...parameters, ...judged], countersOf(chains, options));
  const advice = advise({model, effects, diagnostics});
  return {...choice, model, options, chains, draws, parameters, effects, diagnostics, advice};
}
