// After a build: writes into every page what its cells display, so that a reader need not wait for JavaScript.
import {execFile} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {gzipSync} from "node:zlib";
import {build} from "esbuild";
import {keepIn} from "../../src/data/keep/keep.js";
import {digest, fileIdentity, filesUnder} from "../fingerprint.mjs";
import {faultsOf} from "./check-page.js";
import {insertCells} from "./insert.js";
import type {Answer} from "./run-page.js";

const run = promisify(execFile);
const cache = "docs/.observablehq/cache/stills";
const here = fileURLToPath(new URL(".", import.meta.url));

/** The program that runs a page, as plain JavaScript: a loader of TypeScript would slow the page's modules. */
async function compileRunner(): Promise<string> {
  const outfile = join(cache, "run-page.mjs");
  await build({
    entryPoints: [join(here, "run-page.ts")],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    logLevel: "warning"
  });
  return outfile;
}

/** What decides what a page displays: itself, where its modules and files stand by their hashes, and these tools. */
function keyOf(html: string): string {
  const tools = ["package-lock.json", ...filesUnder(here)].map(fileIdentity);
  return digest([html.replaceAll(/"lastModified":[\d.]+,?/g, ""), process.version, ...tools]);
}

/**
 * What the cells of the page in `file` of the folder `dist` display, or what is wrong with one. A page that has been
 * run before, just as it is, is not run again.
 */
async function answerOf(file: string, dist: string, runner: string): Promise<Answer> {
  const name = relative(dist, file).replaceAll(/[\\/]/g, "-");
  const stills = keepIn({folder: join(cache, name), mostFiles: 2});
  const key = keyOf(readFileSync(file, "utf8"));
  const kept = stills.read(key);
  if (typeof kept === "string") return read(kept);
  const limits = ["--max-semi-space-size=64"];
  const {stdout} = await run(process.execPath, [...limits, runner, file, dist], {
    maxBuffer: 2 ** 28
  });
  const answer = read(stdout);
  if (answer.displayed) stills.write(key, stdout);
  return answer;
}

function read(json: string): Answer {
  return JSON.parse(json) as Answer;
}

/** Writes the answer into the page; an error, one sentence with page and cell, when that would break it. */
function write(file: string, dist: string, {displayed = {}, fault}: Answer): void {
  const html = insertCells(readFileSync(file, "utf8"), displayed);
  const wrong = fault ?? faultsOf(html, displayed).at(0);
  const name = relative(dist, file);
  if (wrong !== undefined) throw new Error(`the page ${name} cannot be drawn: ${wrong}`);
  writeFileSync(file, html);
  const [size, packed] = [Buffer.byteLength(html), gzipSync(html).length].map((bytes) =>
    Math.ceil(bytes / 1000)
  );
  process.stderr.write(`drawn ${name}: ${size} kB, ${packed} kB compressed\n`);
}

/**
 * Writes into every page of the folder `dist` what its cells display, two pages at a time. Raises an error, one
 * sentence that names page and cell, when a cell fails, does not answer, or would break its page.
 */
export async function prerenderSite(dist: string): Promise<void> {
  mkdirSync(cache, {recursive: true});
  const runner = await compileRunner();
  const pages = filesUnder(dist).filter((path) => path.endsWith(".html"));
  const next = async (): Promise<void> => {
    for (let page = pages.shift(); page !== undefined; page = pages.shift()) {
      write(page, dist, await answerOf(page, dist, runner));
    }
  };
  await Promise.all([next(), next()]);
}
