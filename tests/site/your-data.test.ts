// The page for a reader's own file, in a browser: from the drop to the report, and nothing leaves it.
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Page} from "playwright-core";
import {unzipSync} from "fflate";
import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {barriers} from "./accessibility.js";
import {noTrouble, openSite} from "./site.js";
import type {Opened, Site} from "./site.js";

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

const trial = [
  "who,treat,score,sex,town",
  ...Array.from({length: 400}, (_, i) =>
    [
      `p${i}`,
      i % 2,
      ((i * i * 31 + i * 17) >> 3) % 5,
      i % 3 ? "f" : "m",
      ["Ulm", "Bonn", "Kiel"][(i >> 1) % 3]
    ].join(",")
  )
].join("\n");

const choose = (page: Page, content: string, name = "mine.csv"): Promise<void> =>
  page.setInputFiles("input[type=file]", {
    name,
    mimeType: "text/csv",
    buffer: Buffer.from(content)
  });

/** What a refit says of itself once it is there. */
const refitted = /^Groups are not told apart by .* on this device; /;

const settled = (page: Page): Promise<unknown> => page.waitForSelector(".your-fit:not([disabled])");

const fitted = async (page: Page): Promise<void> => {
  await page.waitForSelector(".report-sheet .figure svg");
  await page.getByText(/^Fitted in /).waitFor();
};

describe("a file of one's own", () => {
  let opened: Opened;
  const asked: string[] = [];

  beforeAll(async () => {
    opened = await site.open("your-data", {acceptDownloads: true});
    const {page} = opened;
    await choose(page, trial);
    await settled(page);
    // Nothing looks like a code for no answer here.
    expect(await page.getByText("There is no answer where").isVisible()).toBe(false);
    page.on("request", (request) => {
      if (!request.url().startsWith("blob:")) asked.push(request.url());
    });
    // From the file to the report: two presses, the file's choice and this one.
    await page.getByRole("button", {name: "Fit", exact: true}).click();
    await fitted(page);
  });

  afterAll(() => opened.close());

  it("becomes a whole report, with the sections of a published study", async () => {
    const {page, trouble} = opened;
    for (const name of ["How sure?", "For whom?", "Compared with OLS", "Data, models, priors"])
      expect(await page.getByRole("heading", {name, exact: true}).count()).toBe(1);
    expect(await page.locator(".report-sheet .standfirst").textContent()).toMatch(
      /^The effect of treat on score is /
    );
    expect(trouble).toEqual(noTrouble);
  });

  it("asks for nothing once the file is read: fits and refits are made here", async () => {
    const {page} = opened;
    await page.locator(".live").scrollIntoViewIfNeeded();
    await page.locator(".live-group input").first().uncheck();
    await page.getByText(refitted).waitFor();
    expect(asked).toEqual([]);
  });

  it("gives a study folder and cells without rows", async () => {
    const {page} = opened;
    await page.getByText("Take it along").click();
    const taken = async (name: string): Promise<Buffer> => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", {name}).click()
      ]);
      return readFileSync(await download.path());
    };
    const files = unzipSync(await taken("Study folder (.zip)"));
    expect(Object.keys(files).sort()).toEqual([
      "docs/mine.md",
      "mine-README.txt",
      "src/data/mine.zip.ts",
      "src/data/studies/mine.ts",
      "tests/data/studies/mine.test.ts"
    ]);
    for (const bytes of Object.values(files))
      expect(new TextDecoder().decode(bytes)).not.toMatch(/\bp1\d\d\b/);
    const cells = (await taken("Cells (.csv)")).toString();
    expect(cells).toMatch(/^group,treated,rows,mean,sd\n/);
    const rows = cells.trim().split("\n").slice(1);
    for (const row of rows) expect(Number(row.split(",").at(-3))).toBeGreaterThanOrEqual(5);
    expect(asked).toEqual([]);
  });

  it("gives the report as one file, which opens from disk and asks for nothing", async () => {
    const {page} = opened;
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", {name: "This report as one file (.html)"}).click()
    ]);
    expect(download.suggestedFilename()).toBe("mine.html");
    // The program comes from the site, and nothing goes there.
    expect(asked.map((url) => new URL(url).pathname)).toEqual(["/take/your-data.html"]);
    asked.length = 0;
    const file = join(mkdtempSync(join(tmpdir(), "taken-")), "mine.html");
    await download.saveAs(file);
    const context = await page.context().browser()!.newContext({offline: true});
    const taken = await context.newPage();
    const [elsewhere, errors]: string[][] = [[], []];
    taken.on("request", (request) => {
      if (!/^(?:data|blob):/.test(request.url())) elsewhere.push(request.url());
    });
    taken.on("pageerror", (error) => errors.push(String(error)));
    const address = pathToFileURL(file).href;
    await taken.goto(address);
    await taken.waitForSelector(".report-sheet .figure svg");
    const answer = ".report-sheet .standfirst";
    expect(await taken.locator(answer).textContent()).toBe(
      await page.locator(answer).textContent()
    );
    expect(await taken.locator("h1").textContent()).toBe("Mine");
    expect(await taken.locator("input[type=file], .report-take").count()).toBe(0);
    await taken.locator(".live").scrollIntoViewIfNeeded();
    await taken.locator(".live-group input").first().uncheck();
    await taken.getByText(refitted).waitFor();
    expect(elsewhere).toEqual([address]);
    expect(errors).toEqual([]);
    await context.close();
    rmSync(dirname(file), {recursive: true});
  });

  it("has no grave fault of accessibility, and fits a narrow window", async () => {
    const {page} = opened;
    expect(await barriers(page)).toEqual([]);
    await page.setViewportSize({width: 390, height: 800});
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    ).toBeLessThanOrEqual(0);
  });

  it("comes back after a reload with what was set", async () => {
    const {page} = opened;
    await page.getByLabel("Town is taken for").selectOption("control");
    await page.getByLabel("Title of the report").fill("Mine");
    await page.reload();
    await settled(page);
    expect(await page.getByLabel("Town is taken for").inputValue()).toBe("control");
    expect(await page.getByLabel("Title of the report").inputValue()).toBe("Mine");
  });
});

