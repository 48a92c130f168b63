// Every page is readable after few bytes: its text, style sheets and the fonts in them.
import {readFileSync} from "node:fs";
import {join, posix} from "node:path";
import {gzipSync} from "node:zlib";
import {finder, type Finding} from "./finding.js";
import type {Site, SitePage} from "./site.js";

/** Bytes, compressed. */
export const sizes = {first_view: 400_000, one_file: 5_000_000} as const;

const found = finder("budgets");

/** Findings on pages that take more than their budget to be read. */
export function checkBudgets(site: Site): Finding[] {
  const heavy = site.pages.flatMap((page) => {
    const bytes = firstView(site, page);
    if (bytes <= sizes.first_view) return [];
    return [
      found(
        page.path,
        `${kB(bytes)} kB have to come before the page can be read, and ${kB(sizes.first_view)} kB is the budget; show fewer rows at first, or split the page`
      )
    ];
  });
  const large = [...site.files]
    .filter((path) => path.startsWith("take/"))
    .flatMap((path) => {
      const bytes = readFileSync(join(site.folder, path)).length;
      if (bytes <= sizes.one_file) return [];
      return [
        found(
          path,
          `the page as one file has ${kB(bytes)} kB, and ${kB(sizes.one_file)} kB is the budget; leave data out of the page`
        )
      ];
    });
  return [...heavy, ...large];
}

/** The compressed bytes of a page and the style sheets that it waits for. */
function firstView({folder, files}: Site, page: SitePage): number {
  const sheets = [
    ...page.html.matchAll(/<link\b[^>]*\brel="(?:preload stylesheet|stylesheet)"[^>]*>/g)
  ]
    .map(([tag]) => /\bhref="([^"]+)"/.exec(tag)?.[1] ?? "")
    .map((href) => posix.join(posix.dirname(page.path), href.split("?", 1)[0] ?? ""))
    .filter((path) => files.has(path));
  const texts = [
    page.text,
    ...[...new Set(sheets)].map((path) => readFileSync(join(folder, path)))
  ];
  return texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
}

function kB(bytes: number): string {
  return Math.ceil(bytes / 1000).toLocaleString("en");
}
