// What a worker thread does: run one chain and send its draws back, or fit one choice of a map.
import type {MessagePort} from "node:worker_threads";
import {attemptChain, type ChainOutcome, type ChainTask} from "../engine/index.js";

export {fitChoice} from "./choices/fit-choice.js";

/** One chain to run, and where to tell how far it is. */
export interface ThreadTask extends ChainTask {
  readonly port: MessagePort;
}

/** Runs the chain of a task; its draws go back as one message. */
export function runTask({port, ...task}: ThreadTask): ChainOutcome {
  try {
    return attemptChain(
      task,
      () => performance.now(),
      (done) => port.postMessage(done)
    );
  } finally {
    port.close();
  }
}
