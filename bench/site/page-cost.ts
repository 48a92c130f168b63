// What one built page costs a browser: bytes, requests, movement, and tasks that block.
import type {Browser, CDPSession, Page} from "playwright-core";
import {goTo, inPage} from "./browser-page.js";

/** What a page asked for, in bytes as they came over the wire. */
export interface Bytes {
  /** Document, style sheets and the fonts in them: what text and figures need to be read. */
  readonly first_view: number;
  readonly scripts: number;
  readonly all: number;
}

/** The cost of one page, from its address to its last cell, with an empty cache. */
export interface PageCost {
  readonly path: string;
  readonly bytes: Bytes;
  readonly requests: number;
  readonly requests_elsewhere: number;
  /** Layout shift by the width of the window. */
  readonly shift: Readonly<Record<string, number>>;
  /** Milliseconds; 0 when no task took 50 or more. */
  readonly longest_task: number;
}

/** What a page's own observers have seen, under `globalThis.seen`. */
interface Seen {
  shift: number;
  tasks: number[];
  /** Set once both observers are at work: zeros of a page that nobody watched are no measurement. */
  watching: boolean;
}

export const widths = [1280, 390] as const;

function observe(): void {
  const seen: Seen = {shift: 0, tasks: [], watching: false};
  Object.assign(globalThis, {seen});
  const follow = (type: string, take: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true
    });
  };
  follow("layout-shift", (entry) => {
    seen.shift += (entry as PerformanceEntry & {value: number}).value;
  });
  follow("longtask", (entry) => seen.tasks.push(entry.duration));
  seen.watching = true;
}

/** The shift until now, and the longest task since the last call, in milliseconds. */
export async function readSeen(page: Page): Promise<{shift: number; longest: number}> {
  return page.evaluate(async () => {
    // Observers are told after the frame.
    for (let i = 0; i < 3; ++i) await new Promise((next) => requestAnimationFrame(next));
    const {seen} = globalThis as unknown as {seen: Seen};
    if (!seen.watching) throw new Error("missing observers: the page was not watched");
    const longest = Math.max(0, ...seen.tasks);
    seen.tasks = [];
    return {shift: seen.shift, longest};
  });
}

/** What Chromium's network layer counted. */
class Traffic {
  readonly #kinds = new Map<string, string>();
  readonly #sizes = new Map<string, number>();
  elsewhere = 0;

  async follow(session: CDPSession, origin: string): Promise<void> {
    session.on("Network.requestWillBeSent", ({requestId, request, type}) => {
      if (/^(data|blob):/.test(request.url)) return;
      this.#kinds.set(requestId, type ?? "Other");
      if (!request.url.startsWith(`${origin}/`)) this.elsewhere += 1;
    });
    session.on("Network.loadingFinished", ({requestId, encodedDataLength}) => {
      this.#sizes.set(requestId, encodedDataLength);
    });
    await session.send("Network.enable");
  }

  get requests(): number {
    return this.#kinds.size;
  }

  /** The bytes of all requests whose kind is one of these; of all when none is named. */
  bytes(...kinds: readonly string[]): number {
    return [...this.#kinds]
      .filter(([, kind]) => kinds.length === 0 || kinds.includes(kind))
      .reduce((sum, [id]) => sum + (this.#sizes.get(id) ?? 0), 0);
  }
}

/** Opens a page with an empty cache and waits until its last cell has displayed; `see` may then use it. */
export async function openPage<T>(
  browser: Browser,
  address: string,
  width: number,
  see: (page: Page, traffic: Traffic) => Promise<T>
): Promise<T> {
  return inPage(browser, width, async (page, context) => {
    const traffic = new Traffic();
    await traffic.follow(await context.newCDPSession(page), new URL(address).origin);
    await page.addInitScript(observe);
    await goTo(page, address);
    return see(page, traffic);
  });
}

/** Measures the page at `path` of the site at `origin`. */
export async function pageCost(browser: Browser, origin: string, path: string): Promise<PageCost> {
  const shift: Record<string, number> = {};
  let longest_task = 0;
  let counted: Pick<PageCost, "bytes" | "requests" | "requests_elsewhere"> | undefined;
  for (const width of widths) {
    await openPage(browser, `${origin}/${path}`, width, async (page, traffic) => {
      const seen = await readSeen(page);
      shift[width] = seen.shift;
      longest_task = Math.max(longest_task, seen.longest);
      counted ??= {
        bytes: {
          first_view: traffic.bytes("Document", "Stylesheet", "Font"),
          scripts: traffic.bytes("Script"),
          all: traffic.bytes()
        },
        requests: traffic.requests,
        requests_elsewhere: traffic.elsewhere
      };
    });
  }
  if (!counted) throw new Error(`missing measurement: ${path}`);
  return {path, ...counted, shift, longest_task};
}
