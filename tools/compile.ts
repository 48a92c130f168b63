// A tool of this folder as plain JavaScript, for processes that are started often: tsx would take half a second each time.
import {mkdirSync, renameSync} from "node:fs";
import {basename, join} from "node:path";
import {build} from "esbuild";

const folder = "docs/.observablehq/cache/programs";

/**
 * Bundles the tool at `entry`, its packages apart, and returns the program's path. It is put in place
 * whole, since another build may be starting it.
 */
export async function compileTool(entry: string): Promise<string> {
  const outfile = join(folder, basename(entry).replace(/\.ts$/, ".mjs"));
  const unfinished = `${outfile}.${process.pid}`;
  mkdirSync(folder, {recursive: true});
  await build({
    entryPoints: [entry],
    outfile: unfinished,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "warning"
  });
  renameSync(unfinished, outfile);
  return outfile;
}
