// Builds the site into dist/ and checks what Framework does not: errors printed into pages.
import {spawnSync} from "node:child_process";
import {existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {filesUnder, siteKey} from "./fingerprint.mjs";

const dist = "dist";
const keyFile = "docs/.observablehq/site.key";

/**
 * Whether dist/ was built from exactly what is here now.
 * @returns {boolean}
 */
export function isBuilt() {
  if (!existsSync(join(dist, "index.html")) || !existsSync(keyFile)) return false;
  return readFileSync(keyFile, "utf8") === siteKey();
}

/**
 * Runs a Node program of this project, its output on our standard error.
 * @param {readonly string[]} args
 * @returns {boolean} whether it ended well
 */
function run(args) {
  return spawnSync(process.execPath, args, {stdio: ["ignore", 2, 2]}).status === 0;
}

/**
 * Gets the raw data. Failing is not fatal: where there is no network a study stands on simulated
 * rows, and every page says so.
 */
export function getData() {
  if (!existsSync("src/cli/main.ts") || run(["bin/poolhouse", "data"])) return;
  process.stderr.write("some raw data are missing; the report will say so where it matters\n");
}

/**
 * The pages of a built site, without the files in take/ that are made of them.
 * @param {string} [folder]
 * @returns {string[]}
 */
export function builtPages(folder = dist) {
  return filesUnder(folder).filter(
    (path) => path.endsWith(".html") && !/^take[\\/]/.test(relative(folder, path))
  );
}

/**
 * Mends what Framework's page frame lacks for readers with a screen reader or a magnifier.
 * @param {string} html
 * @returns {string}
 */
export function mendFrame(html) {
  return html
    .replace("<html>", '<html lang="en">')
    .replace(", maximum-scale=1", "")
    .replace(
      '<nav id="observablehq-sidebar">',
      '<nav id="observablehq-sidebar" aria-label="Pages">'
    )
    .replace(
      '<aside id="observablehq-toc"',
      '<aside id="observablehq-toc" aria-label="On this page"'
    );
}

/**
 * Builds dist/. Raises an error, one sentence, when the build fails, a page holds an error that
 * Framework printed into it, or a cell cannot be drawn without a browser.
 */
export function buildSite() {
  rmSync(keyFile, {force: true});
  const key = siteKey();
  if (!run(["node_modules/@observablehq/framework/dist/bin/observable.js", "build"])) {
    throw new Error("the site could not be built; the messages of Observable Framework are above");
  }
  const broken = [];
  for (const path of builtPages()) {
    const html = readFileSync(path, "utf8");
    if (html.includes("observablehq--error")) broken.push(path);
    writeFileSync(path, mendFrame(html));
  }
  if (broken.length > 0) {
    throw new Error(`the site has errors in its pages: ${broken.join(", ")}`);
  }
  if (!run(["--import", "tsx", "tools/finish.ts", dist])) {
    throw new Error("the site could not be finished; what is wrong is said above");
  }
  // GitHub Pages would otherwise hide the folders whose names begin with an underscore.
  writeFileSync(join(dist, ".nojekyll"), "");
  mkdirSync("docs/.observablehq", {recursive: true});
  writeFileSync(keyFile, key);
}
