// A Web Worker made from the page's own copy of the engine: no second download, no second build.
import type {ChainWorker} from "./crew.js";

/**
 * The function around the whole bundle (tools/live.ts). A worker is sent its text, so that page and
 * workers run one build, offline and from a file as well, where no script can be fetched.
 */
declare const poolhouseLive: () => unknown;

const addresses = new Map<string, string>();

/** Starts a worker that serves chains. */
export function startWorker(): ChainWorker {
  return startWith(() => `live.serveChains(self, live.stopPoint("${addressOf("")}"));`, "chains");
}

/** Starts a worker that fits whole models. */
export function startFitWorker(): Worker {
  return startWith(() => "live.serveFits(self);", "fits");
}

/** A worker that runs the bundle's function, whose exports are those of index.ts, and then `what`. */
function startWith(what: () => string, kind: string): Worker {
  const address =
    addresses.get(kind) ?? addressOf(`const live = (${String(poolhouseLive)})(); ${what()}`);
  addresses.set(kind, address);
  return new Worker(address);
}

function addressOf(text: string): string {
  return URL.createObjectURL(new Blob([text], {type: "text/javascript"}));
}
