import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from "node:fs";
import {readFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {pathToFileURL} from "node:url";
import {parquetMetadata, parquetReadObjects} from "hyparquet";
import {chromium, type Browser, type Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {findBrowser, launchArguments} from "../../tools/browser.mjs";
import {liveModule} from "../../tools/live.js";
import {singleFile} from "../../tools/single-file.js";
import {readRows, rowsOf, studyOf, studyNames} from "./tables.js";

let browser: Browser;

beforeAll(async () => {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error("missing browser: Chromium or Chrome; run npm test, which installs one");
  }
  browser = await chromium.launch({executablePath, args: launchArguments});
});

afterAll(() => browser.close());

it("is made of every study, and small enough to be sent", () => {
  // The page for a reader's own file takes their report in.
  const names = [...studyNames, "your-data"];
  expect(readdirSync("dist/take").sort()).toEqual(names.map((name) => `${name}.html`).sort());
  for (const name of names) {
    const {size} = statSync(`dist/take/${name}.html`);
    expect(size).toBeLessThan(5_000_000);
    const megabytes = `${(size / 1e6).toFixed(1)} MB`;
    expect(readFileSync(`dist/${name}.html`, "utf8")).toContain(`${name}.html</a>, ${megabytes}.`);
  }
});

describe.each(studyNames)("the page on %s as one file, opened from disk", (name) => {
  let page: Page;
  const asked: string[] = [];
  const trouble: string[] = [];
  const address = pathToFileURL(resolve(`dist/take/${name}.html`)).href;

  beforeAll(async () => {
    const context = await browser.newContext({
      offline: true,
      acceptDownloads: true,
      reducedMotion: "reduce",
      viewport: {width: 1200, height: 900}
    });
    page = await context.newPage();
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url())) asked.push(request.url());
    });
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) trouble.push(message.text());
    });
    page.on("pageerror", (error) => trouble.push(String(error)));
    await page.goto(address);
    await page.waitForFunction(() => document.querySelector("observablehq-loading") === null);
    await page.waitForSelector(".whole-tables");
  });

  afterAll(() => page.context().close());

  const take = async (press: () => Promise<void>): Promise<{name: string; bytes: Buffer}> => {
    const [download] = await Promise.all([page.waitForEvent("download"), press()]);
    return {name: download.suggestedFilename(), bytes: await readFile(await download.path())};
  };
  const takeTable = (table: string, format: string) =>
    take(() => page.getByRole("button", {name: `${table} as ${format}`, exact: true}).click());

  it("shows every figure of the site's page, in the site's type", async () => {
    const figures = page.locator("figure.figure");
    const served = readFileSync(`dist/${name}.html`, "utf8");
    // What stands there before JavaScript; the live panel draws when it is opened.
    const ids = [...served.matchAll(/<figure id="([^"]+)" class="figure"/g)].map(([, id]) => id);
    expect(ids.length).toBeGreaterThan(3);
    expect(await figures.evaluateAll((all) => all.map(({id}) => id))).toEqual(ids);
    for (const figure of await figures.all()) {
      expect(await figure.locator(".stage svg").count()).toBeGreaterThan(0);
    }
    expect(await page.locator(".observablehq--error").count()).toBe(0);
    const fonts = await page.evaluate(async () => {
      await document.fonts.ready;
      return [...document.fonts].filter(({status}) => status === "loaded").map((f) => f.family);
    });
    expect(fonts.join()).toContain("Source Serif 4");
    expect(fonts.join()).toContain("Source Sans 3");
  });

  it("answers its controls", async () => {
    const caption = page.locator("figure.figure figcaption").first();
    expect(await caption.innerText()).not.toContain("80%");
    await page.locator('.controls input[name="width"][value="80"]').check();
    await expect.poll(() => caption.innerText()).toContain("80%");
    // A pinned group is kept in the address, of a file too.
    await page.locator(".stage [tabindex='0']").first().press("Enter");
    await expect.poll(() => page.url()).toMatch(/[?&]group=/);
    await page.keyboard.press("Enter");
    await expect.poll(() => page.url()).not.toMatch(/[?&]group=/);
  });

  it("gives its figures and their data along", async () => {
    const menu = page.locator("figure.figure .take").first();
    for (const [kind, begin] of [
      ["CSV", /^(name|group),/],
      ["Parquet", /^PAR1/],
      ["SVG", /^<svg/],
      ["PNG", /^\x89PNG/]
    ] as const) {
      if ((await menu.getAttribute("open")) === null) await menu.locator("summary").click();
      const button = menu.getByRole("button", {name: new RegExp(`${kind}$`)});
      const {bytes} = await take(() => button.click());
      expect(bytes.toString("latin1", 0, 10)).toMatch(begin);
      if (kind === "SVG") expect(bytes.toString()).toContain("data:font/woff2;base64,");
    }
  });

  it("holds every table whole, draws included", async () => {
    const effects = await takeTable("effects", "Parquet");
    expect(effects.name).toBe(`${name}-effects.parquet`);
    const file = Uint8Array.from(effects.bytes).buffer;
    const rows = rowsOf(name, "effects").map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [key, Number.isNaN(value) ? null : value])
      )
    );
    const read = await parquetReadObjects({file});
    expect(read.map(({note: _, ...row}) => row)).toEqual(rows);
    const notes = parquetMetadata(file).key_value_metadata!.map(({key, value}) => [key, value]);
    expect(Object.fromEntries(notes)).toMatchObject({key: studyOf(name).key, study: name});
    const draws = readRows((await takeTable("draws", "Arrow")).bytes);
    expect(draws.length).toBe(1000);
    const csv = (await takeTable("diagnostics", "CSV")).bytes.toString();
    expect(csv.split("\n")[0]).toMatch(/^model,chain,divergences,/);
  });

  it("leads nowhere that is not there, and asks nothing of anybody", async () => {
    const links = await page
      .locator("a[href]")
      .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    expect(links.filter((href) => !/^(#|https:\/\/)/.test(href))).toEqual([]);
    expect(asked).toEqual([address]);
    expect(trouble).toEqual([]);
  });
});

describe("a page that fits models, as one file", () => {
  const folder = mkdtempSync(join(tmpdir(), "poolhouse-"));

  afterAll(() => rmSync(folder, {recursive: true}));

  it("fits them in workers, opened from disk", async () => {
    mkdirSync(join(folder, "live"));
    writeFileSync(join(folder, "live/index.js"), await liveModule());
    const page = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><script type="module">
      const {fit, pageCrew, workerRunner} = await import("./live/index.js");
      const y = Float64Array.from({length: 40}, (_, i) => Math.sin(7 * i));
      const g = Array.from(y, (_, i) => "g" + (i % 5));
      const options = {method: "exact", chains: 2, warmup: 20, draws: 500, seed: "x"};
      const {parameters} = await fit({formula: "y ~ (1 | g)"}, {y, g}, options, workerRunner({workers: 2}));
      document.body.append(String(parameters[0].mean));
    </script></body></html>`;
    const file = join(folder, "one.html");
    writeFileSync(file, await singleFile(page, {dist: folder, page: "one.html"}));
    rmSync(join(folder, "live"), {recursive: true});
    const opened = await browser.newPage();
    const errors: string[] = [];
    opened.on("pageerror", (error) => errors.push(String(error)));
    opened.on("console", (message) => errors.push(message.text()));
    await opened.goto(pathToFileURL(file).href);
    await expect
      .poll(() => opened.locator("body").innerText(), {timeout: 30_000})
      .toMatch(/^-?0\.\d{5}/);
    expect(opened.workers().length).toBe(2);
    expect(errors).toEqual([]);
    await opened.close();
  });
});
