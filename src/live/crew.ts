// The workers of a page, kept between fits: starting one costs more than many a fit.

/** What is used of a Web Worker. */
export type ChainWorker = Pick<Worker, "onmessage" | "onerror" | "postMessage" | "terminate">;

/** Workers that wait for work; one that is not kept after its work is gone for good. */
export class Crew {
  readonly #start: () => ChainWorker;
  readonly #idle: ChainWorker[] = [];

  constructor(start: () => ChainWorker) {
    this.#start = start;
  }

  /** A waiting worker, or a new one. */
  take(): ChainWorker {
    return this.#idle.pop() ?? this.#start();
  }

  /** Lets a worker wait for the next fit. */
  keep(worker: ChainWorker): void {
    this.#idle.push(worker);
  }

  /** Ends all workers that wait. */
  dismiss(): void {
    for (const worker of this.#idle.splice(0)) worker.terminate();
  }
}
