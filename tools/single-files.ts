// Makes dist/take/: a page that asks for it as one file, and the sentence that leads to it.
import {mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {singleFile} from "./single-file.js";

/** What a page's Markdown holds where it wants the sentence. */
const mark = '<p class="one-file"></p>';

/** Above this a file is too large to be mailed about; in bytes. */
const largest = 5_000_000;

/** Raises an Error, one sentence, unless `site` is where a site may be published, or nothing. */
export function checkAddress(site?: string): void {
  if (site === undefined || /^https?:\/\/[^/]+\/(.*\/)?$/.test(site)) return;
  throw new Error(
    `invalid POOLHOUSE_URL: ${site}; give the address of the published site, such as https://example.org/poolhouse/`
  );
}

/** A page as one file. */
export interface TakenPage {
  readonly name: string;
  /** Its size. */
  readonly bytes: number;
}

/**
 * Writes `<dist>/take/<page>.html` for the built page in `path` and fills the mark; null where the page has none.
 * Raises an Error, one sentence, when the page cannot be one file.
 */
export async function takeAlong(
  path: string,
  dist: string,
  site?: string
): Promise<TakenPage | null> {
  const html = readFileSync(path, "utf8");
  if (!html.includes(mark)) return null;
  const page = relative(dist, path);
  const name = page.replaceAll(/[\\/]/g, "-");
  const here =
    "You are reading the page as one file: its data, its draws and its program are inside.";
  const own = html.replace(mark, `<p class="one-file">${here}</p>`);
  const text = await singleFile(own, {dist, page, site});
  const file = join(dist, "take", name);
  mkdirSync(join(dist, "take"), {recursive: true});
  writeFileSync(file, text);
  const bytes = statSync(file).size;
  if (bytes > largest) {
    throw new Error(
      `invalid size: ${name} would have ${bytes} bytes, and ${largest} is the limit; leave data out of the page`
    );
  }
  writeFileSync(path, html.replace(mark, sentence(page, name, bytes)));
  return {name, bytes};
}

function sentence(page: string, name: string, bytes: number): string {
  const up = "../".repeat(page.split(/[\\/]/).length - 1) || "./";
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  return (
    `<p class="one-file">This whole page as one file: <a href="${up}take/${name}" download="poolhouse-${name}">${name}</a>, ${size}. ` +
    `It opens from disk, without a network, with every figure, control and download.</p>`
  );
}
