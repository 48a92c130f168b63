// The workshop's worker in the process of a test: the same messages, copied as a browser copies them.
import type {WorkNews, WorkRequest, WorkScope} from "../../src/workshop/serve-workshop.js";

/** Starts what `serve` serves, as `new Worker` would. */
export function startInProcess(
  serve: (scope: WorkScope) => void
): Pick<Worker, "onmessage" | "onerror" | "postMessage" | "terminate"> {
  let ended = false;
  const scope: WorkScope = {
    onmessage: null,
    postMessage: (news: WorkNews) => {
      const data = structuredClone(news);
      setTimeout(() => {
        if (!ended) worker.onmessage?.call(worker as Worker, {data} as MessageEvent);
      });
    }
  };
  const worker: Pick<Worker, "onmessage" | "onerror" | "postMessage" | "terminate"> = {
    onmessage: null,
    onerror: null,
    // Files are handed over as they are.
    postMessage: (request: WorkRequest) => {
      setTimeout(() => {
        if (!ended) scope.onmessage?.({data: request});
      });
    },
    terminate: () => {
      ended = true;
    }
  };
  serve(scope);
  return worker;
}
