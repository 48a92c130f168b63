// Pictures of whole pages, compared with the ones kept beside the tests.
//
// Kept are reductions: one pixel for 8 by 8, the page's own in the dark scheme at one for 16 by 16. They
// show a line that moved, a mark that changed its colour, a figure that is missing; they do not show how
// one version of Chromium smooths letters differently from the next.
import {existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import pixelmatch from "pixelmatch";
import type {CDPSession, Page} from "playwright-core";
import {PNG} from "pngjs";
import {addressOf, sitePages} from "./site.js";

const kept = "tests/site/pictures";
const seen = "tests/.pictures";

/** The share of pixels that may differ: a number that the clock decides, such as seconds of sampling. */
const tolerance = 0.001;

/** `PICTURES=keep` makes what is seen what is kept; `PICTURES=look` leaves every page in full size. */
const wish = process.env.PICTURES;

/** The pages of this project, each of which must have pictures; a fork's own have them where it keeps some. */
const ours = [
  ...["", "404", "alliances", "api", "brms", "fork", "gallery", "method"],
  ...["side-taking", "trust", "tunisia", "your-data"]
];

/** Pages that a fork added. */
export const added = sitePages().filter((path) => !ours.includes(path));

/** Whether a page leads on, or back, to one that a fork added. */
function leadsToAdded(path: string): boolean {
  if (added.length === 0) return false;
  const html = readFileSync(`dist/${path || "index"}.html`, "utf8");
  const ways = [...html.matchAll(/rel="(?:prev|next)" href="([^"]*)"/g)];
  return ways.some(([, href = ""]) => added.some((one) => href.endsWith(`/${addressOf(one)}`)));
}

/** What a page's pictures are called. */
export function pictureName(path: string): string {
  return path.replaceAll("/", "-") || "index";
}

/**
 * Whether the pictures of a page can be compared: always, but where a fork added pages. Of these some may have no
 * pictures, the page on trust tells of all studies, and the pages before and after lead to them.
 */
export function isPictured(path: string): boolean {
  if (incomparable() !== null) return false;
  if ((path === "trust" && added.length > 0) || leadsToAdded(path)) return false;
  const isKept = readdirSync(kept).some((file) => file.startsWith(`${pictureName(path)}-`));
  return wish === "keep" || isKept || ours.includes(path);
}

/** Takes pages that a fork added out of the menu, which stands on every page's picture. */
async function hideAdded(page: Page): Promise<void> {
  await page.evaluate((paths) => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>("nav.masthead a"))
      if (paths.some((path) => link.pathname.endsWith(`/${path}`))) link.remove();
  }, added.map(addressOf));
}

/**
 * Why pictures of this build say nothing of the kept ones, or null where they do: those were taken on
 * the real data.
 */
function incomparable(): string | null {
  const folder = "dist/_file/data";
  const cards = readdirSync(folder, {recursive: true, encoding: "utf8"}).filter((name) =>
    /study\.\w+\.json$/.test(name)
  );
  const standIn = cards.filter((name) => {
    const card = JSON.parse(readFileSync(join(folder, name), "utf8")) as {stand_in: boolean};
    return card.stand_in;
  });
  return standIn.length === 0 ? null : `on simulated rows: ${standIn.join(", ")}`;
}

async function shoot(session: CDPSession, width: number, height: number, scale: number) {
  const {data} = await session.send("Page.captureScreenshot", {
    format: "png",
    clip: {x: 0, y: 0, width, height, scale}
  });
  return Buffer.from(data, "base64");
}

/**
 * Makes the window as tall as the page, and returns what gives it its height back. The page is measured once everything
 * is there that loads when a reader comes near it, in a window of a reader's size: some parts are as tall as the window
 * allows.
 */
export async function showWhole(page: Page): Promise<() => Promise<void>> {
  await hideAdded(page);
  // Framework makes the text at least so tall that the foot of a short page is at the window's, however tall that is.
  await page.evaluate(() => {
    document.querySelector<HTMLElement>("#observablehq-main")!.style.minHeight = "0";
  });
  const before = page.viewportSize()!;
  await stretch(page, await heightOf(page));
  // The panel for models that a reader changes is fetched then, and has its figure last of all.
  await page.waitForFunction(() =>
    [...document.querySelectorAll(".live")].every((live) => live.querySelector(".live-result svg"))
  );
  await stretch(page, before.height);
  await stretch(page, await heightOf(page));
  return () => page.setViewportSize(before);
}

/** Gives the window another height, and the page two frames to follow. */
async function stretch(page: Page, height: number): Promise<void> {
  const {width} = page.viewportSize()!;
  await page.setViewportSize({width, height});
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  );
}

function heightOf(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollHeight);
}

/**
 * Compares the page as it stands, shown whole, from top to bottom with the picture kept under `name`. Returns what is
 * wrong in a sentence that names the files to look at, or null.
 */
export async function pictureFault(page: Page, name: string, every = 8): Promise<string | null> {
  const {width, height} = page.viewportSize()!;
  // A change of colours, however short, would be half in the picture.
  await page.waitForFunction(() => document.getAnimations().length === 0);
  const session = await page.context().newCDPSession(page);
  try {
    const now = await shoot(session, width, height, 1 / every);
    const file = join(kept, `${name}.png`);
    if (wish === "keep") {
      mkdirSync(kept, {recursive: true});
      writeFileSync(file, now);
    }
    const fault = existsSync(file)
      ? difference(PNG.sync.read(readFileSync(file)), PNG.sync.read(now), name)
      : `is not kept yet (${file})`;
    if (fault === null && wish !== "look") return null;
    mkdirSync(seen, {recursive: true});
    writeFileSync(join(seen, `${name}.png`), await shoot(session, width, height, 1));
    return (
      fault &&
      `the picture ${name} ${fault}; look at ${seen}/${name}.png, and keep it by PICTURES=keep`
    );
  } finally {
    await session.detach();
  }
}

/** What differs between the kept picture and the new one; leaves a picture that marks it. */
function difference(old: PNG, now: PNG, name: string): string | null {
  if (old.width !== now.width || old.height !== now.height) {
    const size = ({width, height}: PNG) => `${width} by ${height}`;
    return `has another size: ${size(now)}, not ${size(old)} reduced pixels`;
  }
  const marked = new PNG({width: now.width, height: now.height});
  const changed = pixelmatch(old.data, now.data, marked.data, now.width, now.height, {
    threshold: 0.1,
    includeAA: true
  });
  if (changed <= tolerance * now.width * now.height) return null;
  mkdirSync(seen, {recursive: true});
  writeFileSync(join(seen, `${name}.changed.png`), PNG.sync.write(marked));
  return `differs in ${changed} of ${now.width * now.height} places, marked in ${seen}/${name}.changed.png`;
}
