// The workers of a page, kept between fits: starting one costs more than many a fit.

/** What is used of a Web Worker. */
export type ChainWorker = Pick<
  Worker,
  "onmessage" | "onmessageerror" | "onerror" | "postMessage" | "terminate"
>;

/** Workers that wait for work; one that is not kept after its work is gone for good. */
export class Crew {
  readonly #start: () => ChainWorker;
  readonly #idle = new Set<ChainWorker>();

  constructor(start: () => ChainWorker) {
    this.#start = start;
  }

  /** A waiting worker, or a new one. */
  take(): ChainWorker {
    for (const worker of this.#idle) {
      this.#idle.delete(worker);
      return worker;
    }
    return this.#start();
  }

  /** Lets a worker wait for the next fit; one that dies while it waits is let go. */
  keep(worker: ChainWorker): void {
    worker.onmessage = null;
    worker.onmessageerror = null;
    worker.onerror = () => {
      if (this.#idle.delete(worker)) worker.terminate();
    };
    this.#idle.add(worker);
  }

  /** Ends all workers that wait. */
  dismiss(): void {
    for (const worker of this.#idle) worker.terminate();
    this.#idle.clear();
  }
}
