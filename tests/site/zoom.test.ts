import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openSite, sitePages} from "./site.js";
import type {Opened, Site} from "./site.js";
import {studyNames} from "./tables.js";

/** A window of 1280 by 1024 pixels, enlarged to 400 %. */
const enlarged = {viewport: {width: 320, height: 256}, deviceScaleFactor: 4};

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

/** What reaches beyond the window though it is in no box that scrolls: elements and figures' texts. */
function beyond(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const boxed = ".scroll, #observablehq-main > table, pre, .katex-mathml, svg";
    const name = (node: Element) =>
      `${node.tagName} ${node.textContent.trim().slice(0, 30)} at ${node.getBoundingClientRect().right}`;
    // The lists of downloads cover a figure once they are opened, and are looked at as well.
    document.querySelectorAll<HTMLDetailsElement>(".take").forEach((one) => (one.open = true));
    const out = (node: Element) => {
      const {left, right, width: own} = node.getBoundingClientRect();
      return own > 0 && node.checkVisibility() && (right > width + 1 || left < -1);
    };
    const elements = [...document.querySelectorAll("#observablehq-center *")].filter(
      (node) => out(node) && (node.matches("svg") || node.closest(boxed) === null)
    );
    return [...elements, ...[...document.querySelectorAll(".stage svg text")].filter(out)].map(
      name
    );
  });
}

/** Boxes whose content is wider than they are, and whether a reader can scroll and reach them. */
function wideBoxes(page: Page): Promise<{scrolls: boolean; reached: boolean}[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>(".scroll")]
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => ({
        scrolls: /auto|scroll/.test(getComputedStyle(box).overflowX),
        reached: box.tabIndex === 0
      }))
  );
}

describe.each(sitePages())("the page /%s enlarged four times", (path) => {
  let opened: Opened;

  beforeAll(async () => {
    opened = await site.open(path, enlarged);
  });

  afterAll(() => opened.close());

  it("never scrolls sideways", async () => {
    const overhang = await opened.page.evaluate(() => {
      scrollTo(1000, 0);
      return scrollX;
    });
    expect(overhang).toBe(0);
  });

  it("cuts nothing off, words in figures included", async () => {
    expect(await beyond(opened.page)).toEqual([]);
  });

  it("leaves most of the window to the text while controls stay in sight", async () => {
    const {page} = opened;
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
    const covered = await page.evaluate(() =>
      [...document.querySelectorAll(".controls")].map((bar) => bar.getBoundingClientRect().height)
    );
    for (const height of covered) expect(height).toBeLessThan(enlarged.viewport.height / 3);
    // A page without controls covers nothing.
    expect(covered.length).toBe(studyNames.includes(path) ? 1 : 0);
  });
});

describe.each(studyNames)("tables of /%s enlarged four times", (path) => {
  it("scroll inside themselves, by keyboard too", async () => {
    await site.visit(path, enlarged, async ({page}) => {
      await page.evaluate(() =>
        document
          .querySelectorAll<HTMLDetailsElement>("#observablehq-main details")
          .forEach((one) => (one.open = true))
      );
      await page.getByRole("button", {name: "Show as table"}).first().click();
      const wide = await wideBoxes(page);
      expect(wide.length).toBeGreaterThan(2);
      for (const box of wide) expect(box).toEqual({scrolls: true, reached: true});
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  });
});
