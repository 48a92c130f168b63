// What hundreds of refits leave behind in a page that stays open.
import {readFileSync} from "node:fs";
import {median} from "d3";
import type {Browser, Page} from "playwright-core";
import {change, openPanel} from "./refits.js";

/** How much memory grew, in bytes, over refits of one model: between the medians of looks before and after. */
export interface Growth {
  readonly model: string;
  readonly refits: number;
  /** The heap of the page's own thread, after a collection. */
  readonly heap: number;
  /** All private memory of the page's process, its workers included, after they collected too. */
  readonly process: number;
}

/** The panel is open, and has drawn an answer: what a reader has before the first further change. */
const WARM = 2;

/**
 * Looks, and the refits before each. What a worker holds rises and falls by tens of megabytes as its compiler and
 * its collector come to it, so that one look says little of growth; these meet workers at several ages.
 */
const LOOKS = 7;
const BETWEEN = {before: 1, after: 4};

/** The process that draws the page: the renderer that has worked most. */
async function rendererOf(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const {processInfo} = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const renderers = processInfo.filter(({type}) => type === "renderer");
  const [first] = renderers.sort((a, b) => b.cpuTime - a.cpuTime);
  return first.id;
}

/** Resident private bytes of a process, as Linux tells them. */
function privateBytes(pid: number): number {
  const kB = /^RssAnon:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  if (kB === undefined) throw new Error(`missing memory: process ${pid} does not tell RssAnon`);
  return 1024 * Number(kB);
}

async function memoryOf(browser: Browser, page: Page): Promise<{heap: number; process: number}> {
  const session = await page.context().newCDPSession(page);
  // The page's own thread collects at the second, its workers at the first.
  await session.send("Memory.simulatePressureNotification", {level: "critical"});
  await session.send("HeapProfiler.collectGarbage");
  await page.waitForTimeout(2000);
  const {usedSize} = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return {heap: usedSize, process: privateBytes(await rendererOf(browser))};
}

/** Refits the model at `[path, model]` over and over. */
export async function measureGrowth(
  browser: Browser,
  origin: string,
  place: readonly [string, string],
  refits: number
): Promise<Growth> {
  return openPanel(browser, origin, place, async (page) => {
    let done = 0;
    const refit = async (count: number): Promise<void> => {
      for (const end = done + count; done < end; ++done) await change(page, done);
    };
    const looks = async (between: number): Promise<{heap: number; process: number}> => {
      const seen: {heap: number; process: number}[] = [];
      for (let look = 0; look < LOOKS; ++look) {
        await refit(between);
        seen.push(await memoryOf(browser, page));
      }
      return {
        heap: median(seen.map(({heap}) => heap)) ?? NaN,
        process: median(seen.map(({process}) => process)) ?? NaN
      };
    };
    await refit(WARM);
    const before = await looks(BETWEEN.before);
    await refit(refits);
    const after = await looks(BETWEEN.after);
    return {
      model: place.join(", "),
      refits,
      heap: after.heap - before.heap,
      process: after.process - before.process
    };
  });
}
