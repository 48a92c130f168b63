import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {chromium, type Browser, type Page} from "playwright-core";
import {afterAll, beforeAll, beforeEach, describe, expect, it} from "vitest";
import {findBrowser, launchArguments} from "../../tools/browser.mjs";
import {liveModule} from "../../tools/live.js";

/** In the page: a small fit with two workers, as the sentence of its failure or the mean it finds. */
const attempt = `async (settings = {}, progress = () => {}) => {
  const y = Float64Array.from({length: 40}, (_, i) => Math.sin(7 * i));
  const g = Array.from(y, (_, i) => "g" + (i % 5));
  const options = {method: "exact", chains: 2, warmup: 20, draws: 30, seed: "x", ...settings};
  const runner = live.workerRunner({workers: 2, progress});
  return live.fit({formula: "y ~ (1 | g)"}, {y, g}, options, runner).then(
    ({parameters}) => parameters[0].mean,
    (reason) => reason.message
  );
}`;

describe("a page whose workers break", () => {
  const folder = mkdtempSync(join(tmpdir(), "poolhouse-"));
  let browser: Browser;
  let page: Page;
  let unhandled: string[];

  beforeAll(async () => {
    const executablePath = findBrowser();
    if (executablePath === undefined) {
      throw new Error("missing browser: Chromium or Chrome; run npm test, which installs one");
    }
    browser = await chromium.launch({executablePath, args: launchArguments});
    const script = `${await liveModule()}
window.live = {fit, pageCrew, workerRunner};
window.attempt = ${attempt};
window.NativeWorker = Worker;`;
    const html = `<!doctype html><meta charset="utf-8"><script type="module">${script}</script>`;
    writeFileSync(join(folder, "index.html"), html);
  });

  beforeEach(async () => {
    page = await browser.newPage();
    unhandled = [];
    page.on("pageerror", (error) => unhandled.push(String(error)));
    await page.goto(pathToFileURL(join(folder, "index.html")).href);
    await page.waitForFunction("window.attempt !== undefined");
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, {recursive: true});
  });

  /** The page after a failure: no worker of it is left, and the next fit is as good as ever. */
  const expectRecovered = async () => {
    await expect.poll(() => page.workers().length, {timeout: 60_000}).toBe(0);
    await page.evaluate("window.Worker = NativeWorker");
    expect(await page.evaluate("attempt()")).toEqual(expect.any(Number));
    expect(page.workers().length).toBe(2);
    expect(unhandled).toEqual([]);
  };

  const sentence = (why: string, remedy = "try again, and load the page anew if it fails twice") =>
    `The fit broke off: a background worker failed (${why}); ${remedy}.`;

  it("says so when a worker throws as it starts", async () => {
    await page.evaluate(`window.Worker = class extends NativeWorker {
      constructor() {
        super(URL.createObjectURL(new Blob(["throw new Error('no such thing')"])));
      }
    }`);
    expect(await page.evaluate("attempt()")).toBe(sentence("no such thing"));
    await expectRecovered();
  });

  it("says so when a worker has no memory left", async () => {
    await page.evaluate(`window.Worker = class extends NativeWorker {
      constructor(address) {
        const text = "Float64Array.prototype.fill = Float64Array.from = () => new Float64Array(2 ** 40);";
        super(URL.createObjectURL(new Blob([text, "importScripts('" + address + "')"])));
      }
    }`);
    const said = await page.evaluate<string>("attempt()");
    expect(said).toMatch(/^The fit broke off: a background worker failed \([^)]+\); [^.]+\.$/);
    await expectRecovered();
  });

  it("says so when a worker is ended in the middle of a run", async () => {
    await page.evaluate(`window.hired = [];
    window.Worker = class extends NativeWorker {
      constructor(address) {
        super(address);
        hired.push(this);
      }
    }`);
    // The first chain is the first worker's: what it tells shows that it has begun.
    const said =
      await page.evaluate(`attempt({method: "nuts", warmup: 0, draws: 1_000_000}, (chain) => {
      if (chain === 0) NativeWorker.prototype.terminate.call(hired[0]);
    })`);
    expect(said).toBe(sentence("it ended without a word"));
    await expectRecovered();
  });

  it("says so when a task cannot be sent", async () => {
    await page.evaluate(`window.Worker = class extends NativeWorker {
      postMessage(task, ports) {
        super.postMessage(typeof task === "object" ? {...task, run: () => 0} : task, ports ?? []);
      }
    }`);
    const said = await page.evaluate<string>("attempt()");
    expect(said).toContain("could not be cloned");
    expect(said).toMatch(/^The fit broke off: .+\.$/);
    await expectRecovered();
  });

  it("lets go of a worker that is ended while it waits", async () => {
    expect(await page.evaluate("attempt()")).toEqual(expect.any(Number));
    expect(page.workers().length).toBe(2);
    await page.evaluate(`(async () => {
      const waiting = [live.pageCrew.take(), live.pageCrew.take()];
      for (const worker of waiting) live.pageCrew.keep(worker);
      waiting[0].terminate();
      await new Promise((done) => setTimeout(done, 500));
    })()`);
    expect(await page.evaluate("attempt()")).toEqual(expect.any(Number));
    expect(unhandled).toEqual([]);
  });
});
