// A Web Worker made from the page's own copy of the engine: no second download, no second build.
import type {ChainWorker} from "./crew.js";
import {sendLifeline} from "./lifeline.js";

/**
 * The function around the whole bundle (tools/live.ts). A worker is sent its text, so that page and
 * workers run one build, offline and from a file as well, where no script can be fetched.
 */
declare const poolhouseLive: () => unknown;

const addresses = new Map<string, string>();
let started = 0;

/** Starts a worker that serves chains, and that has an error when it ends for whatever reason. */
export function startWorker(): ChainWorker {
  return startWith(() => `live.serveChains(self, live.stopPoint("${addressOf("")}"))`, "chains");
}

/** Starts a worker that fits whole models, and that has an error when it ends for whatever reason. */
export function startFitWorker(): Worker {
  return startWith(() => "live.serveFits(self)", "fits");
}

/** Starts a worker of the second bundle (src/workshop) that holds a file, with the same promise. */
export function startWorkshopWorker(): Worker {
  return startWith(() => "live.serveWorkshop(self)", "workshop");
}

/** A worker that runs the bundle's function, whose exports are those of index.ts, and then `what`. */
function startWith(what: () => string, kind: string): Worker {
  const address =
    addresses.get(kind) ??
    addressOf(
      `const live = (${String(poolhouseLive)})(); live.holdLifeline(self, () => ${what()});`
    );
  addresses.set(kind, address);
  const worker = new Worker(address);
  // No other page of the site has the address.
  sendLifeline(worker, `${address} ${++started}`, () => {
    worker.dispatchEvent(new ErrorEvent("error"));
  });
  return worker;
}

function addressOf(text: string): string {
  return URL.createObjectURL(new Blob([text], {type: "text/javascript"}));
}
