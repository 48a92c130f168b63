// A Web Worker made from the page's own copy of the engine: no second download, no second build.
import type {ChainWorker} from "./crew.js";

/**
 * The function around the whole bundle (tools/live.ts). A worker is sent its text, so that page and
 * workers run one build, offline and from a file as well, where no script can be fetched.
 */
declare const poolhouseLive: () => unknown;

let address: string | undefined;

/** Starts a worker that serves chains. */
export function startWorker(): ChainWorker {
  address ??= addressOf(workerScript(String(poolhouseLive), addressOf("")));
  return new Worker(address);
}

/** What a worker runs: the bundle's function, whose exports are those of index.ts. */
function workerScript(bundle: string, empty: string): string {
  return `const live = (${bundle})(); live.serveChains(self, live.stopPoint("${empty}"));`;
}

function addressOf(text: string): string {
  return URL.createObjectURL(new Blob([text], {type: "text/javascript"}));
}
