// npm run bench:site: what the built site costs a browser, against its budgets.
import {existsSync, writeFileSync} from "node:fs";
import {relative} from "node:path";
import {chromium} from "playwright-core";
import type {Browser} from "playwright-core";
import {launchArguments, needBrowser} from "../tools/browser.mjs";
import {filesUnder} from "../tools/fingerprint.mjs";
import {serve} from "../tools/serve.mjs";
import {currentLoad, thisMachine} from "./machine.js";
import {measureAttention} from "./site/attention.js";
import {pageCost} from "./site/page-cost.js";
import type {PageCost} from "./site/page-cost.js";
import {measureGrowth} from "./site/memory.js";
import {measureRefits} from "./site/refits.js";
import {
  attentionAnswers,
  growthAnswers,
  overruns,
  refitAnswers,
  siteReport
} from "./site/site-report.js";
import type {Answer, SiteBench} from "./site/site-report.js";

const dist = "dist";

/** One model of each kind: one varying column, several of them, and crossed terms. */
const refitted = [
  ["side-taking", "published-2023"],
  ["side-taking", "corrected"],
  ["alliances", "scenario-2026-corrected"],
  ["alliances", "respondent-text"]
] as const;

/** Each measures one thing that a reader does; a new one is added here and appears in the table. */
const readers: readonly ((browser: Browser, origin: string) => Promise<readonly Answer[]>)[] = [
  async (browser, origin) =>
    attentionAnswers(await measureAttention(browser, `${origin}/alliances`, "beside-ols")),
  ...refitted.map(
    (place) => async (browser: Browser, origin: string) =>
      refitAnswers(await measureRefits(browser, origin, place, 50))
  ),
  async (browser, origin) => growthAnswers(await measureGrowth(browser, origin, refitted[0], 500))
];

function sitePaths(): string[] {
  if (!existsSync(`${dist}/index.html`)) throw new Error("missing site: dist; run npm run report");
  return filesUnder(dist)
    .filter((file) => file.endsWith(".html"))
    .map((file) => relative(dist, file).replaceAll("\\", "/").slice(0, -".html".length))
    .filter((path) => path !== "404")
    .map((path) => path.replace(/(^|\/)index$/, "$1"));
}

async function measureSite(): Promise<SiteBench> {
  const before = currentLoad();
  const paths = sitePaths();
  const server = await serve(dist);
  const browser = await chromium.launch({executablePath: needBrowser(), args: launchArguments});
  try {
    const pages: PageCost[] = [];
    for (const path of paths) pages.push(await pageCost(browser, server.origin, path));
    const answers: Answer[] = [];
    for (const read of readers) answers.push(...(await read(browser, server.origin)));
    return {
      date: new Date().toISOString().slice(0, 10),
      machine: thisMachine(),
      browser: `Chromium ${browser.version()}`,
      load: [before, currentLoad()],
      pages,
      answers
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

try {
  const bench = await measureSite();
  const page = siteReport(bench);
  writeFileSync(`bench/results/site-${bench.date}.json`, `${JSON.stringify(bench, null, 1)}\n`);
  writeFileSync("bench/results/site.md", page);
  process.stdout.write(page);
  process.exitCode = overruns(bench).length === 0 ? 0 : 1;
} catch (reason) {
  process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n`);
  process.exitCode = 1;
}
