// Chains in parallel in a page: a runner that spreads them over Web Workers.
import {
  error,
  resultOf,
  type ChainOutcome,
  type ChainResult,
  type ChainRunner,
  type ChainTask
} from "../engine/index.js";
import {brokenWorker} from "./broken-worker.js";
import {Crew, type ChainWorker} from "./crew.js";
import type {WorkerNews} from "./serve-chains.js";
import {startWorker} from "./start-worker.js";

/** How to run chains in a page. */
export interface WorkerOptions {
  /** Workers at most; as many as the machine has processors by default. */
  readonly workers?: number;
  /** Called about every 50 ms, and at its end, with the iterations a chain has done, of all. */
  readonly progress?: (chain: number, done: number, total: number) => void;
  /** Ends the workers at once when aborted; the run then ends with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Whose workers; the page's own by default. */
  readonly crew?: Crew;
}

/** The workers that all fits of a page share. */
export const pageCrew = new Crew(startWorker);

/**
 * A runner that spreads chains over Web Workers. The number of workers never changes a result, since
 * every chain has its own stream of random numbers. The runner raises an InputError when a chain
 * does, and an Error of one sentence when a worker cannot be started or reached, breaks or dies; then,
 * and when aborted, no worker goes on, and none that failed is kept.
 * Raises an InputError when `workers` is not a whole number from 1.
 */
export function workerRunner(how: WorkerOptions = {}): ChainRunner {
  const {workers = navigator.hardwareConcurrency || 1, progress, signal, crew = pageCrew} = how;
  if (!Number.isInteger(workers) || workers < 1)
    error(`invalid number of workers: ${workers}; must be a whole number from 1`);
  return async (model, options) => {
    signal?.throwIfAborted();
    const total = options.warmup + options.draws;
    const waiting = Array.from({length: options.chains}, (_, chain) => chain);
    const results = new Array<ChainResult>(options.chains);
    const busy = new Set<ChainWorker>();
    const over = new AbortController();
    const work = async () => {
      const worker = hire(crew);
      busy.add(worker);
      for (let chain = waiting.shift(); chain !== undefined; chain = waiting.shift()) {
        const own = chain;
        const tell = (done: number) => progress?.(own, done, total);
        results[own] = resultOf(await runIn(worker, {model, options, chain: own}, tell));
        tell(total);
      }
      if (busy.delete(worker)) crew.keep(worker);
    };
    try {
      const all = Array.from({length: Math.min(workers, options.chains)}, work);
      await Promise.race([Promise.all(all), ...whenAborted(signal, over.signal)]);
      return results;
    } finally {
      over.abort();
      for (const worker of busy) worker.terminate();
      busy.clear();
    }
  };
}

function hire(crew: Crew): ChainWorker {
  try {
    return crew.take();
  } catch (reason) {
    throw brokenWorker(reason);
  }
}

function runIn(
  worker: ChainWorker,
  task: ChainTask,
  tell: (done: number) => void
): Promise<ChainOutcome> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({data}: MessageEvent<WorkerNews>) => {
      if ("done" in data) tell(data.done);
      else resolve(data.outcome);
    };
    worker.onerror = ({message}) => reject(brokenWorker(message));
    worker.onmessageerror = () => reject(brokenWorker("its answer cannot be read"));
    try {
      worker.postMessage(task);
    } catch (reason) {
      reject(brokenWorker(reason));
    }
  });
}

/** A promise that breaks when `signal` is aborted and listens until `over` is; none without a signal. */
function whenAborted(signal: AbortSignal | undefined, over: AbortSignal): Promise<never>[] {
  if (!signal) return [];
  const broken = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error), {signal: over});
  });
  return [broken];
}
