// The pages in reading order, and what a page says of itself in its head.
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";

export interface Page {
  readonly name: string;
  readonly path: string;
  /** The pages it is one of, under whose name the top line has them together. */
  readonly room?: string;
}

/** Pages that are no entries of the sidebar. */
const apart: ReadonlySet<string> = new Set(["index.md", "404.md"]);

/** Where a page stands that does not say: after the studies of this site, before what is about all. */
const usualPlace = 50;

/**
 * The pages of the sidebar, after the front page: by the `place` in their front matter, then by file
 * name, each under its `menu` or else its title, with its `room` where it names one.
 */
export function listPages(root: string): Page[] {
  return readdirSync(root)
    .filter((file) => file.endsWith(".md") && !apart.has(file))
    .sort()
    .map((file) => {
      const path = `/${file.slice(0, -".md".length)}`;
      const place = Number(frontMatter(root, path, "place") ?? usualPlace);
      const name = frontMatter(root, path, "menu") ?? frontMatter(root, path, "title");
      const room = frontMatter(root, path, "room");
      const page: Page = {path, name: name ?? path.slice(1), ...(room !== undefined && {room})};
      return {page, place};
    })
    .sort((a, b) => a.place - b.place)
    .map(({page}) => page);
}

/** The description in the front matter of the page at `path`, or undefined. */
export function pageDescription(root: string, path: string): string | undefined {
  return frontMatter(root, path, "description");
}

/**
 * One field of the front matter of the page at `path`. Framework keeps only the front matter it
 * knows, so the source is read again.
 */
function frontMatter(root: string, path: string, field: string): string | undefined {
  const file = join(root, `${path}.md`);
  if (!existsSync(file)) return undefined;
  const front = /^---\n([\s\S]*?)\n---/.exec(readFileSync(file, "utf8"))?.[1] ?? "";
  const line = front.split("\n").find((one) => one.startsWith(`${field}:`));
  return line
    ?.slice(field.length + 1)
    .trim()
    .replace(/^"(.*)"$/, "$1");
}
