// A worker in this thread: what it is sent and what it sends are copied, as between threads.
import type {ChainTask} from "../../src/engine/index.js";
import type {ChainWorker} from "../../src/live/crew.js";
import {serveChains, type WorkerNews} from "../../src/live/serve-chains.js";

/** A ChainWorker that runs chains here, each in a task of its own. */
export class LocalWorker implements ChainWorker {
  onmessage: ChainWorker["onmessage"] = null;
  onmessageerror: ChainWorker["onmessageerror"] = null;
  onerror: ChainWorker["onerror"] = null;
  ended = false;
  readonly chains: number[] = [];
  readonly #scope: Parameters<typeof serveChains>[0] = {
    onmessage: null,
    onmessageerror: null,
    postMessage: (news, transfer) => {
      this.#deliver(structuredClone(news, {transfer}));
    }
  };

  constructor() {
    serveChains(this.#scope, () => undefined);
  }

  postMessage(task: ChainTask): void {
    this.chains.push(task.chain);
    const data = structuredClone(task);
    setTimeout(() => {
      if (this.ended) return;
      try {
        this.#scope.onmessage?.({data});
      } catch (reason) {
        this.onerror?.call(null as never, {message: String(reason)} as ErrorEvent);
      }
    });
  }

  terminate(): void {
    this.ended = true;
  }

  #deliver(data: WorkerNews): void {
    setTimeout(() => {
      if (!this.ended) this.onmessage?.call(null as never, {data} as MessageEvent);
    });
  }
}
