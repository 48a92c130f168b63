// Files of the repository shown in pages as they are: a fence of code that names one holds its text.
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";

/** The part of markdown-it that this plugin touches. */
export interface MarkdownCore {
  core: {ruler: {push(name: string, rule: (state: {tokens: Token[]}) => void): void}};
}

interface Token {
  type: string;
  info: string;
  content: string;
}

/** What a fence is opened with: "ts file=src/data/gallery/panel.ts". */
const named = /^(\w+) file=(\S+)$/u;

/**
 * Makes a fence such as "ts file=src/…" hold that file's text, in the language named. Raises an error
 * for a file that is not there, so that no page is built without it.
 */
export function useSources(markdown: MarkdownCore): void {
  markdown.core.ruler.push("sources", ({tokens}) => {
    for (const token of tokens) {
      const [, language = "", file = ""] = named.exec(token.info) ?? [];
      if (token.type !== "fence" || file === "") continue;
      if (!existsSync(file)) throw new Error(`missing file: ${file}; a page shows it`);
      // Framework would run it.
      token.info = `${language} run=false`;
      token.content = readFileSync(file, "utf8");
    }
  });
}

/** The pages of `root` that show one of `files`, which are absolute paths. */
export function pagesShowing(root: string, files: readonly string[]): string[] {
  const names = files.map((file) => relative(".", file).replaceAll("\\", "/"));
  return readdirSync(root)
    .filter((page) => page.endsWith(".md"))
    .map((page) => join(root, page))
    .filter((page) => {
      const text = readFileSync(page, "utf8");
      return names.some((name) => text.includes(` file=${name}\n`));
    });
}
