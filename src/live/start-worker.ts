// A Web Worker made from the page's own copy of the engine: no second download, no second build.
import type {ChainWorker} from "./crew.js";
import type {WorkerScope} from "./serve-chains.js";

/**
 * The function around the whole bundle (tools/live.ts). A worker is sent its text, so that page and
 * workers run one build, offline and from a file as well, where no script can be fetched.
 */
declare const poolhouseLive: () => {serveChains: (scope: WorkerScope) => void};

let address: string | undefined;

/** Starts a worker that serves chains. */
export function startWorker(): ChainWorker {
  address ??= URL.createObjectURL(
    new Blob([`(${String(poolhouseLive)})().serveChains(self)`], {type: "text/javascript"})
  );
  return new Worker(address);
}
