// The built site in a real browser: what the tests of the site share.
import {existsSync} from "node:fs";
import {relative} from "node:path";
import {chromium} from "playwright-core";
import type {Browser, BrowserContextOptions, Page, Request, Route} from "playwright-core";
import {findBrowser, launchArguments} from "../../tools/browser.mjs";
import {filesUnder} from "../../tools/fingerprint.mjs";
import {serve} from "../../tools/serve.mjs";
import type {StudyCard} from "../../src/components/study-types.js";

const dist = "dist";

/** The built pages as paths without a leading slash, such as "" and "side-taking". */
export function sitePages(): string[] {
  if (!existsSync(`${dist}/index.html`)) throw new Error("missing site: dist; run npm run report");
  return filesUnder(dist)
    .filter((file) => file.endsWith(".html"))
    .map((file) => relative(dist, file).replaceAll("\\", "/").slice(0, -".html".length))
    .filter((path) => path !== "404" && !path.startsWith("take/"))
    .map((path) => path.replace(/(^|\/)index$/, "$1"));
}

/** The address of a page in the site as its links write it; `path` may carry a state: "trust?study=x". */
export function addressOf(path: string): string {
  return path.replace(/^[^?#.]*[^?#./](?=[?#]|$)/, "$&.html");
}

/** What went wrong while a page was open; all four lists should stay empty. */
export interface Trouble {
  readonly consoleErrors: string[];
  readonly pageErrors: string[];
  readonly failedRequests: string[];
  readonly requestsElsewhere: string[];
}

export interface Visit {
  readonly page: Page;
  readonly status: number;
  readonly trouble: Trouble;
}

/** A page that stays open until it is closed. */
export interface Opened extends Visit {
  close(): Promise<void>;
}

/** How to open a page: the window, and what to change on its way in. */
export interface OpenOptions extends BrowserContextOptions {
  /** What to make of every study card. */
  readonly study?: (study: StudyCard) => StudyCard;
  /** What to make of every table of effects, as Arrow bytes. */
  readonly table?: (bytes: Uint8Array) => Uint8Array;
  /** Whether to wait until every cell has displayed; true but where no JavaScript runs. */
  readonly live?: boolean;
  /** What to run in the page before anything of its own. */
  readonly init?: () => void;
  /** Whatever else, before the page is asked for. */
  readonly change?: (page: Page) => Promise<void>;
}

export interface Site {
  /** Opens a page in a context of its own and waits until it is at rest. */
  open(path: string, options?: OpenOptions): Promise<Opened>;
  /** Opens a page in a context of its own, waits until it is at rest, and calls `see`. */
  visit<T>(path: string, options: OpenOptions, see: (visit: Visit) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

function watchTrouble(page: Page, origin: string): Trouble {
  const trouble: Trouble = {
    consoleErrors: [],
    pageErrors: [],
    failedRequests: [],
    requestsElsewhere: []
  };
  page.on("console", (message) => {
    if (message.type() === "error") trouble.consoleErrors.push(message.text());
  });
  page.on("pageerror", (error) => trouble.pageErrors.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    const local = url.startsWith(`${origin}/`) || /^(data|blob):/.test(url);
    if (!local) trouble.requestsElsewhere.push(url);
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText ?? "failed";
    trouble.failedRequests.push(`${reason} ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() < 400) return;
    trouble.failedRequests.push(`${response.status()} ${response.url()}`);
  });
  return trouble;
}

/** What the page has asked for and not been answered yet. */
function watchRequests(page: Page): ReadonlySet<Request> {
  const open = new Set<Request>();
  page.on("request", (request) => open.add(request));
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  return open;
}

/** Waits until every cell has answered, the fonts are there, and two frames long nothing more is asked for. */
async function untilAtRest(page: Page, open: ReadonlySet<Request>, isLive: boolean): Promise<void> {
  if (!isLive) return;
  await page.waitForFunction(() => document.querySelector("observablehq-loading") === null);
  for (let quiet = 0; quiet < 2; quiet = open.size === 0 ? quiet + 1 : 0) {
    await page.evaluate(async () => {
      await document.fonts.ready;
      await new Promise((next) => requestAnimationFrame(next));
    });
  }
}

function changeStudy(change: (study: StudyCard) => StudyCard): (route: Route) => Promise<void> {
  return async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, json: change((await response.json()) as StudyCard)});
  };
}

function changeTable(change: (bytes: Uint8Array) => Uint8Array): (route: Route) => Promise<void> {
  return async (route) => {
    const response = await route.fetch();
    await route.fulfill({response, body: Buffer.from(change(await response.body()))});
  };
}

async function launch(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error("missing browser: Chromium or Chrome; run npm test, which installs one");
  }
  return chromium.launch({executablePath, args: launchArguments});
}

/** Serves dist/ under `base` and starts a browser. */
export async function openSite(base = "/"): Promise<Site> {
  const server = await serve(dist, {base});
  const browser = await launch();
  const open: Site["open"] = async (path, {study, table, init, change, live, ...options} = {}) => {
    const context = await browser.newContext({reducedMotion: "reduce", ...options});
    try {
      const page = await context.newPage();
      page.setDefaultTimeout(60_000);
      const trouble = watchTrouble(page, server.origin);
      const asked = watchRequests(page);
      if (init) await page.addInitScript(init);
      if (study) await page.route(/study\.\w+\.json$/, changeStudy(study));
      if (table) await page.route(/effects\.\w+\.arrow$/, changeTable(table));
      await change?.(page);
      const response = await page.goto(`${server.origin}${base}${addressOf(path)}`);
      await untilAtRest(page, asked, live ?? options.javaScriptEnabled ?? true);
      const close = (): Promise<void> => context.close();
      return {page, status: response?.status() ?? 0, trouble, close};
    } catch (reason) {
      await context.close();
      throw reason;
    }
  };
  return {
    open,
    async visit(path, options, see) {
      const opened = await open(path, options);
      try {
        return await see(opened);
      } finally {
        await opened.close();
      }
    },
    async close() {
      await browser.close();
      await server.close();
    }
  };
}

/** What `trouble` is on a page where nothing went wrong. */
export const noTrouble: Trouble = {
  consoleErrors: [],
  pageErrors: [],
  failedRequests: [],
  requestsElsewhere: []
};
