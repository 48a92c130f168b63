// Bundles the engine for pages that fit models themselves, as one function that can be sent to workers.
import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {build, type BuildOptions} from "esbuild";

const common = {
  entryPoints: ["src/live/index.ts"],
  bundle: true,
  write: false,
  platform: "browser",
  target: "es2022",
  logLevel: "warning",
  // Its main file brings six more generators, which nobody uses.
  alias: {seedrandom: "seedrandom/seedrandom.js"}
} as const satisfies BuildOptions;

/**
 * The text of a module with all exports of src/live/index.ts, minified. All of it is inside one
 * function, `poolhouseLive`, because src/live/start-worker.ts sends that function's text to workers.
 */
export async function liveModule(): Promise<string> {
  const {metafile} = await build({...common, format: "esm", metafile: true});
  const names = Object.values(metafile.outputs)[0].exports;
  const {outputFiles} = await build({
    ...common,
    minify: true,
    format: "iife",
    globalName: "live",
    banner: {js: "function poolhouseLive(){"},
    footer: {js: `return live}\nexport const {${names.join(",")}}=poolhouseLive();`}
  });
  return outputFiles[0].text;
}

/** Writes the module to `<root>/live/index.js`, where pages find it as they would src/live/index.ts. */
export async function bundleLive(root: string): Promise<void> {
  mkdirSync(join(root, "live"), {recursive: true});
  writeFileSync(join(root, "live/index.js"), await liveModule());
}
