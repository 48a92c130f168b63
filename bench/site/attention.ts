// What a hundred groups cost a reader who scrolls through them and points at one after another.
import type {Browser} from "playwright-core";
import {openPage, readSeen} from "./page-cost.js";

/** The longest task, in milliseconds, while the reader did this; 0 when none took 50 or more. */
export interface Attention {
  readonly groups: number;
  readonly scrolling: number;
  readonly brushing: number;
}

/** Scrolls the whole page, then points at every group of a figure in turn. */
export async function measureAttention(
  browser: Browser,
  address: string,
  figure: string
): Promise<Attention> {
  return openPage(browser, address, 1280, async (page) => {
    await readSeen(page);
    await page.mouse.move(640, 450);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    for (let y = 0; y < height; y += 300) {
      await page.mouse.wheel(0, 300);
      await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
    }
    const scrolling = (await readSeen(page)).longest;
    const marks = page.locator(`#${figure} .stage [data-focus]`);
    await marks.first().scrollIntoViewIfNeeded();
    await readSeen(page);
    const groups = await marks.count();
    for (let i = 0; i < groups; ++i) {
      const box = await marks.nth(i).boundingBox();
      if (!box) continue;
      if (box.y < 0 || box.y > 880) await marks.nth(i).scrollIntoViewIfNeeded();
      await marks.nth(i).hover({force: true});
    }
    return {groups, scrolling, brushing: (await readSeen(page)).longest};
  });
}
