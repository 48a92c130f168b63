import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {hostile, hostileLabels, hostileStudy} from "./hostile.js";
import {noTrouble, openSite} from "./site.js";
import type {Opened, Site} from "./site.js";

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

/** What the page holds that only markup in a label could have made. */
function madeFromLabels(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...Array.from(
      document.querySelectorAll("#observablehq-main :is(script, img)"),
      (one) => one.outerHTML
    ),
    ...((window as {broken?: string}).broken ? [(window as {broken?: string}).broken ?? ""] : [])
  ]);
}

function overhang(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  );
}

/** The drawings that are higher than any screen, or wider than their place. */
function outOfBounds(page: Page): Promise<string[]> {
  return page
    .locator(".chart")
    .evaluateAll((charts) =>
      charts
        .filter((chart) => chart.scrollHeight > 20_000 || chart.scrollWidth > chart.clientWidth + 1)
        .map(
          (chart) =>
            `${chart.closest("figure")?.id ?? ""}: ${chart.scrollWidth} of ${chart.clientWidth}, ${chart.scrollHeight} high`
        )
    );
}

describe.each(["", "side-taking", "alliances"])("the page /%s with hostile labels", (path) => {
  describe.each([1280, 390])("in %i pixels", (width) => {
    let opened: Opened;

    beforeAll(async () => {
      opened = await site.open(path, {
        viewport: {width, height: 900},
        study: hostileStudy,
        table: hostileLabels
      });
    });

    afterAll(() => opened.close());

    it("says them in the readout of every group, the nameless ones included", async () => {
      const {page} = opened;
      const figure = page.locator(".figure:has([data-group][tabindex='-1'])").last();
      await figure.locator("[data-group][tabindex='0']").focus();
      const said = new Set<string>();
      for (let i = 0; i < 14; ++i) {
        said.add(await figure.locator(".readout").innerText());
        await page.keyboard.press("ArrowDown");
      }
      expect([...said].join("\n")).toContain(hostile.markup);
      expect(await madeFromLabels(page)).toEqual([]);
      expect(await overhang(page), "pixels beyond the window").toBeLessThanOrEqual(0);
    });

    it("shows them as text, and stays within the window", async () => {
      const {page, trouble} = opened;
      expect(trouble).toEqual(noTrouble);
      expect(await page.locator(".observablehq--error").allInnerTexts()).toEqual([]);
      const closed = page.locator(".figure-foot > button[aria-expanded=false]");
      await closed.evaluateAll((buttons) =>
        buttons.forEach((button) => (button as HTMLElement).click())
      );
      expect(await closed.count()).toBe(0);
      const cells = await page.locator(".figure-table tbody th").allTextContents();
      expect(cells).toEqual(expect.arrayContaining([hostile.markup, hostile.long, hostile.twin]));
      expect(cells.filter((cell) => cell === hostile.rightToLeft)).not.toEqual([]);
      expect(await overhang(page), "pixels beyond the window").toBeLessThanOrEqual(0);
      expect(await outOfBounds(page)).toEqual([]);
      expect(await madeFromLabels(page)).toEqual([]);
    });
  });
});
