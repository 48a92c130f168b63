// What a worker thread does: run one chain and send its draws back.
import type {MessagePort} from "node:worker_threads";
import {
  InputError,
  runModelChain,
  type ChainResult,
  type SampledModel,
  type SamplerOptions
} from "../engine/index.js";

/** One chain to run, and where to tell how far it is. */
export interface ChainTask {
  readonly model: SampledModel;
  readonly options: SamplerOptions;
  readonly chain: number;
  readonly port: MessagePort | null;
}

/** A chain, or the sentence of an InputError: threads pass on an error's words, not its class. */
export type ChainOutcome =
  | {readonly result: ChainResult; readonly refusal: null}
  | {readonly result: null; readonly refusal: string};

/** Progress is told every so many iterations: often enough to watch, seldom enough to cost nothing. */
const TELL_EVERY = 25;

/** Runs the chain of a task; its draws go back as one message. */
export function runTask({model, options, chain, port}: ChainTask): ChainOutcome {
  try {
    const result = runModelChain(model, options, chain, {
      now: () => performance.now(),
      progress: (done, total) => {
        if (port && (done % TELL_EVERY === 0 || done === total)) port.postMessage(done);
      }
    });
    return {result, refusal: null};
  } catch (reason) {
    if (!(reason instanceof InputError)) throw reason;
    return {result: null, refusal: reason.message};
  } finally {
    port?.close();
  }
}
