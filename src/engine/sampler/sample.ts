// Several chains from one seed, gathered into draws.
import type {Draws, Posterior} from "../types.js";
import {createDraws} from "../draws/draws.js";
import {createGenerator} from "../random/generator.js";
import {runChain, type ChainHooks, type ChainResult} from "./chain.js";
import type {SamplerOptions} from "./options.js";

/** One chain of one run: what a worker needs to be told. */
export interface ChainJob<Model> {
  readonly model: Model;
  readonly options: SamplerOptions;
  /** Counted from 0; chain k uses stream k of the seed. */
  readonly chain: number;
}

/** Runs one chain; equal jobs give equal draws, wherever and in whatever order they run. */
export function runJob<Model>(
  {model, options, chain}: ChainJob<Model>,
  createPosterior: (model: Model) => Posterior,
  hooks?: ChainHooks
): ChainResult {
  return runChain(createPosterior(model), options, createGenerator(options.seed, chain), hooks);
}

/** The draws of several chains side by side. */
export function gatherDraws(
  variables: readonly string[],
  results: readonly ChainResult[],
  iterations: number
): Draws {
  const draws = createDraws(variables, results.length, iterations);
  results.forEach(({values}, chain) => {
    for (let v = 0; v < variables.length; ++v)
      draws.values.set(
        values.subarray(v * iterations, (v + 1) * iterations),
        (v * results.length + chain) * iterations
      );
  });
  return draws;
}
