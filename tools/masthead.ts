// The lines at the top of every page: the site's name, its few pages, and those of the room it is in.
import type {Page} from "./pages.js";

/** Shown when the keyboard reaches it, first of all: a page has some twenty links before its text. */
const skip = '<a class="skip" href="#observablehq-main">Skip to the text</a>';

/** What a browser that runs no scripts shows below the lines. */
const still =
  '<noscript><p class="no-scripts">JavaScript is off: text, figures and tables stand here as published; nothing can be changed, fitted or downloaded.</p></noscript>';

/**
 * The masthead as HTML, with the page at `path` marked as the present one. Pages of one room are one
 * entry there, its first page; within the room they stand below, all of them.
 */
export function masthead(pages: readonly Page[], path: string): string {
  const here = pages.find((page) => isAt(page, path));
  const entries = pages.flatMap((page) => {
    if (page.room === undefined) return [link(page, isAt(page, path) ? "page" : null)];
    const first = pages.find(({room}) => room === page.room);
    if (page !== first) return [];
    return [link({...page, name: page.room}, here?.room === page.room ? "true" : null)];
  });
  const home = {name: "Poolhouse", path: "/"};
  const lines = [nav("Pages", [link(home, isAt(home, path) ? "page" : null, "home"), ...entries])];
  if (here?.room !== undefined) {
    const room = pages.filter((page) => page.room === here.room);
    const links = room.map((page) => link(page, page === here ? "page" : null));
    lines.push(nav(here.room, links, " room"));
  }
  return `${skip}${lines.join("")}${still}`;
}

function nav(label: string, links: readonly string[], kind = ""): string {
  return `<nav class="masthead${kind}" aria-label="${label}">${links.join("\n")}</nav>`;
}

function link(page: Page, current: "page" | "true" | null, kind = ""): string {
  const marked = current === null ? "" : ` aria-current="${current}"`;
  return `<a href="${page.path}"${kind && ` class="${kind}"`}${marked}>${page.name}</a>`;
}

function isAt(page: Page, path: string): boolean {
  return path.replace(/(^|\/)index$/, "$1") === page.path;
}
