// A page of the built site as the benches open it: an empty cache, and functions that run in it.
import type {Browser, BrowserContext, Page} from "playwright-core";

/** tsx lets every function be named by a helper, which functions that run in a page look for there. */
const helper = "globalThis.__name = (named) => named";

/** Opens an empty page in a context of its own, and closes both after `see`. */
export async function inPage<T>(
  browser: Browser,
  width: number,
  see: (page: Page, context: BrowserContext) => Promise<T>
): Promise<T> {
  const context = await browser.newContext({viewport: {width, height: 900}});
  try {
    await context.addInitScript({content: helper});
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    return await see(page, context);
  } finally {
    await context.close();
  }
}

/** Goes to an address and waits until the page's last cell has displayed. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address, {waitUntil: "networkidle"});
  await page.waitForFunction(() => document.querySelector("observablehq-loading") === null);
  await page.waitForLoadState("networkidle");
}
