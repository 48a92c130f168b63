// Where chains run: here one after another, or one at a time in a worker.
import {error, sentenceOf} from "./error.js";
import {gatherClasses, hasOneFactor} from "./exact/one-factor.js";
import {refuseImproper} from "./exact/refuse-improper.js";
import {planOf, runExactChain} from "./exact/scheme.js";
import type {ChainRunner} from "./fit.js";
import {createPosterior, type SampledModel} from "./posterior/sampled-model.js";
import {createGenerator} from "./random/generator.js";
import type {ChainHooks, ChainResult} from "./sampler/chain.js";
import type {SamplerOptions} from "./sampler/options.js";
import {runJob, type ChainJob} from "./sampler/sample.js";

/** One chain of one run: what a worker is told. */
export type ChainTask = ChainJob<SampledModel>;

/** A chain, or the sentence of an InputError: threads pass on an error's words, not its class. */
export type ChainOutcome =
  | {readonly result: ChainResult; readonly refusal: null}
  | {readonly result: null; readonly refusal: string};

/** Milliseconds between reports of progress: often enough to watch, seldom enough to cost nothing. */
const TELL_EVERY = 50;

/** Milliseconds between looks at the clock, at the most. */
const LOOK_EVERY = 5;

/**
 * Runs chain number `chain` (from 0) of a model by `options.method`; what a worker does. Chain k uses
 * stream k of the seed.
 * Raises an InputError when the posterior of a Gaussian model is improper.
 */
export function runModelChain(
  model: SampledModel,
  options: SamplerOptions,
  chain: number,
  hooks?: ChainHooks
): ChainResult {
  if (model.family === "gaussian") {
    if (options.method === "exact")
      return runExactChain(model, options, createGenerator(options.seed, chain), hooks);
    // NUTS would wander where there is no posterior.
    refuseImproper(model, hasOneFactor(model.cells) ? gatherClasses(model.cells) : null);
  }
  return runJob({model, options, chain}, createPosterior, hooks);
}

/** Numbers drawn that are quicker written than a worker is started. */
const FEW_NUMBERS = 2e7;

/** True when all chains of a model, run here in turn, take less time than to start a worker. */
export function areQuick(model: SampledModel, {method, chains, draws}: SamplerOptions): boolean {
  return (
    method === "exact" &&
    model.family === "gaussian" &&
    planOf(model).scheme === "independent" &&
    chains * draws * model.variables.length < FEW_NUMBERS
  );
}

/**
 * Runs one chain in a worker: `tell` gets the iterations done about every 50 ms by the clock `now`
 * (milliseconds), the last excepted. The outcome is plain data; `resultOf` opens it on the other side.
 */
export function attemptChain(
  {model, options, chain}: ChainTask,
  now: () => number,
  tell: (done: number) => void
): ChainOutcome {
  let told = now();
  let looked = {done: 0, time: told};
  let next = 1;
  const progress = (done: number, total: number) => {
    if (done < next || done === total) return;
    const time = now();
    // Looking at the clock costs as much as a quick draw does.
    next = done + Math.floor((LOOK_EVERY * (done - looked.done)) / (time - looked.time + 1)) + 1;
    looked = {done, time};
    if (time - told < TELL_EVERY) return;
    told = time;
    tell(done);
  };
  try {
    return {result: runModelChain(model, options, chain, {now, progress}), refusal: null};
  } catch (reason) {
    return {result: null, refusal: sentenceOf(reason)};
  }
}

/** The chain of an outcome; raises the InputError that the chain did. */
export function resultOf({result, refusal}: ChainOutcome): ChainResult {
  return result ?? error(refusal);
}

/** Runs all chains in this thread, in order. */
export const runChainsInTurn: ChainRunner = (model, options) =>
  Promise.resolve(
    Array.from({length: options.chains}, (_, chain) => runModelChain(model, options, chain))
  );
