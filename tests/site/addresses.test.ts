import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {noTrouble, openSite, sitePages} from "./site.js";
import type {Site} from "./site.js";

describe("a site under the base path /repo/", () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite("/repo/");
  });

  afterAll(() => site.close());

  it.each(sitePages())("serves /repo/%s with all that it needs", async (path) => {
    await site.visit(path, {}, async ({page, status, trouble}) => {
      expect(status).toBe(200);
      expect(trouble).toEqual(noTrouble);
      expect(await page.locator("h1").count()).toBe(1);
    });
  });

  it("links its pages to each other inside the base path", async () => {
    await site.visit("", {}, async ({page}) => {
      const paths = await page.locator("a[href]").evaluateAll((links) =>
        links
          .map((link) => link as HTMLAnchorElement)
          .filter((link) => link.origin === location.origin)
          .map((link) => link.pathname)
      );
      expect(paths.length).toBeGreaterThan(0);
      expect(paths.filter((path) => !path.startsWith("/repo/"))).toEqual([]);
    });
  });
});

describe("an address without a page", () => {
  let site: Site;

  beforeAll(async () => {
    site = await openSite();
  });

  afterAll(() => site.close());

  it.each(["no-such-page", "no/such/page"])("answers /%s with 404 and a way home", async (path) => {
    await site.visit(path, {}, async ({page, status, trouble}) => {
      expect(status).toBe(404);
      expect(trouble.pageErrors).toEqual([]);
      expect(trouble.requestsElsewhere).toEqual([]);
      // Only the address itself is missing: the page's own files are found from any depth.
      expect(trouble.failedRequests).toEqual([`404 ${page.url()}`]);
      const home = page.locator("main a[href]").first();
      expect(new URL((await home.getAttribute("href")) ?? "", await baseOf(page)).pathname).toBe(
        "/"
      );
    });
  });
});

async function baseOf(page: {evaluate(read: () => string): Promise<string>}): Promise<string> {
  return page.evaluate(() => document.baseURI);
}
