import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {barriers} from "./accessibility.js";
import {openSite} from "./site.js";
import type {Opened, Site} from "./site.js";

const desk = {viewport: {width: 1280, height: 900}, acceptDownloads: true};
const phone = {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true};
let site: Site;
let opened: Opened;
let page: Page;

beforeAll(async () => {
  site = await openSite();
  opened = await site.open("alliances", desk);
  ({page} = opened);
});

afterAll(() => site.close());

const height = (of: Page) => of.evaluate(() => document.documentElement.scrollHeight);
const scrolled = (of: Page) => of.evaluate(() => scrollY);
const topOf = (of: Page, selector: string) =>
  of.locator(selector).evaluate((node) => node.getBoundingClientRect().top);
const barBottom = (of: Page) =>
  of.locator(".controls").evaluate((bar) => bar.getBoundingClientRect().bottom);

describe("the field in the bar", () => {
  const field = () => page.locator(".group-picker input");
  const line = () => page.locator(".picker-status [role=status]").innerText();

  it("does not scroll the page while a reader tabs to it and types", async () => {
    await page.evaluate(() => scrollTo(0, 2500));
    await page.locator(".controls select[name=lens]").focus();
    await page.keyboard.press("Shift+Tab");
    expect(await field().evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.type("white wom", {delay: 20});
    expect(await scrolled(page)).toBe(2500);
  });

  it("leads with any other words to all groups, where they are set", async () => {
    await page.keyboard.press("Enter");
    const find = page.locator(".explorer-find input");
    expect(await find.inputValue()).toBe("white wom");
    expect(await find.evaluate((node) => node === document.activeElement)).toBe(true);
    await expect
      .poll(() => page.locator(".explorer-found [role=status]").innerText())
      .toMatch(/^\d+ of 100 groups match/);
    const top = await topOf(page, ".explorer");
    expect(top).toBeGreaterThanOrEqual(await barBottom(page));
    expect(top).toBeLessThan(450);
    // The heading above it is whole.
    expect(await topOf(page, "#all-groups")).toBeGreaterThan((await barBottom(page)) + 12);
    await page.getByRole("button", {name: "Show all"}).click();
  });

  it("says how words are read and what the groups come to together, and leads to them", async () => {
    await field().fill("non-white women low");
    await expect.poll(line).toMatch(/^25 of 100 groups match\. Low what\? Say low intern/);
    await field().fill("non-white women low internationalism");
    await expect
      .poll(line)
      .toMatch(/^10 of 100 .* read as 1 or 2, .* Together, .* 95% interval .*; n = \d+\.$/);
    const said = await line();
    await page.getByRole("button", {name: "Show these"}).click();
    await expect.poll(() => page.locator(".explorer-found [role=status]").innerText()).toBe(said);
    expect(await line()).toBe("");
    await page.getByRole("button", {name: "Show all"}).click();
  });

  it("says it in a line that keeps its height, whatever is typed", async () => {
    const heights = new Set<number>();
    for (const words of ["w", "white", "non-white women low", "non-white, low internationalism"]) {
      await field().fill(words);
      await expect.poll(line).toMatch(words === "w" ? /^None of/ : /^\d+ of 100 groups match/);
      heights.add((await page.locator(".picker-status").boundingBox())!.height);
    }
    expect(heights.size).toBe(1);
    await field().fill("");
  });

  it("pins the first match where all groups have none of them, and says so beside the bar", async () => {
    const before = await height(page);
    await field().fill("democracy high stakes");
    await page.keyboard.press("Enter");
    const name = await field().inputValue();
    expect(name).toMatch(/democracy/i);
    expect(await line()).toMatch(
      new RegExp(`^Held in every figure: ${name}: [+−]\\d+ percentage points?, 95% interval`, "i")
    );
    // It lies over the page.
    expect(await height(page)).toBe(before);
    const text = (await line()).replace("95%", "80%").split("80%")[0];
    await page.locator(".controls input[name=width][value='80']").check({force: true});
    await expect.poll(line).toContain(`${text}80% interval`);
    await page.locator(".controls input[name=width][value='95']").check({force: true});
    await field().fill("");
    expect(await line()).toBe("");
  });
});

it.each([
  ["side-taking", "germany", "#for-whom-all-treated-groups"],
  ["tunisia", "nahda", "#for-whom"]
])("the field in the bar of /%s leads to groups under a whole heading", async (path, words, id) => {
  await site.visit(path, desk, async ({page: own}) => {
    await own.locator(".group-picker input").fill(words);
    await own.keyboard.press("Enter");
    await expect.poll(() => own.locator(".explorer-find input").inputValue()).toBe(words);
    const air = (await topOf(own, id)) - (await barBottom(own));
    expect(air).toBeGreaterThan(12);
    expect(air).toBeLessThan(60);
    const row = own.locator(".explorer .stage [data-focus]").first();
    const {y, height: tall} = (await row.boundingBox())!;
    expect(y + tall).toBeLessThan(900);
  });
});

describe("a link to a section", () => {
  it("leads there also when what lies above it grows on the way, until the reader scrolls", async () => {
    await site.visit("alliances", desk, async (visit) => {
      const heading = "#data-models-priors";
      await visit.page.locator(`#observablehq-toc a[href="${heading}"]`).click();
      const grow = (pixels: number) =>
        visit.page.evaluate(async (more) => {
          const first = document.querySelector<HTMLElement>("#observablehq-main > h2")!;
          // The browser would hold what is in sight by itself, but not in every case.
          document.documentElement.style.overflowAnchor = "none";
          first.style.marginTop = `${more}px`;
          for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
        }, pixels);
      await grow(900);
      const top = await topOf(visit.page, heading);
      const bar = await barBottom(visit.page);
      expect(top - bar).toBeGreaterThan(12);
      expect(top - bar).toBeLessThan(60);
      await visit.page.mouse.wheel(0, -300);
      await expect.poll(() => topOf(visit.page, heading)).toBeGreaterThan(top + 200);
      const left = await scrolled(visit.page);
      await grow(1000);
      expect(await scrolled(visit.page)).toBe(left);
    });
  });

  it.each([390, 768, 1280])("leaves air under the bar, %i px wide", async (width) => {
    await site.visit("tunisia", {viewport: {width, height: 844}}, async (visit) => {
      await visit.page.evaluate(() => {
        location.hash = "#can-the-draws-be-trusted";
      });
      const top = await topOf(visit.page, "#can-the-draws-be-trusted");
      expect(top - (await barBottom(visit.page))).toBeGreaterThan(12);
    });
  });
});

describe("on a phone", () => {
  it.each([true, false])("the contents are at hand anywhere, JavaScript: %s", async (scripts) => {
    await site.visit("tunisia", {...phone, javaScriptEnabled: scripts}, async (visit) => {
      const {page: own} = visit;
      const summary = own.locator(".contents summary");
      const links = own.locator(".contents a");
      expect(await own.locator("#observablehq-toc").isVisible()).toBe(false);
      await own.mouse.wheel(0, 9000);
      await expect.poll(async () => (await summary.boundingBox())?.y).toBe(0);
      expect((await summary.boundingBox())!.height).toBeGreaterThanOrEqual(44);
      await summary.focus();
      await own.keyboard.press("Enter");
      expect(await links.count()).toBeGreaterThan(4);
      for (const link of await links.all()) {
        expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(40);
      }
      if (scripts) expect(await barriers(own)).toEqual([]);
      const hash = (await links.last().getAttribute("href"))!;
      await links.last().click();
      await expect.poll(async () => Math.abs((await topOf(own, hash)) - 85)).toBeLessThan(3);
      if (!scripts) return;
      expect(await links.first().isVisible()).toBe(false);
      await summary.click();
      await own.keyboard.press("Escape");
      expect(await links.first().isVisible()).toBe(false);
      expect(await summary.evaluate((node) => node === document.activeElement)).toBe(true);
    });
  });

  it.each([
    ["side-taking", 390],
    ["alliances", 390],
    ["tunisia", 390],
    ["side-taking", 768]
  ])("the contents cover no words of /%s while it is read, %i px wide", async (path, width) => {
    await site.visit(path, {...phone, viewport: {width, height: 844}}, async (visit) => {
      const covered = await visit.page.evaluate(async () => {
        const summary = document.querySelector(".contents summary")!;
        const own = [":root > body", "#observablehq-center", "#observablehq-main", ".controls *"];
        const found = new Set<string>();
        for (let top = 0; top < 1200; top += 17) {
          scrollTo(0, top);
          await new Promise(requestAnimationFrame);
          const {top: from, bottom, left, right} = summary.getBoundingClientRect();
          // Whatever shares a line with the word stands in the line of the contents or in the bar.
          for (const y of [from + 2, (from + bottom) / 2, bottom - 3]) {
            for (const x of [right - 1, left + 4, left - 20, left - 120, 40]) {
              const hit = document.elementFromPoint(x, y)!;
              const isOwn = hit.matches(own.join()) || hit.closest(".contents, .controls");
              if (!isOwn) found.add(`${hit.tagName} at ${String(x)}, ${String(top)}`);
            }
          }
        }
        return [...found];
      });
      expect(covered).toEqual([]);
    });
  });

  it("a figure's table shows the median and its interval at once, and that it goes on", async () => {
    await site.visit("alliances", phone, async (visit) => {
      const figure = visit.page.locator("#tiles");
      await figure.getByRole("button", {name: "Show as table"}).click();
      const heads = figure.locator(".figure-table thead th");
      const names = await heads.allInnerTexts();
      expect(names.slice(0, 4)).toEqual([
        ...["group", "partial_median", "partial_lower95", "partial_upper95"]
      ]);
      const box = (await figure.locator(".scroll").boundingBox())!;
      const cells = figure.locator(".figure-table tbody tr").first().locator("th, td");
      for (const i of [1, 2, 3]) {
        const number = await cells.nth(i).evaluate((cell) => {
          const range = document.createRange();
          range.selectNodeContents(cell);
          return range.getBoundingClientRect().right;
        });
        expect(number).toBeLessThanOrEqual(box.x + box.width);
      }
      const drawn = await figure
        .locator(".scroll")
        .evaluate((node) => getComputedStyle(node).backgroundImage);
      expect(drawn.match(/linear-gradient/g)).toHaveLength(4);
    });
  });

  it("a table of three columns fits", async () => {
    await site.visit("alliances", phone, async (visit) => {
      const named = {name: "The article’s numbers, refitted"};
      const box = visit.page.getByRole("region", named).first();
      const overhang = await box.evaluate((node) => node.scrollWidth - node.clientWidth);
      expect(overhang).toBe(0);
    });
  });

  it("the few rows of a long table end where the last one does", async () => {
    await site.visit("trust", phone, async (visit) => {
      const box = visit.page.locator(".convergence .scroll");
      expect(await box.evaluate((node) => node.scrollHeight - node.clientHeight)).toBe(0);
      await visit.page.locator(".convergence .more").click();
      expect(await box.evaluate((node) => node.clientHeight)).toBeLessThan(844);
    });
  });

  it("nothing is said of dragging", async () => {
    await site.visit("side-taking", phone, async (visit) => {
      const text = await visit.page.locator("#observablehq-main").innerText();
      expect(text).not.toMatch(/\bDrag\b|hold Shift/);
    });
  });

  it("a tapped group's sentence stands once, and the hint speaks of tapping", async () => {
    await site.visit("alliances", phone, async (visit) => {
      const figure = visit.page.locator("#tiles");
      const readout = figure.locator(".readout");
      expect(await readout.innerText()).toBe("Tap a group for exact numbers.");
      await figure.locator("[data-focus]").first().tap();
      expect(await figure.locator(".hovertip").isVisible()).toBe(true);
      expect(await readout.innerText()).toBe(await figure.locator(".hovertip").innerText());
      // Looked at in one moment: the tip beside the group, or the sentence below, never both and never neither.
      const seen = (): Promise<number> =>
        figure.evaluate((node) => {
          const tip = node.querySelector<HTMLElement>(".hovertip");
          const below = getComputedStyle(node.querySelector(".readout")!).opacity;
          return Number(tip !== null && !tip.hidden) + Number(below);
        });
      await expect.poll(seen).toBe(1);
      await visit.page.evaluate(() => (document.activeElement as HTMLElement).blur());
      expect(await readout.evaluate((node) => getComputedStyle(node).opacity)).toBe("1");
    });
  });

  it("what is pressed under a figure is as large as a finger", async () => {
    await site.visit("tunisia", phone, async (visit) => {
      const foot = visit.page.locator("#groups .figure-foot");
      await foot.locator("summary").click();
      const pressed = await foot.locator("> button, summary, .take li button").all();
      expect(pressed).toHaveLength(7);
      for (const one of pressed)
        expect((await one.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    });
  });
});

describe("a figure", () => {
  it.each([1280, 390])(
    "keeps its height whatever group is pointed at, the longest names included, %i px wide",
    async (width) => {
      await site.visit("alliances", {viewport: {width, height: 900}}, async (visit) => {
        const moved = await visit.page.evaluate(async () => {
          const found: string[] = [];
          for (const figure of document.querySelectorAll(".figure:has(.readout)")) {
            const before = figure.getBoundingClientRect().height;
            // A layout of the whole page for each of hundreds of groups would take a minute.
            const length = ({ariaLabel}: SVGElement) => ariaLabel?.length ?? 0;
            const groups = [...figure.querySelectorAll<SVGElement>(".stage [tabindex]")]
              .sort((a, b) => length(b) - length(a))
              .filter((_, i) => i < 10 || i % 20 === 0);
            for (const group of groups) {
              group.focus({preventScroll: true});
              const now = figure.getBoundingClientRect().height;
              if (now !== before)
                found.push(`${figure.id}: ${String(now - before)} px, ${group.ariaLabel ?? ""}`);
            }
            groups.at(-1)?.blur();
            await new Promise(requestAnimationFrame);
          }
          return found;
        });
        expect(moved).toEqual([]);
      });
    }
  );

  it("opens its menu in sight at the window's lower edge, and closes it after a choice", async () => {
    const foot = page.locator("#tiles .take summary");
    await foot.evaluate((node) =>
      scrollBy(0, node.getBoundingClientRect().bottom - innerHeight + 4)
    );
    await foot.click();
    const list = page.locator("#tiles .take-list");
    await expect
      .poll(async () => {
        const box = (await list.boundingBox())!;
        return box.y + box.height;
      })
      .toBeLessThanOrEqual(900);
    const download = page.waitForEvent("download");
    await list.getByRole("button", {name: /CSV$/}).click();
    await download;
    expect(await list.isVisible()).toBe(false);
  });
});

describe("two lists of steps in the live panel", () => {
  it("do not touch", async () => {
    await site.visit("side-taking", desk, async (visit) => {
      await visit.page.locator(".live").scrollIntoViewIfNeeded();
      const lists = visit.page.locator(".live-group select:visible");
      await lists.nth(1).waitFor();
      const boxes = await lists.evaluateAll((all) => all.map((one) => one.getBoundingClientRect()));
      boxes.slice(1).forEach((box, i) => expect(box.top - boxes[i].bottom).toBeGreaterThan(4));
    });
  });
});

it("nothing goes wrong on the way", () => {
  expect(Object.values(opened.trouble).flat()).toEqual([]);
});
