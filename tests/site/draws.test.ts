import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {chromium, type Browser, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import * as engine from "../../src/engine/index.js";
import type * as live from "../../src/live/index.js";
import {findBrowser, launchArguments} from "../../tools/browser.mjs";
import {liveModule} from "../../tools/live.js";
import {columns, data, fits, options} from "../golden/example.js";

type Settings = Partial<engine.SamplerOptions>;
type Live = Pick<typeof live, "fit" | "runChainsInTurn" | "workerRunner">;

/** All that a fit found, as text: every digit of its draws, summaries, effects and diagnostics. */
function textOf({draws, parameters, effects, diagnostics}: engine.Fit): string {
  const bytes = Array.from(new Uint8Array(draws.values.buffer));
  return JSON.stringify([bytes, parameters, effects, diagnostics]);
}

/** Runs in a page as text: fits with so many Web Workers, or with none in the page's own thread. */
async function fitInPage(
  {fit, runChainsInTurn, workerRunner}: Live,
  toText: typeof textOf,
  [spec, table, settings]: readonly [engine.ModelSpec, typeof data, Settings],
  workers: number
): Promise<string> {
  const numbers = Object.fromEntries(
    Object.entries(table).map(([name, values]) => [
      name,
      typeof values[0] === "string" ? (values as string[]) : Float64Array.from(values as number[])
    ])
  );
  const runner = workers === 0 ? runChainsInTurn : workerRunner({workers});
  return toText(await fit(spec, numbers, settings, runner));
}

describe("the engine in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "poolhouse-"));
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const executablePath = findBrowser();
    if (executablePath === undefined) {
      throw new Error("missing browser: Chromium or Chrome; run npm test, which installs one");
    }
    browser = await chromium.launch({executablePath, args: launchArguments});
    // A file, offline: the harshest place, since it may fetch no script, not even its neighbour.
    const context = await browser.newContext({offline: true});
    page = await context.newPage();
    const names = "fit, InputError, pageCrew, runChainsInTurn, workerRunner";
    const script = `${await liveModule()}\nwindow.live = {${names}};`;
    const html = `<!doctype html><meta charset="utf-8"><script type="module">${script}</script>`;
    writeFileSync(join(folder, "index.html"), html);
    await context.route("http://poolhouse.test/", (route) =>
      route.fulfill({contentType: "text/html", body: html})
    );
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
    await page.waitForFunction("window.live !== undefined");
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, {recursive: true});
  });

  /** What a fit finds in the page, as text. */
  const inPage = (spec: engine.ModelSpec, settings: Settings, workers: number) => {
    const given = JSON.stringify([spec, data, settings]);
    const call = `(${fitInPage.toString()})(live, ${textOf.toString()}, ${given}, ${workers})`;
    return page.evaluate<string>(call);
  };

  describe.each(fits)("by $what", ({spec, method}) => {
    const settings = {...options, method};
    let here: string;

    beforeAll(async () => {
      here = textOf(await engine.fit(spec, columns, settings, engine.runChainsInTurn));
    });

    it.each([0, 1, 2, 4])(
      "finds what it finds in Node, byte by byte, in a page with %i workers",
      async (workers) => {
        const there = await inPage(spec, settings, workers);
        expect(here.length).toBeGreaterThan(20_000);
        expect(there === here).toBe(true);
      }
    );
  });

  const workersLeft = () => page.workers().length;

  it("lets workers wait for the next fit, and ends them when asked", async () => {
    await page.evaluate("live.pageCrew.dismiss()");
    await expect.poll(workersLeft).toBe(0);
    for (let time = 0; time < 2; ++time) await inPage(fits[0].spec, options, 3);
    expect(workersLeft()).toBe(3);
    await page.evaluate("live.pageCrew.dismiss()");
    await expect.poll(workersLeft).toBe(0);
  });

  /** Runs in a page as text: starts minutes of work and aborts it at its first news. */
  async function abortInPage({fit, workerRunner}: Live): Promise<unknown> {
    const y = Float64Array.from({length: 40}, (_, i) => Math.sin(7 * i));
    const g = Array.from(y, (_, i) => `g${i % 5}`);
    const endless = {method: "nuts", chains: 2, warmup: 0, draws: 1_000_000} as const;
    const stop = new AbortController();
    const told: number[] = [];
    const progress = (_: number, done: number) => {
      told.push(done);
      stop.abort();
    };
    const runner = workerRunner({workers: 2, progress, signal: stop.signal});
    const reason = await fit({formula: "y ~ (1 | g)"}, {y, g}, endless, runner).catch(String);
    return {reason, told: told.length, early: told[0] < 1_000_000};
  }

  it.each(["a file", "a server"])("stops a fit in a page from %s when aborted", async (place) => {
    if (place === "a server") await page.goto("http://poolhouse.test/");
    await page.waitForFunction("window.live !== undefined");
    const outcome = await page.evaluate<object>(`(${abortInPage.toString()})(live)`);
    expect(outcome).toEqual({
      reason: expect.stringMatching(/^AbortError: /) as string,
      told: 1,
      early: true
    });
    // Chromium may let a busy worker that is terminated run on for two seconds.
    await expect.poll(workersLeft, {timeout: 60_000}).toBe(0);
  });

  it("raises an InputError of a Web Worker as such", async () => {
    const call = `(async ({fit, workerRunner, InputError}) => {
      const y = Float64Array.from({length: 40}, (_, i) => 1e200 * Math.sin(7 * i));
      const g = Array.from(y, (_, i) => "g" + (i % 5));
      const options = {method: "nuts", chains: 2, warmup: 10, draws: 10};
      const run = fit({formula: "y ~ (1 | g)"}, {y, g}, options, workerRunner());
      const reason = await run.catch((reason) => reason);
      return [reason instanceof InputError, reason.message];
    })(live)`;
    expect(await page.evaluate(call)).toEqual([true, expect.stringMatching(/^invalid .*; /)]);
  });
});
