// Bundles the modules of the built pages: one script a page, shared chunks, the rest when it is first asked for.
import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, relative, resolve} from "node:path";
import {build, type Metafile} from "esbuild";
import {framedModules} from "./bundle-modules.js";
import {filesUnder} from "./fingerprint.mjs";
import {builtPages} from "./site.mjs";
import {staticImports} from "./static-imports.js";

/** Where the scripts go, in the folder of the site; names carry the hash of what is inside. */
const folder = "_script";

const script = /<script type="module">\s*\n(import [^<]*(?:<(?!\/script>)[^<]*)*)<\/script>/;
/** A page that asks for components later is bundled by itself: it would split what the others share into more pieces. */
const laterComponents = /\bimport\("[^"]*\/components\//;
const preloads = /<link rel="modulepreload" href="[^"]*">\n?/g;

interface BundledPage {
  readonly file: string;
  readonly html: string;
  /** The text of its module. */
  readonly text: string;
}

/**
 * Gives every page of the folder `dist` whose inline module imports anything one script of its own in
 * `<dist>/_script/`, with links to what that imports, and removes the modules. Raises an
 * Error when a module is not there, or names another by its address.
 */
export async function bundlePages(dist: string): Promise<void> {
  const pages = builtPages(dist).flatMap((file): BundledPage[] => {
    const html = readFileSync(file, "utf8");
    const text = script.exec(html)?.[1];
    return text === undefined ? [] : [{file, html, text: staticImports(text)}];
  });
  const asksLater = ({text}: BundledPage): boolean => laterComponents.test(text);
  await bundleTogether(
    pages.filter((page) => !asksLater(page)),
    dist
  );
  for (const page of pages.filter(asksLater)) await bundleTogether([page], dist);
  removeModules(dist);
}

async function bundleTogether(pages: readonly BundledPage[], dist: string): Promise<void> {
  if (pages.length === 0) return;
  const nameOf = ({file}: BundledPage): string =>
    relative(dist, file)
      .replace(/\.html$/, "")
      .replaceAll(/[\\/]/g, "-");
  const {metafile} = await build({
    entryPoints: pages.map((page) => ({in: `page:${nameOf(page)}`, out: nameOf(page)})),
    outdir: join(dist, folder),
    entryNames: "[name].[hash]",
    chunkNames: "[name].[hash]",
    bundle: true,
    splitting: true,
    minify: true,
    metafile: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
    plugins: [
      framedModules(
        new Map(pages.map((page) => [nameOf(page), {text: page.text, folder: dirname(page.file)}])),
        dist,
        folder
      )
    ]
  });
  for (const page of pages) {
    const own = scriptsOf(metafile, `page:${nameOf(page)}`).map((path) => {
      const up = relative(dirname(page.file), resolve(path)).replaceAll("\\", "/");
      return up.startsWith(".") ? up : `./${up}`;
    });
    writeFileSync(page.file, withScripts(page.html, own));
  }
}

/** What Framework built of modules is in the scripts now, or is asked for by no page; its folders hold styles as well. */
function removeModules(dist: string): void {
  for (const name of ["_observablehq", "_import", "_npm", "_node"]) {
    const place = join(dist, name);
    for (const file of filesUnder(place)) if (/\.m?js$/.test(file)) rmSync(file);
    if (filesUnder(place).length === 0) rmSync(place, {recursive: true, force: true});
  }
}

/** A page's script and then everything that it imports at once, as paths of files. */
function scriptsOf({outputs}: Metafile, entry: string): readonly string[] {
  const first = Object.keys(outputs).find((path) => outputs[path].entryPoint === entry);
  if (first === undefined) throw new Error(`missing script: ${entry}; nothing was made of it`);
  const found = new Set([first]);
  for (const path of found) {
    for (const {kind, path: other, external} of outputs[path].imports)
      if (kind === "import-statement" && external !== true) found.add(other);
  }
  return [...found];
}

function withScripts(html: string, [own, ...shared]: readonly string[]): string {
  const links = shared.map((path) => `<link rel="modulepreload" href="${path}">\n`).join("");
  const place = html.search(preloads);
  const without = html.replaceAll(preloads, "");
  const linked = place < 0 ? without : without.slice(0, place) + links + without.slice(place);
  return linked.replace(script, `<script type="module" src="${own}"></script>`);
}
