// The pages as they stand before, and without, JavaScript.
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {barriers} from "./accessibility.js";
import {noTrouble, openSite, sitePages} from "./site.js";
import type {Opened, Site, Trouble} from "./site.js";

const windows = [
  {width: 1280, height: 900},
  {width: 390, height: 844}
];

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

interface Drawing {
  readonly figure: string;
  readonly width: number;
  readonly height: number;
  readonly words: string;
}

/** The place and the words of each figure's drawing that is shown. */
function drawings(page: Page): Promise<Drawing[]> {
  return page.locator(".figure").evaluateAll((figures) =>
    figures.map((figure) => {
      const shown = [...figure.querySelectorAll<HTMLElement>(".stage")].filter(
        (stage) => stage.offsetHeight > 0
      );
      const stage = shown.at(0);
      const {width, height} = stage?.getBoundingClientRect() ?? {width: NaN, height: NaN};
      const texts = Array.from(stage?.querySelectorAll("text, p") ?? [], (one) => one.textContent);
      return {
        figure: `${figure.id}${shown.length === 1 ? "" : ` shows ${shown.length} drawings`}`,
        width: Math.round(width),
        height: Math.round(height),
        words: texts.join(" ")
      };
    })
  );
}

/** The words of the page that both its forms say: all but what is to be pressed or follows the pointer. */
function sentences(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(
      document.querySelectorAll(
        "#observablehq-main :is(h1, h2, h3, p, figcaption, caption, li, dd, th, td)"
      )
    )
      .filter((one) => !one.closest("noscript, .figure-table, .take, .controls, .readout, .stage"))
      .map(({textContent}) => textContent.replaceAll(/\s+/g, " ").trim())
  );
}

interface Live {
  readonly drawings: Drawing[];
  readonly sentences: string[];
  /** The sum of all shifts while the page loads and comes alive. */
  readonly shifted: number;
  readonly trouble: Trouble;
}

/** The page with JavaScript, once it is alive. */
async function comeAlive(path: string, viewport: (typeof windows)[number]): Promise<Live> {
  const init = (): void => {
    const total = {value: 0};
    Object.assign(globalThis, {shifted: total});
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        total.value += (entry as PerformanceEntry & {value: number}).value;
      }
    }).observe({type: "layout-shift", buffered: true});
  };
  return site.visit(path, {viewport, init}, async ({page, trouble}) => {
    // Two frames after the last cell.
    const shifted = await page.evaluate(async () => {
      for (let i = 0; i < 2; ++i) await new Promise((next) => requestAnimationFrame(next));
      return (globalThis as unknown as {shifted: {value: number}}).shifted.value;
    });
    return {shifted, trouble, drawings: await drawings(page), sentences: await sentences(page)};
  });
}

/** Opens each figure's table as a reader would, only without the way to it; says what fails to. */
function openTables(page: Page): Promise<string[]> {
  return page.locator(".figure").evaluateAll((figures) =>
    figures.flatMap(({id}) => {
      const figure = document.getElementById(id);
      const places = figure?.querySelectorAll(".figure-foot noscript") ?? [];
      if (places.length !== 1) return [`${id} has ${places.length} places for its table`];
      const [place] = places;
      const fold = place.querySelector("summary");
      if (fold) {
        fold.click();
        const row = place.querySelector("tbody tr");
        return row?.checkVisibility() ? [] : [`${id} does not open its table`];
      }
      const earlier = place.querySelector("a")?.getAttribute("href") ?? "#";
      const tables = document.querySelectorAll(`${earlier} noscript table`);
      return tables.length === 1 ? [] : [`${id} leads to ${tables.length} tables`];
    })
  );
}

describe.each(sitePages())("the page /%s", (path) => {
  let still: Opened;

  beforeAll(async () => {
    still = await site.open(path, {viewport: windows[0], javaScriptEnabled: false});
  });

  afterAll(() => still.close());

  describe.each(windows)("in $width pixels", (viewport) => {
    let live: Live;

    beforeAll(async () => {
      live = await comeAlive(path, viewport);
    });

    it("does not move as it comes alive, and nothing fails", () => {
      expect(live.shifted).toBeLessThan(0.02);
      expect(live.trouble).toEqual(noTrouble);
    });

    it("shows without JavaScript what it shows with it", async () => {
      const {page} = still;
      await page.setViewportSize(viewport);
      const drawn = await drawings(page);
      expect(drawn.map(({figure, words}) => [figure, words])).toEqual(
        live.drawings.map(({figure, words}) => [figure, words])
      );
      drawn.forEach(({figure, width, height}, i) => {
        // Coordinates are rounded, and a pixel is not seen.
        expect(Math.abs(width - live.drawings[i].width), figure).toBeLessThanOrEqual(1);
        expect(Math.abs(height - live.drawings[i].height), figure).toBeLessThanOrEqual(1);
      });
      expect(await sentences(page)).toEqual(live.sentences);
      expect(live.sentences.length).toBeGreaterThan(5);
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect(overhang, "pixels beyond the window").toBeLessThanOrEqual(0);
    });
  });

  it("shows without JavaScript nothing that only that would answer, and opens every figure's table", async () => {
    const {page, trouble} = still;
    await page.setViewportSize(windows[0]);
    const answerless = page.locator("#observablehq-main :is([inert], .readout)");
    expect(await answerless.filter({visible: true}).count()).toBe(0);
    expect(await openTables(page)).toEqual([]);
    // The first one is pressed by the mouse as well, which closes it again.
    const first = page.locator(".figure-foot noscript summary").first();
    if ((await first.count()) > 0) {
      await first.click();
      expect(await first.locator("xpath=..").locator("tbody tr").first().isVisible()).toBe(false);
    }
    // Scripts are not loaded here, which counts as failing.
    expect([...trouble.consoleErrors, ...trouble.requestsElsewhere]).toEqual([]);
  });

  it("bars nobody without JavaScript", async () => {
    // What checks this is itself JavaScript, so that only the page's own is taken out.
    const change = async (page: Page): Promise<void> => {
      await page.route(/127\.0\.0\.1:\d+\/[\w-]*$/, async (route) => {
        const response = await route.fetch();
        const html = (await response.text())
          .replaceAll(/<script[\s\S]*?<\/script>/g, "")
          .replaceAll(/<(\/?)noscript>/g, "<$1div>");
        await route.fulfill({response, body: html});
      });
    };
    await site.visit(path, {live: false, change}, async ({page}) => {
      expect(await page.locator(".figure .chart svg").count()).toBeGreaterThanOrEqual(
        await page.locator(".figure").count()
      );
      // Its colours are those of the page with JavaScript, which are looked at there.
      expect(await barriers(page, "but colours")).toEqual([]);
    });
  });
});
