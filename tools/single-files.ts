// Makes dist/take/: each page that asks for it as one file, and the sentence that leads to it.
import {mkdirSync, readFileSync, statSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {pathToFileURL} from "node:url";
import {builtPages} from "./site.mjs";
import {singleFile} from "./single-file.js";

/** What a page's Markdown holds where it wants the sentence. */
const mark = '<p class="one-file"></p>';

/** Above this a file is too large to be mailed about; in bytes. */
const largest = 5_000_000;

/**
 * Writes `<dist>/take/<page>.html` for each built page with the mark, fills the mark, and returns the
 * files' names and sizes in bytes. Raises an Error, one sentence, when a page cannot be one file.
 */
export async function singleFiles(
  dist: string,
  site?: string
): Promise<readonly {readonly name: string; readonly bytes: number}[]> {
  if (site !== undefined && !/^https?:\/\/[^/]+\/(.*\/)?$/.test(site)) {
    throw new Error(
      `invalid POOLHOUSE_URL: ${site}; give the address of the published site, such as https://example.org/poolhouse/`
    );
  }
  const made = [];
  for (const path of builtPages(dist)) {
    const html = readFileSync(path, "utf8");
    if (!html.includes(mark)) continue;
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
    made.push({name, bytes});
  }
  return made;
}

function sentence(page: string, name: string, bytes: number): string {
  const up = "../".repeat(page.split(/[\\/]/).length - 1) || "./";
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  return (
    `<p class="one-file">This whole page as one file: <a href="${up}take/${name}" download="poolhouse-${name}">${name}</a>, ${size}. ` +
    `It opens from disk, without a network, with every figure, control and download.</p>`
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  // An empty one counts as none, as elsewhere.
  const site = process.env.POOLHOUSE_URL === "" ? undefined : process.env.POOLHOUSE_URL;
  try {
    for (const {name, bytes} of await singleFiles(process.argv[2] ?? "dist", site))
      process.stderr.write(`take/${name}: ${(bytes / 1e6).toFixed(2)} MB\n`);
  } catch (reason) {
    const message = reason instanceof Error ? reason.message : String(reason);
    process.stderr.write(`${message}\n`);
    process.exitCode = 1;
  }
}
