// The pages as they stand before, and without, JavaScript.
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {gravestFaults} from "./accessibility.js";
import {openSite, sitePages} from "./site.js";
import type {Site} from "./site.js";

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

describe.each(sitePages())("the page /%s without JavaScript", (path) => {
  it.each(windows)("shows in $width pixels what it shows with it", async (viewport) => {
    const live = await site.visit(path, {viewport}, async ({page}) => ({
      drawings: await drawings(page),
      sentences: await sentences(page)
    }));
    await site.visit(path, {viewport, javaScriptEnabled: false}, async ({page, trouble}) => {
      const still = await drawings(page);
      expect(still.map(({figure, words}) => [figure, words])).toEqual(
        live.drawings.map(({figure, words}) => [figure, words])
      );
      still.forEach(({figure, width, height}, i) => {
        // Coordinates are rounded, and a pixel is not seen.
        expect(Math.abs(width - live.drawings[i].width), figure).toBeLessThanOrEqual(1);
        expect(Math.abs(height - live.drawings[i].height), figure).toBeLessThanOrEqual(1);
      });
      expect(await sentences(page)).toEqual(live.sentences);
      expect(live.sentences.length).toBeGreaterThan(5);
      // Scripts are not loaded here, which counts as failing.
      expect([...trouble.consoleErrors, ...trouble.requestsElsewhere]).toEqual([]);
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect(overhang, "pixels beyond the window").toBeLessThanOrEqual(0);
    });
  });

  it("shows nothing that only JavaScript would answer, and opens every figure's table", async () => {
    await site.visit(path, {javaScriptEnabled: false}, async ({page}) => {
      const answerless = page.locator("#observablehq-main :is([inert], .readout)");
      expect(await answerless.filter({visible: true}).count()).toBe(0);
      const figures = await page.locator(".figure").all();
      for (const figure of figures) {
        const place = figure.locator(".figure-foot noscript");
        expect(await place.count()).toBe(1);
        const fold = place.locator("summary");
        if ((await fold.count()) === 0) {
          const link = place.locator("a");
          const earlier = page.locator((await link.getAttribute("href")) ?? "");
          expect(await earlier.locator("noscript table").count()).toBe(1);
          continue;
        }
        await fold.click();
        expect(await place.locator("tbody tr").first().isVisible()).toBe(true);
      }
    });
  });

  it("bars nobody", async () => {
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
      expect(await gravestFaults(page)).toEqual([]);
    });
  });
});

/** The sum of all shifts while the page loads and comes alive, and what moved. */
async function shifts(path: string, viewport: {width: number; height: number}): Promise<number> {
  const opened = await site.open(path, {
    viewport,
    init: () => {
      const total = {value: 0};
      Object.assign(globalThis, {shifted: total});
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          total.value += (entry as PerformanceEntry & {value: number}).value;
        }
      }).observe({type: "layout-shift", buffered: true});
    }
  });
  try {
    // Two frames after the last cell.
    return await opened.page.evaluate(async () => {
      for (let i = 0; i < 2; ++i) await new Promise((next) => requestAnimationFrame(next));
      return (globalThis as unknown as {shifted: {value: number}}).shifted.value;
    });
  } finally {
    await opened.close();
  }
}

describe.each(sitePages())("the page /%s as it comes alive", (path) => {
  it.each(windows)("does not move in $width pixels", async (viewport) => {
    expect(await shifts(path, viewport)).toBeLessThan(0.02);
  });
});
