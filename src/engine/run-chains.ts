// Where chains run: here one after another, or one at a time in a worker.
import {runExactChain} from "./exact/scheme.js";
import type {ChainRunner} from "./fit.js";
import {createPosterior, type SampledModel} from "./posterior/sampled-model.js";
import {createGenerator} from "./random/generator.js";
import type {ChainHooks, ChainResult} from "./sampler/chain.js";
import type {SamplerOptions} from "./sampler/options.js";
import {runJob} from "./sampler/sample.js";

/**
 * Runs chain number `chain` (from 0) of a model by `options.method`; what a worker does. Chain k uses
 * stream k of the seed.
 */
export function runModelChain(
  model: SampledModel,
  options: SamplerOptions,
  chain: number,
  hooks?: ChainHooks
): ChainResult {
  return options.method === "exact" && model.family === "gaussian"
    ? runExactChain(model, options, createGenerator(options.seed, chain), hooks)
    : runJob({model, options, chain}, createPosterior, hooks);
}

/** Runs all chains in this thread, in order. */
export const runChainsInTurn: ChainRunner = (model, options) =>
  Promise.resolve(
    Array.from({length: options.chains}, (_, chain) => runModelChain(model, options, chain))
  );
