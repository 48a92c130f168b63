// What a Web Worker does: run the chains it is sent, one at a time, and send their draws back.
import {attemptChain, type ChainOutcome, type ChainTask} from "../engine/index.js";

/** What a worker tells: how many iterations are done, or how the chain came out. */
export type WorkerNews = {readonly done: number} | {readonly outcome: ChainOutcome};

/** What is used of a worker's global scope. */
export interface WorkerScope {
  onmessage: ((event: {readonly data: ChainTask}) => void) | null;
  onmessageerror: (() => void) | null;
  postMessage(news: WorkerNews, transfer: ArrayBuffer[]): void;
}

/** Reports of progress, each about 50 ms, from one stop to the next: a stop costs milliseconds. */
const STOP_EVERY = 5;

/**
 * Answers each task with progress and an outcome, whose arrays are handed over, not copied. Calls
 * `stop` a few times a second; when it throws, the chain ends without an outcome. A task that cannot
 * be read breaks the worker, so that the page hears of it.
 */
export function serveChains(scope: WorkerScope, stop: () => void): void {
  scope.onmessageerror = () => {
    throw new Error("its task cannot be read");
  };
  scope.onmessage = ({data}) => {
    let reports = 0;
    const tell = (done: number) => {
      scope.postMessage({done}, []);
      if (++reports % STOP_EVERY === 0) stop();
    };
    const outcome = attemptChain(data, () => performance.now(), tell);
    scope.postMessage({outcome}, buffersOf(outcome));
  };
}

/** The memory of an outcome's arrays, each piece once. */
function buffersOf({result}: ChainOutcome): ArrayBuffer[] {
  const buffers = Object.values(result ?? {})
    .filter((value) => ArrayBuffer.isView(value))
    .map(({buffer}) => buffer as ArrayBuffer);
  return [...new Set(buffers)];
}
