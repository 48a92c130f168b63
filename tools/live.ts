// Bundles the engine, and the workshop for readers' own files, each as one function that can be sent to workers.
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {build, type BuildOptions} from "esbuild";
import {engineKey} from "../src/data/keep/engine-key.js";

const common = {
  bundle: true,
  write: false,
  platform: "browser",
  target: "es2022",
  logLevel: "warning",
  // Its main file brings six more generators, which nobody uses.
  // A page's policy forbids WebAssembly.
  alias: {seedrandom: "seedrandom/seedrandom.js", hysnappy: "./src/data/readers/snappy.ts"}
} as const satisfies BuildOptions;

/**
 * The text of a module with all exports of `entry`, minified. All of it is inside one
 * function, `poolhouseLive`, because src/live/start-worker.ts sends that function's text to workers.
 */
export async function liveModule(entry = "src/live/index.ts"): Promise<string> {
  const define = {POOLHOUSE_ENGINE: JSON.stringify(engineKey())};
  const entryPoints = [entry];
  const {metafile} = await build({...common, entryPoints, format: "esm", metafile: true});
  const names = Object.values(metafile.outputs)[0].exports;
  const {outputFiles} = await build({
    ...common,
    entryPoints,
    define,
    minify: true,
    format: "iife",
    globalName: "live",
    banner: {js: "function poolhouseLive(){"},
    footer: {js: `return live}\nexport const {${names.join(",")}}=poolhouseLive();`}
  });
  return outputFiles[0].text;
}

/**
 * Writes the modules to `<root>/live/index.js` and `<root>/workshop/index.js`, where pages find them as
 * they would the sources.
 */
export async function bundleLive(root: string): Promise<void> {
  for (const room of ["live", "workshop"]) {
    mkdirSync(join(root, room), {recursive: true});
    writeFileSync(join(root, room, "index.js"), await liveModule(`src/${room}/index.ts`));
  }
}
