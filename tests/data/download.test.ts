import {createHash} from "node:crypto";
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {download, type DownloadOptions} from "../../src/data/download.js";
import {InputError} from "../../src/engine/error.js";
import {
  breakAfter,
  sendAll,
  sendRest,
  sendStatus,
  serveBytes,
  stallAfter,
  type Answer,
  type ByteServer
} from "./serve-bytes.js";

const bytes = Uint8Array.from({length: 50_000}, (_, i) => (i * 7919) % 251);
const expected = {bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex")};
const others = bytes.map((byte) => 255 - byte);

let folder: string;
let path: string;
let server: ByteServer | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "poolhouse-"));
  path = join(folder, "raw", "file.dta");
});

afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(folder, {recursive: true});
});

async function fetchFrom(
  answers: readonly Answer[],
  options?: DownloadOptions
): Promise<Uint8Array> {
  server = await serveBytes(...answers);
  return download(server.url, path, expected, options);
}

const filesThere = () => readdirSync(join(folder, "raw"));

/** Lets a download break off after some of the first `count` bytes have arrived. */
async function keepPart(count: number): Promise<void> {
  let arrive = (): void => undefined;
  const arrived = new Promise<void>((resolve) => (arrive = resolve));
  const broken = fetchFrom([breakAfter(bytes, count, arrived)], {onProgress: () => arrive()});
  await expect(broken).rejects.toThrow(/^missing connection: /);
  await server?.close();
}

describe("download(url, path, expected)", () => {
  it("puts the file in place, and nothing else, and returns its bytes", async () => {
    const received: number[] = [];
    const got = await fetchFrom([sendAll(bytes)], {onProgress: (count) => received.push(count)});
    expect(Buffer.compare(got, bytes)).toBe(0);
    expect(Buffer.compare(readFileSync(path), bytes)).toBe(0);
    expect(filesThere()).toEqual(["file.dta"]);
    expect(received.at(-1)).toBe(bytes.length);
  });

  it("goes on where a broken connection left off", async () => {
    await keepPart(20_000);
    expect(existsSync(path)).toBe(false);
    const kept = readFileSync(`${path}.part`).length;
    expect(kept).toBeGreaterThan(0);
    const got = await fetchFrom([sendRest(bytes)]);
    expect(server?.ranges).toEqual([`bytes=${kept}-`]);
    expect(Buffer.compare(got, bytes)).toBe(0);
    expect(filesThere()).toEqual(["file.dta"]);
  });

  it("begins anew when the server does not continue files", async () => {
    await keepPart(20_000);
    expect(Buffer.compare(await fetchFrom([sendAll(bytes)]), bytes)).toBe(0);
    expect(server?.ranges).toHaveLength(1);
  });

  it("uses a part that is already whole without asking", async () => {
    await keepPart(20_000);
    writeFileSync(`${path}.part`, bytes);
    expect(Buffer.compare(await fetchFrom([sendStatus(500)]), bytes)).toBe(0);
    expect(server?.ranges).toEqual([]);
  });

  it.each([
    {what: "another file's beginning", part: others.subarray(0, 20_000)},
    {what: "another file of this length", part: others},
    {what: "more than the file", part: new Uint8Array(60_000)}
  ])("begins anew when the part is $what", async ({part}) => {
    await keepPart(20_000);
    writeFileSync(`${path}.part`, part);
    expect(Buffer.compare(await fetchFrom([sendRest(bytes)]), bytes)).toBe(0);
    expect(server?.ranges.at(-1)).toBe("");
  });

  it("gives every one of several simultaneous downloads the file", async () => {
    server = await serveBytes(sendAll(bytes));
    const {url} = server;
    const all = await Promise.all([1, 2, 3].map(() => download(url, path, expected)));
    expect(all.every((got) => Buffer.compare(got, bytes) === 0)).toBe(true);
    expect(filesThere()).toEqual(["file.dta"]);
  });

  it.each([
    {what: "other bytes", answer: sendAll(others), says: /^invalid download: .* sha256 /},
    {what: "too many bytes", answer: sendAll(new Uint8Array(90_000)), says: /^invalid download: /},
    {what: "404", answer: sendStatus(404), says: /^missing file: .* answers 404; /},
    {what: "503", answer: sendStatus(503), says: /^missing file: .* answers 503; /},
    {
      what: "too few bytes",
      answer: sendAll(bytes.subarray(0, 9)),
      says: /^missing bytes: .* 9 of /
    },
    {what: "a broken connection", answer: breakAfter(bytes, 9), says: /^missing connection: /}
  ])("refuses $what and leaves nothing in place", async ({answer, says}) => {
    const failed = fetchFrom([answer]);
    await expect(failed).rejects.toThrow(InputError);
    await expect(failed).rejects.toThrow(says);
    expect(existsSync(path)).toBe(false);
  });

  it("throws away other bytes instead of keeping them as a part", async () => {
    await expect(fetchFrom([sendAll(others)])).rejects.toThrow(InputError);
    expect(filesThere()).toEqual([]);
  });

  it("gives up on a server that falls silent, keeping what it sent", async () => {
    const failed = fetchFrom([stallAfter(bytes, 1000)], {timeout: 1000});
    await expect(failed).rejects.toThrow(/^missing connection: .*silent for 1000 ms/);
    expect(readFileSync(`${path}.part`)).toHaveLength(1000);
  });

  it("says so when nobody answers", async () => {
    server = await serveBytes(sendAll(bytes));
    await server.close();
    const failed = download(server.url, path, expected);
    await expect(failed).rejects.toThrow(/^missing connection: .*ECONNREFUSED.*; go online/);
    await expect(failed).rejects.toThrow(InputError);
  });

  it("says so when the folder cannot be made", async () => {
    writeFileSync(join(folder, "raw"), "a file where the folder should be");
    const failed = fetchFrom([sendAll(bytes)]);
    await expect(failed).rejects.toThrow(/^invalid folder: /);
    await expect(failed).rejects.toThrow(InputError);
  });
});
