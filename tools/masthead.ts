// The line at the top of every page: the site's name and its few pages.
import type {Page} from "./pages.js";

/** The masthead as HTML, with the page at `path` marked as the present one. */
export function masthead(pages: readonly Page[], path: string): string {
  const link = (page: Page, kind = ""): string =>
    `<a href="${page.path}"${kind}${isAt(page, path) ? ` aria-current="page"` : ""}>${page.name}</a>`;
  const links = pages.map((page) => link(page));
  const home = link({name: "Poolhouse", path: "/"}, ` class="home"`);
  return `<nav class="masthead" aria-label="Pages">${[home, ...links].join("\n")}</nav>`;
}

function isAt(page: Page, path: string): boolean {
  return path.replace(/(^|\/)index$/, "$1") === page.path;
}
