// What a refit costs a reader: from a slider's move to the figures drawn, beside the same fits in Node.
import {median} from "d3";
import type {Browser, Page} from "playwright-core";
import {poolRunner} from "../../src/data/pool.js";
import {fitLive, type LiveRequest} from "../../src/live/fit-live.js";
import {goTo, inPage} from "./browser-page.js";

/** Refits of one model; times in milliseconds. */
export interface Refits {
  readonly model: string;
  readonly changes: number;
  /** Median time from the change of a control until the new figures are drawn. */
  readonly page: number;
  /** Median time of the same fits in Node, as the program makes them: in new threads unless they are quick. */
  readonly node: number;
  /** How long tasks over 50 ms blocked the page's main thread: the median of the changes, and the most in one. */
  readonly blocked: number;
  readonly mostBlocked: number;
}

/** Sliders have nine places each; two of them make 81 models, which the page cannot remember. */
const PLACES = 9;

/** What the page has seen, under `globalThis.refits`. */
interface Watched {
  requests: LiveRequest[];
  blocked: number;
}

/** Keeps what the page asks its worker for, so that Node is asked for the very same. */
function watchRequests(): void {
  const watched: Watched = {requests: [], blocked: 0};
  Object.assign(globalThis, {refits: watched});
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its worker below
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function (this: Worker, message: unknown): void {
    if ((message as Partial<LiveRequest>).choice) watched.requests.push(message as LiveRequest);
    post.call(this, message);
  };
  new PerformanceObserver((list) => {
    for (const {duration} of list.getEntries()) watched.blocked += duration;
  }).observe({type: "longtask"});
}

/**
 * Moves a slider of the open panel and waits for the frame after the figures have been drawn anew.
 * Gives the milliseconds and how long tasks over 50 ms blocked the thread.
 */
export async function change(page: Page, step: number): Promise<{took: number; blocked: number}> {
  return page.evaluate(
    async ({step, places}) => {
      const watched = (globalThis as unknown as {refits: Watched}).refits;
      const sliders = [...document.querySelectorAll<HTMLInputElement>(".live input[type=range]")];
      const slider = sliders[step % places === 0 && sliders.length > 1 ? 1 : 0];
      const next = Number(slider.value) + 1;
      slider.value = String(next > Number(slider.max) ? Number(slider.min) : next);
      const result = document.querySelector(".live-result");
      if (!result) throw new Error("missing figures: the panel is not open");
      const frame = (): Promise<number> => new Promise(requestAnimationFrame);
      watched.blocked = 0;
      const began = performance.now();
      const drawn = new Promise<void>((done) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          done();
        });
        observer.observe(result, {childList: true});
      });
      slider.dispatchEvent(new Event("input", {bubbles: true}));
      await drawn;
      await frame();
      const took = performance.now() - began;
      // Long tasks are told after the frame.
      await frame();
      await frame();
      return {took, blocked: watched.blocked};
    },
    {step, places: PLACES}
  );
}

/** Opens the panel of a model and waits until its engine is there. */
export async function openPanel<T>(
  browser: Browser,
  origin: string,
  [path, model]: readonly [string, string],
  see: (page: Page) => Promise<T>
): Promise<T> {
  return inPage(browser, 1280, async (page) => {
    await page.addInitScript(watchRequests);
    await goTo(page, `${origin}/${path}?live-model=${model}`);
    await page.locator(".live-controls").waitFor();
    await page.locator(".live").scrollIntoViewIfNeeded();
    return see(page);
  });
}

/** The last requests of the page; their cells are the same, and leave it once, typed arrays by name. */
async function requestsOf(page: Page, count: number): Promise<LiveRequest[]> {
  const [cells, asked] = await page.evaluate((wanted) => {
    const all = (globalThis as unknown as {refits: Watched}).refits.requests.slice(-wanted);
    const text = JSON.stringify(all[0].cells, (_, value: unknown) =>
      value instanceof Float64Array ? {float64: Array.from(value)} : value
    );
    return [text, all.map(({card, choice}) => ({card, choice}))] as const;
  }, count);
  const summed = JSON.parse(cells, (_, value: {float64?: number[]} | null) =>
    value?.float64 ? Float64Array.from(value.float64) : value
  ) as LiveRequest["cells"];
  return asked.map((request) => ({...request, cells: summed}));
}

async function timesInNode(requests: readonly LiveRequest[]): Promise<number[]> {
  const times: number[] = [];
  for (const request of requests) {
    const began = performance.now();
    await fitLive(request, poolRunner());
    times.push(performance.now() - began);
  }
  return times;
}

/** Measures `changes` refits of a model at `[path, model]`, in the page and then in Node. */
export async function measureRefits(
  browser: Browser,
  origin: string,
  place: readonly [string, string],
  changes: number
): Promise<Refits> {
  return openPanel(browser, origin, place, async (page) => {
    // The first fit compiles the engine, here as in Node.
    await change(page, 1);
    const seen: {took: number; blocked: number}[] = [];
    for (let i = 1; i <= changes; ++i) seen.push(await change(page, i));
    const requests = await requestsOf(page, changes);
    const inNode = (await timesInNode([requests[0], ...requests])).slice(1);
    return {
      model: place.join(", "),
      changes,
      page: median(seen.map(({took}) => took)) ?? NaN,
      node: median(inNode) ?? NaN,
      blocked: median(seen.map(({blocked}) => blocked)) ?? NaN,
      mostBlocked: Math.max(...seen.map(({blocked}) => blocked))
    };
  });
}
