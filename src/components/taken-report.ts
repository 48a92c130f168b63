// A report inside the one file that a reader takes along: written into it, and read from it.
import type {ReportContents} from "./your-work-types.js";

/** What the file shows. */
export interface TakenReport {
  readonly title: string;
  /** Words that say so when rows are generated; empty when they are the reader's. */
  readonly warning: string;
  readonly contents: ReportContents;
}

const ID = "taken-report";

/**
 * The text of the page `shell`, a whole page in one file, that shows a report instead of asking for data.
 * Raises an Error of one sentence where the shell is no such page.
 */
export async function withReport(
  shell: string,
  {title, warning, contents}: TakenReport
): Promise<string> {
  const page = new DOMParser().parseFromString(shell, "text/html");
  const heading = page.querySelector("main h1");
  const place = page.querySelector("main observablehq-loading");
  if (!heading || !place)
    throw new Error("the page in one file is not where it should be; build the site again");
  heading.textContent = title;
  page.title = title;
  page.querySelector('meta[name="description"]')?.setAttribute("content", title);
  for (const node of page.querySelectorAll("main > *"))
    if (node !== heading && !node.matches(".observablehq")) node.remove();
  for (const node of page.querySelectorAll("#observablehq-header, #observablehq-footer"))
    node.remove();
  place.replaceChildren();
  const block = page.createElement("script");
  block.type = "application/json";
  block.id = ID;
  const files = await Promise.all(
    Object.entries(contents).map(async ([name, bytes]) => [name, await packed(bytes)] as const)
  );
  // A text with "</script" or "<!--" would end or hide its element.
  const told = {title, warning, files: Object.fromEntries(files)};
  block.textContent = JSON.stringify(told).replaceAll("<", "\\u003c");
  page.body.append(block);
  return `<!DOCTYPE html>\n${page.documentElement.outerHTML}\n`;
}

/** The report that stands in this page; null where none does. */
export async function takenReport(): Promise<TakenReport | null> {
  const block = document.getElementById(ID);
  if (!block) return null;
  const {title, warning, files} = JSON.parse(block.textContent) as {
    readonly title: string;
    readonly warning: string;
    readonly files: Readonly<Record<string, string>>;
  };
  const contents = await Promise.all(
    Object.entries(files).map(async ([name, text]) => [name, await unpacked(text)] as const)
  );
  return {title, warning, contents: Object.fromEntries(contents)};
}

async function packed(bytes: Uint8Array): Promise<string> {
  const small = await through(bytes, new CompressionStream("gzip"));
  const pieces: string[] = [];
  for (let at = 0; at < small.length; at += 8192)
    pieces.push(String.fromCharCode(...small.subarray(at, at + 8192)));
  return btoa(pieces.join(""));
}

function unpacked(text: string): Promise<Uint8Array> {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return through(bytes, new DecompressionStream("gzip"));
}

async function through(
  bytes: Uint8Array,
  change: CompressionStream | DecompressionStream
): Promise<Uint8Array> {
  const stream = new Blob([bytes.slice()]).stream().pipeThrough(change);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
