import {readFile} from "node:fs/promises";
import {JSDOM} from "jsdom";
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {StudyCard} from "../../src/components/study-types.js";
import {openSite} from "./site.js";
import type {Opened, Site} from "./site.js";
import {modelRows, num, readRows} from "./tables.js";

let site: Site;
const pages = new Map<string, Opened>();

beforeAll(async () => {
  site = await openSite();
  for (const path of ["", "side-taking", "alliances"]) {
    // A dark page too must give files that are read on their own.
    const colorScheme = path === "alliances" ? "dark" : "light";
    const viewport = {width: 1000, height: 900};
    const options = {viewport, colorScheme, acceptDownloads: true, study: sound} as const;
    pages.set(path, await site.open(path, options));
  }
});

afterAll(() => site.close());

/** Warnings add a column to every file; tests/site/warnings.test.ts is about them. */
function sound(study: StudyCard): StudyCard {
  const models = study.models.map((model) => ({...model, unconverged: ""}));
  return {...study, stand_in: false, models};
}

type Kind = "CSV" | "Arrow" | "SVG" | "PNG";

async function take(
  page: Page,
  figure: string,
  kind: Kind
): Promise<{name: string; bytes: Buffer}> {
  const menu = page.locator(`#${figure} .take`);
  if ((await menu.getAttribute("open")) === null) await menu.locator("summary").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    menu.getByRole("button", {name: new RegExp(`${kind}$`)}).click()
  ]);
  await page.keyboard.press("Escape");
  return {name: download.suggestedFilename(), bytes: await readFile(await download.path())};
}

/** One figure of each kind of drawing. */
const drawn = [
  ["", "pooling"],
  ["side-taking", "predictors"],
  ["side-taking", "means"],
  ["alliances", "scenario-shift"],
  ["alliances", "scenario-pairs"],
  ["alliances", "densities"],
  ["alliances", "boxes"],
  ["alliances", "grid"],
  ["alliances", "tiles"]
] as const;

describe("a figure's table", () => {
  it("shows on demand what the figure draws, and hides again", async () => {
    const {page} = pages.get("alliances")!;
    const rows = modelRows("alliances", "effects", "scenario-2024");
    const figure = page.locator("#scenario-effects");
    await figure.getByRole("button", {name: "Show as table"}).click();
    const cells = await figure
      .locator(".figure-table tbody tr")
      .evaluateAll((lines) =>
        lines.map((line) => [...line.children].map(({textContent}) => textContent))
      );
    const heads = await figure.locator(".figure-table thead th").allInnerTexts();
    expect(cells).toHaveLength(rows.length);
    const column = heads.indexOf("partial_median");
    const shown = new Map(cells.map((cell) => [cell[0], cell[column]]));
    for (const row of rows) {
      const text = (Math.abs(num(row, "partial.median")) * 100).toFixed(3);
      expect(shown.get(String(row.label))?.replace(/^\u2212/, "")).toBe(text);
    }
    await figure.getByRole("button", {name: "Hide the table"}).click();
    expect(await figure.locator(".figure-table table").isVisible()).toBe(false);
  });
});

describe("the data of a figure", () => {
  it("leave as CSV with every group and every digit", async () => {
    const {name, bytes} = await take(pages.get("alliances")!.page, "tiles", "CSV");
    expect(name).toBe("alliances-tiles.csv");
    const [head, ...lines] = bytes.toString().trim().split("\n");
    const rows = modelRows("alliances", "effects", "respondent-text");
    expect(lines).toHaveLength(rows.length);
    const at = head.split(",").indexOf("partial_median") - head.split(",").length;
    const medians = lines.map((line) => Number(line.split(",").at(at)));
    expect(medians).toEqual(rows.map((row) => num(row, "partial.median") * 100));
  });

  it("leave as Arrow that another library reads", async () => {
    const {name, bytes} = await take(pages.get("side-taking")!.page, "cells", "Arrow");
    expect(name).toBe("side-taking-cells.arrow");
    const rows = modelRows("side-taking", "effects", "corrected");
    const read = readRows(bytes);
    // The file is in the order of the figure, the largest effect first.
    rows.sort((a, b) => num(b, "partial.median") - num(a, "partial.median"));
    expect(read.map(({group}) => group)).toEqual(rows.map(({label}) => label));
    expect(read.map(({median}) => median)).toEqual(rows.map((row) => num(row, "partial.median")));
    expect(read.map(({n}) => n)).toEqual(rows.map(({n}) => n));
    expect(Object.keys(read[0])).not.toContain("note");
  });
});

describe.each(drawn)("the picture of /%s#%s", (path, figure) => {
  it("leaves as an SVG that stands alone", async () => {
    const {page} = pages.get(path)!;
    const {name, bytes} = await take(page, figure, "SVG");
    expect(name).toMatch(/\.svg$/);
    const text = bytes.toString();
    const {window} = new JSDOM("");
    const parsed = new window.DOMParser().parseFromString(text, "image/svg+xml");
    expect(parsed.querySelector("parsererror")).toBeNull();
    const picture = text.replace(/<style>.*?<\/style>/s, "");
    expect(picture.match(/var\(|color\(|color-mix|currentcolor|rgba\(/gi)).toBeNull();
    expect(picture.match(/ (class|style|tabindex|role|aria-\w+)="/g)).toBeNull();
    expect(text.match(/https?:\/\/(?!www\.w3\.org)/g)).toBeNull();
    const said = [...parsed.querySelectorAll("svg > text")]
      .map((line) => line.textContent)
      .join(" ");
    expect(said).toContain(await page.locator(`#${figure} figcaption`).innerText());
    const marks = await page.locator(`#${figure} .stage [data-group]`).count();
    expect(parsed.querySelectorAll("[data-group]")).toHaveLength(marks);
  });

  it("leaves as a PNG, two pixels to one", async () => {
    const {page} = pages.get(path)!;
    const {name, bytes} = await take(page, figure, "PNG");
    expect(name).toMatch(/\.png$/);
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    const chart = await page.locator(`#${figure} .chart`).boundingBox();
    expect(width).toBe(2 * (Math.ceil(chart!.width) + 48));
    expect(height).toBeGreaterThan(2 * chart!.height);
  });
});
