import {createHash} from "node:crypto";
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {locate} from "../../src/data/locate.js";
import {alliancesSource, type Source} from "../../src/data/sources.js";
import {InputError} from "../../src/engine/error.js";
import {sendAll, sendStatus, serveBytes, type ByteServer} from "./serve-bytes.js";

const bytes = Buffer.from("what was declared");
const wrong = Buffer.from("what was DECLARED");

let root: string;
let folder: string;
let raw: string;
let good: ByteServer;
let bad: ByteServer;

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "poolhouse-"));
  [folder, raw] = [join(root, "folder"), join(root, "raw")];
  mkdirSync(folder);
  good = await serveBytes(sendAll(bytes));
  bad = await serveBytes(sendStatus(404));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([good.close(), bad.close()]);
  rmSync(root, {recursive: true});
});

function source(...urls: string[]): Source {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const {reference} = alliancesSource;
  const words = {title: "A test", licence: "none", citation: "none", reference};
  return {id: "test", file: "file.dta", bytes: bytes.length, sha256, urls, ...words};
}

function put(place: string, content: Uint8Array): void {
  mkdirSync(place, {recursive: true});
  writeFileSync(join(place, "file.dta"), content);
}

describe("locate(source)", () => {
  it("looks into the folder first, into data/raw second, on the network last", async () => {
    const options = {folder, raw, offline: false};
    expect(await locate(source(good.url), options)).toMatchObject({origin: "download", bytes});
    expect(await locate(source(good.url), options)).toMatchObject({origin: "raw", bytes});
    put(folder, bytes);
    expect(await locate(source(good.url), options)).toMatchObject({origin: "folder", bytes});
    expect(good.ranges).toHaveLength(1);
  });

  it("tells the path of the file", async () => {
    put(folder, bytes);
    const located = await locate(source(), {folder, raw});
    expect(located).toMatchObject({standIn: false, path: join(folder, "file.dta")});
  });

  it("takes the folder from POOLHOUSE_DATA, where an empty one is none", async () => {
    put(folder, bytes);
    vi.stubEnv("POOLHOUSE_DATA", folder);
    expect(await locate(source(), {raw})).toMatchObject({origin: "folder"});
    vi.stubEnv("POOLHOUSE_DATA", "");
    put(raw, bytes);
    expect(await locate(source(), {raw})).toMatchObject({origin: "raw"});
  });

  it.each(["folder", "raw"] as const)(
    "refuses other bytes in the %s, never using them",
    async (where) => {
      put(where === "folder" ? folder : raw, wrong);
      const failed = locate(source(good.url), {folder, raw});
      await expect(failed).rejects.toThrow(InputError);
      await expect(failed).rejects.toThrow(
        /^invalid data file: .*file\.dta has sha256 .*; remove it/
      );
      expect(good.ranges).toEqual([]);
    }
  );

  it("names the way on where the study is a declaration, which can be brought up to date", async () => {
    put(folder, wrong);
    const path = join(folder, "file.dta");
    await expect(locate(source(), {folder, raw})).rejects.toThrow(
      `declared file there, or, if the data have changed, run ./bin/poolhouse renew test --data ${path}`
    );
    const own = {...source(), id: "alliances"};
    await expect(locate(own, {folder, raw})).rejects.toThrow(/put the declared file there$/);
  });

  it("puts a path with blanks in quotation marks", async () => {
    const blank = join(root, "my data");
    put(blank, wrong);
    await expect(locate(source(), {folder: blank, raw})).rejects.toThrow(
      `renew test --data "${join(blank, "file.dta")}"`
    );
  });

  it("refuses a file that cannot be read", async () => {
    mkdirSync(join(folder, "file.dta"));
    await expect(locate(source(), {folder, raw})).rejects.toThrow(/cannot be read; /);
  });

  it("tries the addresses in order", async () => {
    const located = await locate(source(bad.url, good.url), {raw, offline: false});
    expect(located).toMatchObject({origin: "download", bytes});
    expect([bad.ranges.length, good.ranges.length]).toEqual([1, 1]);
  });

  it("asks for a stand-in when no address helps, with every reason", async () => {
    const liar = await serveBytes(sendAll(wrong));
    const located = await locate(source(bad.url, liar.url), {raw, offline: false});
    await liar.close();
    if (!located.standIn) expect.unreachable();
    expect(located.reasons[0]).toMatch(/answers 404/);
    expect(located.reasons[1]).toMatch(/sent sha256 .*; the bytes are not used/);
    expect(located.reasons).toHaveLength(2);
    expect(existsSync(join(raw, "file.dta"))).toBe(false);
  });

  it("leaves the network alone when POOLHOUSE_OFFLINE is 1", async () => {
    vi.stubEnv("POOLHOUSE_OFFLINE", "1");
    const located = await locate(source(good.url), {raw});
    expect(located).toEqual({
      standIn: true,
      reasons: ["downloads are switched off (POOLHOUSE_OFFLINE=1)"]
    });
    expect(good.ranges).toEqual([]);
  });
});
