// Builds the site into dist/ and checks what Framework does not: errors printed into pages.
import {spawnSync} from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {join, relative} from "node:path";
import {filesUnder, siteInputs} from "./fingerprint.mjs";
import {alone} from "./lock.mjs";
import {differences, isAsBuilt, outputsOf, recordIn} from "./site-record.mjs";

const dist = "dist";
const own = "docs/.observablehq";
const [unfinished, former] = [join(own, "unfinished"), join(own, "former")];
/** The last site with other results, for `poolhouse diff`. */
export const beforeFolder = join(own, "before");

/** Framework as Node starts it. */
export const framework = [
  ...["--import", "./tools/quiet-framework.mjs"],
  "node_modules/@observablehq/framework/dist/bin/observable.js"
];

/**
 * Whether dist/ was built from exactly what is here now, and is as it was built.
 * @returns {boolean}
 */
export const isBuilt = () => isAsBuilt(dist);

/**
 * Builds the site unless it is built; one process at a time, the others wait and find it built.
 * Raises an error as {@link buildSite} does.
 * @returns {boolean} whether there was anything to build
 */
export function makeSite() {
  return alone(join(own, "build.lock"), () => {
    if (isBuilt()) return false;
    if (getData() === "wrong")
      throw new Error(
        "the site was not built: the data file named above is not the one that its study declares"
      );
    buildSite();
    return true;
  });
}

/**
 * Runs a Node program of this project, its output on our standard error.
 * @param {readonly string[]} args
 * @returns {number | null} its exit code
 */
function exitOf(args) {
  return spawnSync(process.execPath, args, {stdio: ["ignore", 2, 2]}).status;
}

/**
 * As {@link exitOf}.
 * @param {readonly string[]} args
 * @returns {boolean} whether it ended well
 */
const run = (args) => exitOf(args) === 0;

/**
 * Gets the raw data. Missing is not fatal: where there is no network a study stands on simulated
 * rows, and every page says so. A file with other bytes than its study declares is wrong, and was named.
 * @returns {"there" | "missing" | "wrong"}
 */
export function getData() {
  const exit = existsSync("src/cli/main.ts") ? exitOf(["bin/poolhouse", "data"]) : 0;
  if (exit === 0) return "there";
  if (exit === 2) return "wrong";
  process.stderr.write("some raw data are missing; the report will say so where it matters\n");
  return "missing";
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
 * Mends what Framework's page frame lacks for readers with a screen reader or a magnifier, and leaves out when files
 * were written, which would make every build another one.
 * @param {string} html
 * @returns {string}
 */
export function mendFrame(html) {
  return html
    .replaceAll(/"lastModified":[\d.]+,/g, "")
    .replace("<html>", '<html lang="en">')
    .replace(", maximum-scale=1", "")
    .replace(
      '<nav id="observablehq-sidebar">',
      '<nav id="observablehq-sidebar" aria-label="Pages">'
    )
    .replace(
      '<aside id="observablehq-toc"',
      '<aside id="observablehq-toc" aria-label="On this page"'
    )
    .replace(/(<aside id="observablehq-toc"[^>]*>\s*)<nav>/, '$1<nav aria-label="Sections">')
    .replace(
      /(<footer id="observablehq-footer">\s*)<nav>/,
      '$1<nav aria-label="The page before and the next">'
    );
}

/**
 * Builds the site beside dist/ and puts it there when it is whole, so that dist/ is never half a
 * site. Raises an error, one sentence, when the build fails, a page holds an error that Framework
 * printed into it, a cell cannot be drawn without a browser, or a result is not of what is here now.
 */
export function buildSite() {
  for (const folder of [unfinished, former]) rmSync(folder, {recursive: true, force: true});
  mkdirSync(own, {recursive: true});
  // Records that killed builds did not finish: nobody writes one now, under the lock.
  for (const name of readdirSync(own)) {
    if (name.endsWith(".part")) rmSync(join(own, name), {force: true});
  }
  const inputs = siteInputs();
  buildInto(unfinished);
  const changed = differences(inputs, siteInputs());
  if (changed.length > 0) {
    throw new Error(`${changed.join(", ")} changed while the site was built; build it again`);
  }
  // Before it is shown: no result may be of other inputs.
  if (!run(["--import", "tsx", "tools/stale.ts", unfinished])) {
    throw new Error("the site holds results of other inputs than are here now, named above");
  }
  const outputs = outputsOf(unfinished);
  if (existsSync(dist)) renameSync(dist, former);
  renameSync(unfinished, dist);
  recordIn(dist, {inputs, outputs});
  if (existsSync(former) && resultsIn(former) !== resultsIn(dist)) {
    rmSync(beforeFolder, {recursive: true, force: true});
    renameSync(former, beforeFolder);
  }
  rmSync(former, {recursive: true, force: true});
}

/**
 * The names of the tables of results in a site, which hold the hashes of their contents and of all that decides
 * them. Cards are left out: one that tells what moved is no other result.
 * @param {string} folder
 * @returns {string}
 */
function resultsIn(folder) {
  return filesUnder(join(folder, "_file", "data"))
    .filter((path) => path.endsWith(".arrow"))
    .map((path) => relative(folder, path))
    .join("\n");
}

/**
 * Every step from pages and sources to a site.
 * @param {string} folder where to
 */
function buildInto(folder) {
  process.env.POOLHOUSE_OUTPUT = folder;
  const fault = join(own, "fault.txt");
  rmSync(fault, {force: true});
  if (!run([...framework, "build"])) {
    throw new Error(
      existsSync(fault)
        ? `the site was not built because of ${readFileSync(fault, "utf8")}`
        : "the site could not be built; the messages of Observable Framework are above"
    );
  }
  const broken = [];
  for (const path of builtPages(folder)) {
    const html = readFileSync(path, "utf8");
    if (html.includes("observablehq--error")) broken.push(path);
    writeFileSync(path, mendFrame(html));
  }
  if (broken.length > 0) {
    throw new Error(`the site has errors in its pages: ${broken.join(", ")}`);
  }
  if (!run(["--import", "tsx", "tools/finish.ts", folder])) {
    throw new Error("the site could not be finished; what is wrong is said above");
  }
  // GitHub Pages would otherwise hide the folders whose names begin with an underscore.
  writeFileSync(join(folder, ".nojekyll"), "");
}
