// After a build: writes into every page what its cells display, so that a reader need not wait for JavaScript.
import {execFile} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {gzipSync} from "node:zlib";
import {keepIn} from "../../src/data/keep/keep.js";
import {compileTool} from "../compile.js";
import {digest, fileIdentity, filesUnder} from "../fingerprint.mjs";
import {faultsOf} from "./check-page.js";
import {withoutFrame} from "./frame.js";
import {insertCells} from "./insert.js";
import type {Displayed} from "./draw-page.js";
import type {Answer} from "./run-page.js";

const run = promisify(execFile);
const cache = "docs/.observablehq/cache/stills";
const here = fileURLToPath(new URL(".", import.meta.url));

/** What decides what a page displays: itself without its frame, where its modules and files stand by their hashes, and these tools. */
function keyOf(html: string): string {
  const tools = ["package-lock.json", ...filesUnder(here)].map(fileIdentity);
  return digest([withoutFrame(html), process.version, ...tools]);
}

/**
 * What the cells of the page in `file` of the folder `dist` display, once it is known to leave the page whole.
 * A page that has been run before, just as it is, is not run again. Raises an Error where a cell fails, or
 * displays what would break its page.
 */
async function displayedIn(file: string, dist: string, runner: string): Promise<Displayed> {
  const name = relative(dist, file);
  const stills = keepIn({folder: join(cache, name.replaceAll(/[\\/]/g, "-")), mostFiles: 2});
  const html = readFileSync(file, "utf8");
  const key = keyOf(html);
  const kept = stills.read(key);
  if (typeof kept === "string") return JSON.parse(kept) as Displayed;
  const limits = ["--max-semi-space-size=64"];
  const {stdout} = await run(process.execPath, [...limits, runner, file, dist], {
    maxBuffer: 2 ** 28
  });
  const {displayed = {}, fault} = JSON.parse(stdout) as Answer;
  const wrong = fault ?? faultsOf(insertCells(html, displayed), displayed).at(0);
  if (wrong !== undefined) throw new Error(`the page ${name} cannot be drawn: ${wrong}`);
  stills.write(key, JSON.stringify(displayed));
  return displayed;
}

function write(file: string, dist: string, displayed: Displayed): void {
  const html = insertCells(readFileSync(file, "utf8"), displayed);
  writeFileSync(file, html);
  const [size, packed] = [Buffer.byteLength(html), gzipSync(html).length].map((bytes) =>
    Math.ceil(bytes / 1000)
  );
  process.stderr.write(`drawn ${relative(dist, file)}: ${size} kB, ${packed} kB compressed\n`);
}

/**
 * Writes into every page of the folder `dist` what its cells display, two pages at a time, and hands each page that is
 * written to `then`, while the next ones are run. Raises an error, one sentence that names page and cell, when a cell
 * fails, does not answer, or would break its page.
 */
export async function prerenderSite(
  dist: string,
  then: (page: string) => Promise<void> = () => Promise.resolve()
): Promise<void> {
  mkdirSync(cache, {recursive: true});
  // Plain JavaScript: a loader of TypeScript would slow the modules of the page.
  const runner = await compileTool(join(here, "run-page.ts"));
  const pages = filesUnder(dist).filter((path) => path.endsWith(".html"));
  const next = async (): Promise<void> => {
    for (let page = pages.shift(); page !== undefined; page = pages.shift()) {
      write(page, dist, await displayedIn(page, dist, runner));
      await then(page);
    }
  };
  await Promise.all([next(), next()]);
}
