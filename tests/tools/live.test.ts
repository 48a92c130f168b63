import {readFileSync, readdirSync} from "node:fs";
import {brotliCompressSync, constants, gzipSync} from "node:zlib";
import {build} from "esbuild";
import {describe, expect, it} from "vitest";
import * as live from "../../src/live/index.js";
import {liveModule} from "../../tools/live.js";

const module = await liveModule();

const best = {level: constants.Z_BEST_COMPRESSION};

/** The names that src/live takes of the engine's door. */
function namesOfEngine(): string[] {
  const files = readdirSync("src/live").map((name) => readFileSync(`src/live/${name}`, "utf8"));
  const lists = files.flatMap((text) => [
    ...text.matchAll(/(?:import|export) \{([^}]*)\} from "\.\.\/engine\/index\.js"/g)
  ]);
  const names = lists.flatMap(([, list]) => list.split(",").map((name) => name.trim()));
  return [...new Set(names.filter((name) => name !== "" && !name.startsWith("type ")))];
}

/** What of the module is the engine: the same names, bundled alike, without the page's side. */
async function engineAlone(): Promise<string> {
  const contents = `export {${namesOfEngine().join()}} from "./src/engine/index.js";`;
  const {outputFiles} = await build({
    stdin: {contents, resolveDir: ".", loader: "ts"},
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    alias: {seedrandom: "seedrandom/seedrandom.js"}
  });
  return outputFiles[0].text;
}

/** The module as a page gets it. */
const load = async () =>
  (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as Record<string, unknown>;

describe("liveModule()", () => {
  it("holds an engine of at most 60 kB compressed, and little beside it", async () => {
    const engine = await engineAlone();
    const [gzip, whole] = [engine, module].map((text) => gzipSync(text, best).length);
    console.log(
      `the engine in the page: ${gzip} bytes gzip (of 60000), ${brotliCompressSync(engine).length} brotli; with the page's side ${whole}`
    );
    expect(gzip).toBeLessThanOrEqual(60_000);
    expect(gzip).toBeGreaterThan(10_000);
    expect(whole - gzip).toBeLessThanOrEqual(7_000);
  });

  it("exports what src/live/index.ts does", async () => {
    expect(Object.keys(await load()).sort()).toEqual(Object.keys(live).sort());
  });

  it("fetches nothing: no import, no address", () => {
    expect(module).not.toMatch(/\bimport\b|https?:|importScripts|\bfetch\(/);
  });
});
