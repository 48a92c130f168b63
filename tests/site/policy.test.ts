// The content security policy of the built pages, in a browser that holds to it.
import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openSite, sitePages} from "./site.js";
import type {Site} from "./site.js";

interface Watched {
  violations: string[];
  ran?: string[];
}

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

const watch = (): void => {
  const watched: Watched = {violations: [], ran: []};
  Object.assign(globalThis, watched);
  document.addEventListener("securitypolicyviolation", (event) => {
    watched.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
  });
};

const violations = (page: Page): Promise<string[]> =>
  page.evaluate(() => (globalThis as unknown as Watched).violations);

/** How many values of a list are set: a hundred groups differ in nothing that a policy could see. */
const mostValues = 6;

/** Sets every control of the bar to each of its values, or to some of many from first to last, a frame each. */
async function useControls(page: Page): Promise<void> {
  // In the page itself: that each control can be reached and pressed is seen in controls.test.ts.
  await page.evaluate(async (most) => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    for (const radio of document.querySelectorAll<HTMLElement>(".controls input[type=radio]")) {
      radio.click();
      await frame();
    }
    for (const select of document.querySelectorAll<HTMLSelectElement>(".controls select")) {
      const every = Math.max(1, (select.options.length - 1) / (most - 1));
      for (let i = 0; i < select.options.length; i += every) {
        select.selectedIndex = Math.round(i);
        select.dispatchEvent(new Event("input", {bubbles: true}));
        select.dispatchEvent(new Event("change", {bubbles: true}));
        await frame();
      }
    }
  }, mostValues);
}

/** Opens every table, fold and menu, and takes what the first menu offers. */
async function useFigures(page: Page): Promise<number> {
  for (const pressed of [".figure-foot > button", "details:not(.take) > summary"]) {
    await page
      .locator(pressed)
      .evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
  }
  for (const copy of await page.locator(".copy-bar button:visible").all()) await copy.click();
  const menu = page.locator(".take").first();
  if ((await menu.count()) === 0) return 0;
  const items = await menu.locator("li button").count();
  for (let i = 0; i < items; ++i) {
    if ((await menu.getAttribute("open")) === null) await menu.locator("summary").click();
    const download = page.waitForEvent("download");
    await menu.locator("li button").nth(i).click();
    await (await download).path();
  }
  return items;
}

describe.each([...sitePages(), "404"])("the policy of the page /%s", (path) => {
  it("is not in the way of anything the page does", async () => {
    const options = {viewport: {width: 1280, height: 900}, acceptDownloads: true, init: watch};
    await site.visit(path, options, async ({page, trouble}) => {
      await useControls(page);
      const taken = await useFigures(page);
      const hasFigures = (await page.locator(".figure").count()) > 0;
      expect(taken).toBe(hasFigures ? 5 : 0);
      expect(await violations(page)).toEqual([]);
      expect(trouble.pageErrors).toEqual([]);
      expect(trouble.requestsElsewhere).toEqual([]);
      expect(trouble.consoleErrors.filter((text) => text.includes("Content Security"))).toEqual([]);
    });
  });
});

/** A page whose HTML and whose client were tampered with on their way. */
async function tampered(see: (page: Page) => Promise<void>): Promise<void> {
  const change = async (page: Page): Promise<void> => {
    await page.route(/127\.0\.0\.1:\d+\/$/, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace(
        "</body>",
        `<script>globalThis.ran.push("inline")</script>
         <p onclick="globalThis.ran.push('handler')" id="bait">bait</p>
         <a href="javascript:globalThis.ran.push('address')" id="link">link</a></body>`
      );
      await route.fulfill({response, body});
    });
    await page.route(/_script\/index\.\w{8}\.js$/, async (route) => {
      const response = await route.fetch();
      const evil = `;try { (0, eval)('globalThis.ran.push("eval")') } catch {}
        globalThis.ran.push("own script");`;
      await route.fulfill({response, body: (await response.text()) + evil});
    });
  };
  await site.visit("", {init: watch, change}, ({page}) => see(page));
}

describe("a page that was tampered with", () => {
  it("runs no inline script, no handler, no javascript: address and no eval", async () => {
    await tampered(async (page) => {
      await page.locator("#bait").dispatchEvent("click");
      await page.locator("#link").click();
      await page.evaluate(() => {
        const script = document.createElement("script");
        script.textContent = `globalThis.ran.push("added")`;
        document.body.append(script);
      });
      const ran = await page.evaluate(() => (globalThis as unknown as Watched).ran);
      expect(ran).toEqual(["own script"]);
      const seen = (await violations(page)).map((text) => text.split(":")[0]);
      expect(new Set(seen)).toEqual(new Set(["script-src-elem", "script-src-attr", "script-src"]));
    });
  });

  it("reaches nothing elsewhere: no image, no fetch, no frame, no worker but the page's own", async () => {
    await tampered(async (page) => {
      const reached = await page.evaluate(async () => {
        const answers: string[] = [];
        await fetch("http://localhost:9/").catch(() => answers.push("no fetch"));
        await new Promise<void>((done) => {
          const image = new Image();
          image.onerror = () => done();
          image.src = "http://localhost:9/a.png";
        });
        const own = new Worker(URL.createObjectURL(new Blob(["postMessage('blob')"])));
        answers.push(
          await new Promise<string>((done) => {
            own.onmessage = ({data}) => done(String(data));
          })
        );
        own.terminate();
        await new Promise<void>((done) => {
          const other = new Worker("data:text/javascript,postMessage(1)");
          other.onerror = () => done();
          other.onmessage = () => {
            answers.push("data worker");
            done();
          };
        });
        return answers;
      });
      expect(reached).toEqual(["no fetch", "blob"]);
      const seen = (await violations(page)).map((text) => text.split(":")[0]);
      expect(seen).toEqual(expect.arrayContaining(["connect-src", "img-src", "worker-src"]));
    });
  });
});
