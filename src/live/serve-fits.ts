// What a worker that fits whole models does: one request at a time, progress on the way.
import {areQuick, runChainsInTurn, sentenceOf, type ChainRunner} from "../engine/index.js";
import {fitLive, type LiveRequest, type LiveResult} from "./fit-live.js";
import {workerRunner} from "./worker-runner.js";

/** What such a worker tells: the share of iterations done, an answer, or the sentence of a refusal. */
export type FitNews =
  | {readonly done: number}
  | {readonly result: LiveResult}
  | {readonly refusal: string}
  | {readonly failure: string};

/** What is used of a worker's global scope. */
export interface FitScope {
  onmessage: ((event: {readonly data: LiveRequest}) => void) | null;
  postMessage(news: FitNews): void;
}

/** Answers each request. Quick models run here; the chains of others in workers of their own. */
export function serveFits(scope: FitScope, hasWorkers = typeof Worker !== "undefined"): void {
  scope.onmessage = ({data}) => {
    void answer(data, scope, hasWorkers).then((news) => {
      scope.postMessage(news);
    });
  };
}

async function answer(
  request: LiveRequest,
  scope: FitScope,
  hasWorkers: boolean
): Promise<FitNews> {
  const run: ChainRunner = (model, options) => {
    if (!hasWorkers || areQuick(model, options)) return runChainsInTurn(model, options);
    const done = new Float64Array(options.chains);
    const progress = (chain: number, iterations: number, total: number): void => {
      done[chain] = iterations / total;
      scope.postMessage({done: done.reduce((sum, share) => sum + share, 0) / options.chains});
    };
    return workerRunner({progress})(model, options);
  };
  try {
    return {result: await fitLive(request, run)};
  } catch (reason) {
    try {
      return {refusal: sentenceOf(reason)};
    } catch {
      return {failure: reason instanceof Error ? reason.message : String(reason)};
    }
  }
}
