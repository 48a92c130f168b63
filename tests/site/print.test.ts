import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {paperWidth} from "../../src/components/paper.js";
import {added, isPictured, pictureFault, pictureName, showWhole} from "./pictures.js";
import {openSite, sitePages} from "./site.js";
import type {Opened, Site} from "./site.js";
import {studyNames} from "./tables.js";

// A4 within the margins of docs/style.css, in pixels of 1/96 inch: what Chromium lays pages out to.
const paper = {width: 680, height: Math.floor(((297 - 14 - 15) / 25.4) * 96)};

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

/** What a reader could press, type into or follow by hovering, and still sees. */
function controlsSeen(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    // A heading that sorts stays: on paper it is the column's name. So does a name of the reference, opened.
    [
      ...document.querySelectorAll(
        ":not(th) > button, input, select, :not(.api-entry) > summary, nav, .readout, .hovertip"
      )
    ]
      .filter((node) => node.checkVisibility())
      .map((node) => node.outerHTML.slice(0, 80))
  );
}

/** The widths of all drawings, as they are now. */
function drawnWidths(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll(".stage svg[viewBox]"), (svg) =>
      Number(svg.getAttribute("width"))
    )
  );
}

describe.each(sitePages())("the page /%s, printed", (path) => {
  let opened: Opened;

  beforeAll(async () => {
    opened = await site.open(path, {viewport: {width: 1280, height: 900}, colorScheme: "dark"});
  });

  afterAll(() => opened.close());

  it("makes a PDF, its figures drawn for paper, and for the screen again afterwards", async () => {
    const {page} = opened;
    const before = await drawnWidths(page);
    await page.evaluate(() => {
      // The figures have listened for longer, and are drawn by now.
      addEventListener("beforeprint", () => {
        const svgs = [...document.querySelectorAll(".stage svg[viewBox]")];
        document.body.dataset.printed = svgs.map((svg) => svg.getAttribute("width")).join(" ");
      });
    });
    const pdf = await page.pdf({format: "A4"});
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    await expect.poll(() => drawnWidths(page)).toEqual(before);
    if (!studyNames.includes(path)) return;
    const printed = await page.evaluate(() => document.body.dataset.printed);
    expect(Math.max(...(printed ?? "").split(" ").map(Number))).toBe(paperWidth);
    expect(Math.max(...before)).toBeGreaterThan(paperWidth);
  });

  describe("on paper", () => {
    beforeAll(async () => {
      const {page} = opened;
      await page.setViewportSize(paper);
      await page.emulateMedia({media: "print", colorScheme: "dark"});
      await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
      // Colours that change take a moment, however short.
      await page.waitForFunction(() => document.getAnimations().length === 0);
    });

    it("has no controls", async () => {
      expect(await controlsSeen(opened.page)).toEqual([]);
    });

    it("is dark on white, whatever the screen was", async () => {
      const colours = await opened.page.evaluate(() => {
        const style = getComputedStyle(document.querySelector("h1")!);
        const root = getComputedStyle(document.documentElement);
        return [style.color, root.getPropertyValue("--paper"), root.getPropertyValue("--partial")];
      });
      expect(colours).toEqual(["rgb(0, 0, 0)", "#fff", "#0072b2"]);
    });

    it("keeps inside its margins", async () => {
      const width = await opened.page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(paper.width);
    });

    it("says where its links lead", async () => {
      const links = await opened.page.evaluate(() =>
        [...document.querySelectorAll('#observablehq-main a[href^="http"]:not([download])')].map(
          (link) => [getComputedStyle(link, "::after").content, link.getAttribute("href")]
        )
      );
      for (const [after, href] of links) expect(after).toContain(href);
      // The pages that cite papers and data by their addresses; a fork's own may have none to cite.
      const isCiting = links.length > 0 || added.includes(path);
      expect(isCiting).toBe([...studyNames, "trust"].includes(path));
    });

    it.runIf(studyNames.includes(path))(
      "has whole figures: none may be split, and each drawing fits a page with its title",
      async () => {
        const figures = await opened.page.evaluate(() =>
          [...document.querySelectorAll(".figure")].map((figure) => ({
            split: getComputedStyle(figure).breakInside,
            height: figure.getBoundingClientRect().height
          }))
        );
        expect(figures.length).toBeGreaterThan(3);
        for (const {split, height} of figures) {
          expect(split).toBe("avoid");
          expect(height).toBeLessThan(paper.height);
        }
      }
    );

    it.runIf(isPictured(path))("looks as it did", async () => {
      await showWhole(opened.page);
      expect(await pictureFault(opened.page, `${pictureName(path)}-print`)).toBeNull();
    });
  });
});
