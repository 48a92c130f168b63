import {brotliCompressSync, constants, gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import * as live from "../../src/live/index.js";
import {liveModule} from "../../tools/live.js";

const module = await liveModule();

/** The module as a page gets it. */
const load = async () =>
  (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as Record<string, unknown>;

describe("liveModule()", () => {
  it("weighs at most 60 kB compressed: engine, page's side and worker together", () => {
    const gzip = gzipSync(module, {level: constants.Z_BEST_COMPRESSION}).length;
    const brotli = brotliCompressSync(module).length;
    console.log(`the engine in the page: ${gzip} bytes gzip, ${brotli} brotli (of 60000)`);
    expect(gzip).toBeLessThanOrEqual(60_000);
    expect(gzip).toBeGreaterThan(10_000);
  });

  it("exports what src/live/index.ts does", async () => {
    expect(Object.keys(await load()).sort()).toEqual(Object.keys(live).sort());
  });

  it("fetches nothing: no import, no address", () => {
    expect(module).not.toMatch(/\bimport\b|https?:|importScripts|\bfetch\(/);
  });
});
