// Bundles what the site uses of its packages, so that a reader does not load the rest.
import {existsSync, mkdirSync, readdirSync, rmSync} from "node:fs";
import {basename, join} from "node:path";
import {build} from "esbuild";

/**
 * Writes one small module `<root>/vendor/<name>.js` for each `src/vendor/<name>.ts`, with shared
 * chunks beside them. Framework would bundle each package whole; these are shaken.
 */
export async function bundleVendor(root: string): Promise<void> {
  const outdir = join(root, "vendor");
  mkdirSync(outdir, {recursive: true});
  const entries = existsSync("src/vendor")
    ? readdirSync("src/vendor").filter((name) => name.endsWith(".ts"))
    : [];
  const {metafile} = await build({
    entryPoints: entries.map((name) => join("src/vendor", name)),
    outdir,
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "warning"
  });
  const written = new Set(Object.keys(metafile.outputs).map((path) => basename(path)));
  for (const name of readdirSync(outdir)) {
    if (name.endsWith(".js") && !written.has(name)) rmSync(join(outdir, name));
  }
}