it("needs no pointer: the example, by keyboard alone", async () => {
  await site.visit("your-data", {}, async ({page}) => {
    await page.getByRole("button", {name: /Try an example/}).focus();
    await page.keyboard.press("Enter");
    await settled(page);
    const isAt = (selector: string): Promise<boolean> =>
      page.evaluate((own) => document.activeElement?.matches(own) ?? false, selector);
    for (let k = 0; k < 80 && !(await isAt(".your-fit")); ++k) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await fitted(page);
    expect(await page.locator(".report-sheet > .stand-in").textContent()).toContain("Generated");
    expect(await isAt(".report-sheet h2")).toBe(true);
  });
});

it("answers a file that is none with one sentence and goes on", async () => {
  await site.visit("your-data", {}, async ({page, trouble}) => {
    const problem = page.locator(".your-status .your-problem p");
    for (const [content, said] of [
      ["a,b\n1,2\n3\n", /^Invalid row: row 3 has 1 cell/],
      ["PK\u0003\u0004xxxx", /zip/i],
      ["", /is empty/]
    ] as const) {
      await choose(page, content);
      await problem.filter({hasText: said}).waitFor();
    }
    await choose(page, trial);
    await settled(page);
    expect(await problem.count()).toBe(0);
    await page.getByLabel("Town is taken for").selectOption("control");
    // Another file that is none leaves this one as it was, and what was set of it.
    await choose(page, "");
    await problem.filter({hasText: /is empty/}).waitFor();
    expect(await page.getByLabel("Town is taken for").inputValue()).toBe("control");
    await page.getByLabel("Sex is taken for").selectOption("");
    await page.getByText("Missing modifiers").waitFor();
    await page.getByLabel("Sex is taken for").selectOption("modifier");
    await settled(page);
    expect(trouble.pageErrors).toEqual([]);
  });
});

it("takes a file that is dropped on it, also while it reads another again", async () => {
  await site.visit("your-data", {}, async ({page, trouble}) => {
    await choose(page, trial);
    await settled(page);
    await page.reload();
    await page.waitForFunction(() => document.querySelector("observablehq-loading") === null);
    const carried = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], "dropped.csv"));
      return data;
    }, trial);
    await page.dispatchEvent(".your-drop", "dragover", {dataTransfer: carried});
    expect(await page.locator(".your-drop.over").count()).toBe(1);
    await page.dispatchEvent(".your-drop", "drop", {dataTransfer: carried});
    await page.getByText(/^dropped.csv: 400 rows/).waitFor();
    await settled(page);
    expect(await page.locator(".your-columns caption").textContent()).toContain("dropped.csv");
    expect(trouble.pageErrors).toEqual([]);
  });
});

it("stops a fit that is running, and fits again", async () => {
  await site.visit("your-data", {}, async ({page}) => {
    await choose(page, trial);
    await settled(page);
    const fit = page.getByRole("button", {name: "Fit", exact: true});
    await fit.click();
    await page.getByRole("button", {name: "Stop"}).click();
    await page.getByText("Stopped. What you set is kept.").waitFor();
    expect(await page.locator(".report-sheet").count()).toBe(0);
    await fit.click();
    await fitted(page);
  });
});
