import {once} from "node:events";
import {readFileSync, statSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {join, relative} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {filesUnder} from "../../tools/fingerprint.mjs";
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

  it.each(["no-such-page.html", "no/such/page.html"])(
    "answers /%s with 404 and a way home",
    async (path) => {
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
    }
  );
});

async function baseOf(page: {evaluate(read: () => string): Promise<string>}): Promise<string> {
  return page.evaluate(() => document.baseURI);
}

/** A server that knows no more than files, and of a folder its index.html. */
const plain = createServer(({url = ""}, response) => {
  const path = decodeURIComponent(new URL(url, "http://localhost").pathname);
  const file = join("dist", path, path.endsWith("/") ? "index.html" : "");
  const isThere = statSync(file, {throwIfNoEntry: false})?.isFile() ?? false;
  response.writeHead(isThere ? 200 : 404).end();
});

/** What the page in `file` links to and loads, by whole address, as a browser reads them at `address`. */
function linksOf(file: string, address: string): string[] {
  const html = readFileSync(file, "utf8").replaceAll(/(<script\b[^>]*>)[^]*?<\/script>/g, "$1");
  const [, base = ""] = /<base href="([^"]*)">/.exec(html) ?? [];
  return [...html.matchAll(/<[a-z][^<>]*?\s(?:href|src)="([^"]*)"/g)].map(
    ([, link = ""]) => new URL(link.replaceAll("&amp;", "&"), new URL(base, address)).href
  );
}

describe("a plain server, which answers with files by their names", () => {
  afterAll(() => plain.close());

  it("has every page of the site, and all that each of them links to", async () => {
    await once(plain.listen(0, "127.0.0.1"), "listening");
    const origin = `http://127.0.0.1:${String((plain.address() as AddressInfo).port)}`;
    const pages = filesUnder("dist").filter((file) => file.endsWith(".html"));
    const from = new Map<string, string>();
    for (const file of pages) {
      const page = relative("dist", file).replaceAll("\\", "/");
      const links = linksOf(file, `${origin}/${page}`).filter((url) => url.startsWith(origin));
      // An address is asked for once, whatever state or place of a page it names.
      for (const link of [`${origin}/${page}`, ...links])
        from.set(link.replace(/[?#].*/, ""), page);
    }
    const lost: string[] = [];
    for (const [link, page] of from)
      if (!(await fetch(link, {method: "HEAD"})).ok) lost.push(`${page} -> ${link}`);
    expect(from.size).toBeGreaterThan(2 * pages.length);
    expect(lost).toEqual([]);
  });
});
