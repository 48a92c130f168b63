import {readFile} from "node:fs/promises";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {standInText} from "../../src/components/figure.js";
import type {StudyCard} from "../../src/components/study-types.js";
import {barriers} from "./accessibility.js";
import {openSite} from "./site.js";
import type {Site} from "./site.js";
import {readRows} from "./tables.js";

const reports = ["", "side-taking", "alliances"];
const reason = "largest R-hat 1.234 of sigma";
const window = {viewport: {width: 390, height: 844}, acceptDownloads: true};

const standIn = (study: StudyCard): StudyCard => ({...study, stand_in: true});
const astray = (study: StudyCard): StudyCard => ({
  ...study,
  stand_in: false,
  models: study.models.map((model) => ({...model, unconverged: reason}))
});

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

/** The warnings of each figure, by its id. */
function warnings(page: Page): Promise<Record<string, string[]>> {
  return page
    .locator(".figure")
    .evaluateAll((figures) =>
      Object.fromEntries(
        figures.map((figure) => [
          figure.id,
          [...figure.querySelectorAll(".figure-warning")].map(({textContent}) => textContent)
        ])
      )
    );
}

/** The figures whose warning a screenshot of the figure could crop off. */
function outsideTheirFrame(page: Page): Promise<string[]> {
  return page.locator(".figure").evaluateAll((figures) =>
    figures
      .filter((figure) => {
        const frame = figure.getBoundingClientRect();
        const warning = figure.querySelector(".figure-warning")?.getBoundingClientRect();
        const chart = figure.querySelector(".chart")?.getBoundingClientRect();
        const within =
          warning &&
          chart &&
          warning.height > 0 &&
          warning.top >= frame.top &&
          warning.right <= frame.right &&
          warning.bottom <= chart.top;
        return !within;
      })
      .map(({id}) => id)
  );
}

async function take(page: Page, kind: string): Promise<Buffer> {
  const menu = page.locator(".figure .take").first();
  if ((await menu.getAttribute("open")) === null) await menu.locator("summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu.getByRole("button", {name: new RegExp(`${kind}$`)}).click()
  ]);
  return readFile(await download.path());
}

/** Every exported file of the first figure says `text`; a PNG is painted from the SVG. */
async function expectInFiles(page: Page, text: string): Promise<void> {
  const lines = (await take(page, "CSV")).toString().trim().split("\n");
  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines.slice(1)) expect(line).toContain(text);
  for (const {note} of readRows(await take(page, "Arrow"))) expect(note).toContain(text);
  const svg = (await take(page, "SVG")).toString();
  const said = svg.replaceAll(/<\/text><text[^>]*>/g, " ");
  expect(said).toContain(text.replaceAll("&", "&amp;"));
}

describe.each(reports)("the page /%s on stand-in data", (path) => {
  it("wears a banner, marks every figure and every file, and bars nobody", async () => {
    await site.visit(path, {...window, study: standIn}, async ({page, trouble}) => {
      expect(await page.locator(".stand-in").innerText()).toContain("stand-in data");
      const worn = await warnings(page);
      expect(Object.keys(worn).length).toBeGreaterThan(0);
      for (const texts of Object.values(worn)) expect(texts).toContain(standInText);
      expect(await outsideTheirFrame(page)).toEqual([]);
      await expectInFiles(page, standInText);
      expect(await barriers(page)).toEqual([]);
      expect(Object.values(trouble).flat()).toEqual([]);
    });
  });
});

describe.each(reports)("the page /%s with models that have not converged", (path) => {
  it("says why in every figure and file, and wears no stand-in banner", async () => {
    await site.visit(path, {...window, study: astray}, async ({page, trouble}) => {
      expect(await page.locator(".stand-in").count()).toBe(0);
      const worn = await warnings(page);
      for (const texts of Object.values(worn)) {
        expect(texts).toEqual([`Not to be trusted: ${reason}`]);
      }
      await expectInFiles(page, `Not to be trusted: ${reason}`);
      if (path !== "") {
        expect(await page.locator(".diagnostics .verdict").innerText()).toMatch(
          /cannot be trusted/
        );
      }
      expect(Object.values(trouble).flat()).toEqual([]);
    });
  });
});

describe("a site as it was built", () => {
  it("warns of stand-in data on every page or on none, as its own tables say", async () => {
    const flags: boolean[] = [];
    for (const path of reports) {
      await site.visit(path, window, async ({page}) => {
        const banner = (await page.locator(".stand-in").count()) > 0;
        const marked = Object.values(await warnings(page)).some((texts) =>
          texts.includes(standInText)
        );
        expect(marked).toBe(banner);
        flags.push(banner);
      });
    }
    expect(flags).toHaveLength(reports.length);
  });
});
