// A Web Worker made from the page's own copy of the engine: no second download, no second build.
import type {ChainWorker} from "./crew.js";
import {sendLifeline} from "./lifeline.js";

/**
 * The function around the whole bundle (tools/live.ts). A worker is sent its text, so that page and
 * workers run one build, offline and from a file as well, where no script can be fetched.
 */
declare const poolhouseLive: () => unknown;

let address: string | undefined;
let started = 0;

/** Starts a worker that serves chains, and that has an error when it ends for whatever reason. */
export function startWorker(): ChainWorker {
  address ??= addressOf(workerScript(String(poolhouseLive), addressOf("")));
  const worker = new Worker(address);
  // No other page of the site has the address.
  sendLifeline(worker, `${address} ${++started}`, () => {
    worker.dispatchEvent(new ErrorEvent("error"));
  });
  return worker;
}

/** What a worker runs: the bundle's function, whose exports are those of index.ts. */
function workerScript(bundle: string, empty: string): string {
  const serve = `live.serveChains(self, live.stopPoint("${empty}"))`;
  return `const live = (${bundle})(); live.holdLifeline(self, () => ${serve});`;
}

function addressOf(text: string): string {
  return URL.createObjectURL(new Blob([text], {type: "text/javascript"}));
}
