// The pages in reading order, and what a page says of itself in its head.
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";

export interface Page {
  readonly name: string;
  readonly path: string;
}

const readingOrder: readonly Page[] = [
  {name: "Who takes sides?", path: "/side-taking"},
  {name: "Who defends allies?", path: "/alliances"},
  {name: "Method", path: "/method"},
  {name: "Trust", path: "/trust"}
];

/** The pages of the sidebar, after the front page: those whose source is there. */
export function listPages(root: string): Page[] {
  return readingOrder.filter(({path}) => existsSync(join(root, `${path}.md`)));
}

/**
 * The description in the front matter of the page at `path`, or undefined. Framework keeps only the
 * front matter it knows, so the source is read again.
 */
export function pageDescription(root: string, path: string): string | undefined {
  const file = join(root, `${path}.md`);
  if (!existsSync(file)) return undefined;
  const front = /^---\n([\s\S]*?)\n---/.exec(readFileSync(file, "utf8"))?.[1];
  return /^description: *(.+)$/m.exec(front ?? "")?.[1]?.replace(/^"(.*)"$/, "$1");
}
