// A page's way to refit a model: one worker at a time, and one that waits.
import {InputError} from "../engine/index.js";
import type {LiveRequest, LiveResult} from "./fit-live.js";
import type {FitNews} from "./serve-fits.js";
import {startFitWorker} from "./start-worker.js";

/** What is used of a worker that fits. */
export type FitWorker = Pick<Worker, "onmessage" | "onerror" | "postMessage" | "terminate">;

/** How a fit is followed and stopped. */
export interface FitHooks {
  readonly signal?: AbortSignal;
  /** Called with the share of iterations done, 0 to 1. */
  readonly progress?: (done: number) => void;
}

/**
 * Fits that a worker does before another takes its place. Its heap's space for new objects doubles and
 * doubles with what has been through it, to 64 MB, and is never given back while it works.
 */
const LIFE = 25;

/**
 * Fits in a worker that is kept between fits, since a new one has everything to compile again. An
 * aborted fit takes its worker with it, and so does the last of many; another is started at once, so
 * that the next finds it ready.
 */
export class LiveFitter {
  readonly #start: () => FitWorker;
  #idle: FitWorker | null = null;
  readonly #done = new WeakMap<FitWorker, number>();

  constructor(start: () => FitWorker = startFitWorker) {
    this.#start = start;
  }

  /** Starts a worker before it is needed. */
  prepare(): void {
    this.#idle ??= this.#start();
  }

  /**
   * Fits; raises an InputError on a choice that cannot be fitted, the signal's reason when aborted, and
   * an Error with a sentence when the worker dies.
   */
  async fit(request: LiveRequest, {signal, progress}: FitHooks = {}): Promise<LiveResult> {
    signal?.throwIfAborted();
    const worker = this.#idle ?? this.#start();
    this.#idle = null;
    try {
      const result = await ask(worker, request, signal, progress);
      this.#keep(worker);
      return result;
    } catch (reason) {
      // One that refused is as good as before; one that was stopped or died is not.
      if (reason instanceof InputError) this.#keep(worker);
      else {
        worker.terminate();
        this.prepare();
      }
      throw reason;
    }
  }

  /** Lets a worker wait; one is enough, and none for ever. */
  #keep(worker: FitWorker): void {
    const done = (this.#done.get(worker) ?? 0) + 1;
    this.#done.set(worker, done);
    if (this.#idle || done >= LIFE) worker.terminate();
    else this.#idle = worker;
    this.prepare();
  }

  /** Ends the waiting worker. */
  dismiss(): void {
    this.#idle?.terminate();
    this.#idle = null;
  }
}

function ask(
  worker: FitWorker,
  request: LiveRequest,
  signal: AbortSignal | undefined,
  progress: ((done: number) => void) | undefined
): Promise<LiveResult> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      reject(signal?.reason as Error);
    };
    const settle = (act: () => void): void => {
      signal?.removeEventListener("abort", stop);
      act();
    };
    signal?.addEventListener("abort", stop, {once: true});
    worker.onmessage = ({data}: MessageEvent<FitNews>) => {
      if ("done" in data) progress?.(data.done);
      else
        settle(() => {
          if ("result" in data) resolve(data.result);
          else if ("refusal" in data) reject(new InputError(data.refusal));
          else reject(new Error(`the fit failed: ${data.failure}`));
        });
    };
    worker.onerror = ({message}) => {
      settle(() => {
        reject(new Error(`the worker that fits stopped: ${message || "it gave no reason"}`));
      });
    };
    worker.postMessage(request);
  });
}
