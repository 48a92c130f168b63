// Finds the bytes of a declared source: in a given folder, in data/raw, or on the network.
import {readFile} from "node:fs/promises";
import {join} from "node:path";
import {error, InputError} from "../engine/index.js";
import {download, type DownloadOptions} from "./download.js";
import {byteFault} from "./fingerprint.js";
import {sources, type Source} from "./sources.js";

/** Verified bytes and where they were found, or word that a stand-in has to serve, and why. */
export type Located =
  | {
      readonly standIn: false;
      readonly bytes: Uint8Array;
      readonly origin: "folder" | "raw" | "download";
      readonly path: string;
    }
  | {readonly standIn: true; readonly reasons: readonly string[]};

/** Where to look; left out, the environment decides. */
export interface LocateOptions extends DownloadOptions {
  /** A folder of data files: `POOLHOUSE_DATA` when left out. */
  readonly folder?: string;
  /** Where downloads are kept: `data/raw` when left out. */
  readonly raw?: string;
  /** Whether to leave the network alone: `POOLHOUSE_OFFLINE=1` when left out. */
  readonly offline?: boolean;
}

/**
 * Looks for `source` in the folder, in `data/raw`, and at its addresses, in this order. Throws an
 * InputError when a file of that name has other bytes than declared: it is refused, not replaced. A
 * download that fails is a reason for the stand-in, never an error, so that a site builds anywhere.
 */
export async function locate(source: Source, options: LocateOptions = {}): Promise<Located> {
  const folder = options.folder ?? process.env.POOLHOUSE_DATA;
  const raw = options.raw ?? join("data", "raw");
  const places = [
    ...(folder === undefined || folder === "" ? [] : [["folder", folder] as const]),
    ["raw", raw] as const
  ];
  for (const [origin, place] of places) {
    const path = join(place, source.file);
    const bytes = await readVerified(path, source);
    if (bytes) return {standIn: false, bytes, origin, path};
  }
  if (options.offline ?? process.env.POOLHOUSE_OFFLINE === "1") {
    return {standIn: true, reasons: ["downloads are switched off (POOLHOUSE_OFFLINE=1)"]};
  }
  return fetchFirst(source, join(raw, source.file), options);
}

async function readVerified(path: string, source: Source): Promise<Uint8Array | null> {
  const bytes = await readFile(path).catch((reason: unknown) => {
    if (reason instanceof Error && "code" in reason && reason.code === "ENOENT") return null;
    return error(`invalid data file: ${path} cannot be read; mend its permissions`);
  });
  const fault = bytes && byteFault(bytes, source);
  if (fault) {
    error(
      `invalid data file: ${path} has ${fault}; remove it or put the declared file there${renewal(source, path)}`
    );
  }
  return bytes;
}

/** The way on where the data have changed and the study is a declaration; none where it is written by hand. */
function renewal({id}: Source, path: string): string {
  if (sources.some((one) => one.id === id)) return "";
  const file = /^[\w./-]+$/u.test(path) ? path : JSON.stringify(path);
  return `, or, if the data have changed, run ./bin/poolhouse renew ${id} --data ${file}`;
}

async function fetchFirst(
  source: Source,
  path: string,
  options: DownloadOptions
): Promise<Located> {
  const reasons = source.urls.length === 0 ? [`${source.file} has no public address`] : [];
  for (const url of source.urls) {
    try {
      const bytes = await download(url, path, source, options);
      return {standIn: false, bytes, origin: "download", path};
    } catch (reason) {
      if (!(reason instanceof InputError)) throw reason;
      reasons.push(reason.message);
    }
  }
  return {standIn: true, reasons};
}
