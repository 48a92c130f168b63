// Fetches a declared file into a folder: resumable, verified, and in place only when whole.
import {randomUUID} from "node:crypto";
import {appendFile, mkdir, readFile, rename, rm, writeFile} from "node:fs/promises";
import {dirname} from "node:path";
import {error, InputError} from "../engine/index.js";
import {byteFault, type Fingerprint} from "./fingerprint.js";

/** How a download may behave. */
export interface DownloadOptions {
  /** Milliseconds without a byte after which the address counts as unreachable. */
  readonly timeout?: number;
  /** Called with the number of bytes there so far. */
  readonly onProgress?: (received: number) => void;
}

interface Transfer extends DownloadOptions {
  readonly url: string;
  readonly part: string;
  readonly expected: Fingerprint;
}

const PATIENCE = 15_000;
const PARTIAL_CONTENT = 206;
const RANGE_NOT_SATISFIABLE = 416;

/**
 * Fetches `url` to `path` and returns its bytes. What arrives is kept in `<path>.part` until it is
 * whole and verified; a later call goes on from there. Throws an InputError, leaving nothing at
 * `path`, when the address cannot be reached, answers with an error, falls silent, breaks off, or
 * sends other bytes than `expected`, and when the folder cannot be written.
 */
export async function download(
  url: string,
  path: string,
  expected: Fingerprint,
  options: DownloadOptions = {}
): Promise<Uint8Array> {
  const transfer = {...options, url, part: `${path}.part`, expected};
  try {
    await mkdir(dirname(path), {recursive: true});
    const kept = await readFile(transfer.part).catch(() => new Uint8Array());
    let bytes = await fetchRest(transfer, kept);
    // A kept part may stem from another version of the file, so one fresh attempt is due.
    const mayBeStale = kept.length > 0 && (bytes === kept || bytes.length >= expected.bytes);
    if (mayBeStale && byteFault(bytes, expected) !== null) {
      bytes = await fetchRest(transfer, new Uint8Array());
    }
    await check(bytes, transfer);
    await putInPlace(bytes, path);
    await rm(transfer.part, {force: true});
    return bytes;
  } catch (reason) {
    return refuse(url, reason);
  }
}

async function fetchRest(transfer: Transfer, kept: Uint8Array): Promise<Uint8Array> {
  const {url, part, expected, timeout = PATIENCE, onProgress} = transfer;
  if (kept.length >= expected.bytes) return kept;
  const stop = new AbortController();
  const fallSilent = () => stop.abort(new Error(`silent for ${timeout} ms`));
  const timer = setTimeout(fallSilent, timeout);
  try {
    const response = await fetch(url, {headers: headersFrom(kept.length), signal: stop.signal});
    if (response.status === RANGE_NOT_SATISFIABLE) return kept;
    const continues = response.status === PARTIAL_CONTENT;
    if (!response.ok || (continues && !startsAt(response, kept.length))) {
      error(`missing file: ${url} answers ${response.status}; try later or get it by hand`);
    }
    const chunks = continues ? [kept] : [];
    let received = continues ? kept.length : 0;
    await writeFile(part, continues ? kept : "");
    for await (const chunk of chunksOf(response)) {
      timer.refresh();
      received += chunk.length;
      chunks.push(chunk);
      await appendFile(part, chunk);
      onProgress?.(received);
      if (received > expected.bytes) break;
    }
    return Buffer.concat(chunks);
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}

async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (next?.value === undefined) return;
    yield next.value;
  }
}

// Compressed answers have other lengths, and cannot be continued.
function headersFrom(start: number): Record<string, string> {
  const identity = {"Accept-Encoding": "identity"};
  return start > 0 ? {...identity, Range: `bytes=${start}-`} : identity;
}

function startsAt(response: Response, start: number): boolean {
  const range = response.headers.get("content-range") ?? "";
  return start > 0 && range.startsWith(`bytes ${start}-`);
}

async function check(bytes: Uint8Array, {url, part, expected}: Transfer): Promise<void> {
  if (bytes.length < expected.bytes) {
    error(
      `missing bytes: ${url} broke off after ${bytes.length} of ${expected.bytes}; try again to go on from there`
    );
  }
  const fault = byteFault(bytes, expected);
  if (fault === null) return;
  await rm(part, {force: true});
  error(`invalid download: ${url} sent ${fault}; the bytes are not used`);
}

// From memory and under a name of its own: another process may be writing the same part.
async function putInPlace(bytes: Uint8Array, path: string): Promise<void> {
  const whole = `${path}.${randomUUID()}`;
  await writeFile(whole, bytes);
  await rename(whole, path);
}

function refuse(url: string, reason: unknown): never {
  if (reason instanceof InputError || !(reason instanceof Error)) throw reason;
  if ("path" in reason) {
    return error(`invalid folder: ${String(reason.path)} cannot be written; mend its permissions`);
  }
  const cause = reason.cause instanceof Error ? reason.cause : reason;
  const why = "code" in cause ? String(cause.code) : cause.message;
  return error(
    `missing connection: ${url} cannot be reached (${why}); go online or get the file by hand`
  );
}
