// The map of choices in a real browser: whose effect, every fit by keyboard, and the way to the live panel.
import type {Locator, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {noTrouble, openSite} from "./site.js";
import type {Opened, Site} from "./site.js";

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

const map = (page: Page): Locator => page.locator(".choice-map");
const answer = (page: Page): Promise<string> => map(page).locator(".choice-map-answer").innerText();

/** How many fits of a page's first question were made, of all that are drawn. */
async function fits(page: Page): Promise<number> {
  return map(page).locator("svg [data-focus]").count();
}

describe.each(["side-taking", "alliances", "tunisia"])("the map on /%s", (path) => {
  it("draws all fits without a group's effect being fetched", async () => {
    const asked: string[] = [];
    const change = (page: Page): Promise<void> => {
      page.on("request", (request) => asked.push(request.url()));
      return Promise.resolve();
    };
    await site.visit(path, {change}, async ({page, trouble}) => {
      const drawn = await fits(page);
      expect(drawn).toBeGreaterThanOrEqual(50);
      expect(await answer(page)).toMatch(
        new RegExp(`\\b${String(drawn)} fits? the average effect`)
      );
      expect(asked.filter((url) => url.includes("choice-effects"))).toEqual([]);
      expect(trouble).toEqual(noTrouble);
    });
  });
});

describe("the map of side-taking", () => {
  let opened: Opened;
  let page: Page;

  beforeAll(async () => {
    opened = await site.open("side-taking", {viewport: {width: 1280, height: 900}});
    page = opened.page;
    await map(page).scrollIntoViewIfNeeded();
  });

  afterAll(() => opened.close());

  it("shows the effect of the group that is named in its field, pinned on the whole page", async () => {
    const input = map(page).getByRole("combobox", {name: "Whose effect"});
    const label = await map(page).locator("option").nth(3).getAttribute("value");
    await input.fill(label ?? "");
    await expect.poll(() => answer(page)).toContain(label);
    expect(new URL(page.url()).searchParams.get("group")).not.toBeNull();
    expect(await page.locator("#cells .pinned").count()).toBeGreaterThan(0);
    await input.fill("");
    await expect.poll(() => answer(page)).toContain("the average effect");
  });

  it("is one tab stop, told fit by fit by arrow keys", async () => {
    const first = map(page).locator('svg [data-focus][tabindex="0"]');
    expect(await first.count()).toBe(1);
    await first.focus();
    const total = await fits(page);
    const readout = map(page).locator(".readout");
    await expect
      .poll(() => readout.innerText())
      .toContain(`fit 1 of ${String(total)} from the lowest`);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await expect
      .poll(() => readout.innerText())
      .toContain(`fit 3 of ${String(total)} from the lowest`);
    await page.keyboard.press("End");
    await expect
      .poll(() => readout.innerText())
      .toContain(`fit ${String(total)} of ${String(total)} from the lowest`);
  });

  it("opens that very fit in the live panel, which gives the map's numbers", async () => {
    const label = await map(page).locator("option").nth(3).getAttribute("value");
    await map(page)
      .getByRole("combobox", {name: "Whose effect"})
      .fill(label ?? "");
    await expect.poll(() => answer(page)).toContain(label);
    await map(page).locator('svg [data-focus][data-group="fit 5"]').focus();
    const told = await map(page).locator(".readout").innerText();
    const [, numbers] = /: (\S+) points, 95% interval/u.exec(told) ?? [];
    const interval = /95% interval (\S+ to \S+),/u.exec(told)?.[1];
    expect(numbers).toBeDefined();
    await map(page).getByRole("link", {name: "Open this fit in the panel above"}).click();
    const live = page.locator(".live");
    await expect
      .poll(() => live.locator(".live-status").innerText(), {timeout: 60_000})
      .toMatch(/draws from [\d,]+ respondents/);
    expect(new URL(page.url()).hash).toBe("#what-would-change-it");
    const group = new URL(page.url()).searchParams.get("group") ?? "";
    const sentence = live.locator(`[data-focus][data-group="${group}"]`);
    const same = `: ${numbers} points, 95% interval ${String(interval)}, `;
    await expect.poll(() => sentence.getAttribute("aria-label")).toContain(same);
    expect(await sentence.getAttribute("aria-label")).toContain("; as on this page: ");
    // And the published numbers are others, so that it is this fit and no other.
    expect(await sentence.getAttribute("aria-label")).not.toContain(
      `as on this page: ${numbers} points, 95% interval ${String(interval)}`
    );
  });
});

it.each([320, 390])("keeps within a window of %i pixels", async (width) => {
  await site.visit("alliances", {viewport: {width, height: 800}}, async ({page}) => {
    const box = await map(page).evaluate((node) => ({
      own: node.scrollWidth,
      page: document.documentElement.scrollWidth
    }));
    expect(box.page).toBeLessThanOrEqual(width);
    expect(await fits(page)).toBeGreaterThan(100);
  });
});
