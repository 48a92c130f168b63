import type {Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {openSite, sitePages} from "./site.js";
import type {Opened, Site} from "./site.js";

let site: Site;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.close());

/** How the page scrolls to a heading, and the longest movement that any element may make. */
function movement(page: Page): Promise<{scroll: string; longest: number}> {
  return page.evaluate(() => {
    const milliseconds = (text: string) =>
      text.split(", ").map((one) => parseFloat(one) * (one.endsWith("ms") ? 1 : 1000));
    const longest = [...document.querySelectorAll("*")].flatMap((node) =>
      [getComputedStyle(node), getComputedStyle(node, "::before")].flatMap((style) => [
        ...milliseconds(style.transitionDuration),
        ...(style.animationName === "none" ? [] : milliseconds(style.animationDuration))
      ])
    );
    return {
      scroll: getComputedStyle(document.documentElement).scrollBehavior,
      longest: Math.max(...longest)
    };
  });
}

describe.each(sitePages())("the page /%s", (path) => {
  let opened: Opened;

  beforeAll(async () => {
    opened = await site.open(path);
  });

  afterAll(() => opened.close());

  it("stands still for readers who ask for less motion", async () => {
    await opened.page.emulateMedia({reducedMotion: "reduce"});
    const {scroll, longest} = await movement(opened.page);
    expect(scroll).toBe("auto");
    expect(longest).toBeLessThanOrEqual(0.01);
    expect(await opened.page.evaluate(() => document.getAnimations().length)).toBe(0);
  });

  it("moves for the others", async () => {
    await opened.page.emulateMedia({reducedMotion: "no-preference"});
    expect((await movement(opened.page)).scroll).toBe("smooth");
  });
});
