// Runs one built page in Node and prints what each of its cells displays; its own process, because modules run once.
import {readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {pathToFileURL} from "node:url";
import {Cells, findRoots} from "./cells.js";
import {withoutFrame} from "./frame.js";
import {frames, layOut} from "./layout.js";
import {openPage, origin, type PageWindow} from "./page-window.js";
import {joinDrawings, offerTables, still} from "./still.js";

/** How long the slowest page may take, on a busy machine. */
const patience = 240_000;

/** What a page displays: the HTML of each cell that displays anything. */
export type Displayed = Readonly<Partial<Record<string, string>>>;

/** The page's own module, with `define` followed by `poolhouseCells`. */
function followedModule(html: string): string | undefined {
  const module = /<script type="module">([^<]*(?:<(?!\/script>)[^<]*)*)<\/script>\s*<\/head>/.exec(
    html
  )?.[1];
  const imports = /^import \{define\} from ("[^"]+");$/m;
  if (module === undefined || !imports.test(module)) return undefined;
  return module.replace(
    imports,
    "import {define as framework} from $1;\nconst define = globalThis.poolhouseCells.follow(framework);"
  );
}

/** Runs `html`, the built page in `file` of the folder `dist`. */
export async function drawPage(file: string, dist: string): Promise<Displayed> {
  const html = withoutFrame(readFileSync(file, "utf8"));
  const module = followedModule(html);
  if (module === undefined) return {};
  const path = `/${relative(dist, file).replaceAll("\\", "/")}`.replace(/\/index\.html$/, "/");
  const page = openPage(html, path, dist);
  const {document} = page.window;
  const layout = layOut(page.window);
  Object.assign(globalThis, {ResizeObserver: page.window.ResizeObserver});
  const cells = new Cells();
  Object.assign(globalThis, {poolhouseCells: cells});
  const run = join(dirname(file), `.${process.pid}.mjs`);
  writeFileSync(run, module);
  try {
    await import(pathToFileURL(run).href);
  } finally {
    rmSync(run);
  }
  await untilStill(page, cells);

  const copies = new Map<string, Element>();
  for (const [id, root] of findRoots(document)) {
    const shown = displayedAt(document, root._nodes ?? []);
    if (shown) copies.set(id, shown);
  }
  for (const frame of frames.slice(1)) {
    layout.use(frame);
    await untilStill(page, cells);
    for (const [id, root] of findRoots(document)) {
      const [wide, narrow] = [copies.get(id), displayedAt(document, root._nodes ?? [])];
      if (wide && narrow) joinDrawings(wide, narrow);
    }
  }
  const tables = await openTables(page, cells);
  const seen = new Map<string, string>();
  const written: Record<string, string> = {};
  for (const [id, copy] of copies) {
    offerTables(copy, tables, seen);
    for (const attribute of ["href", "src"]) localise(copy, attribute, path);
    written[id] = copy.innerHTML;
  }
  return written;
}

/** The nodes in a box of their own, still; undefined when a reader would see nothing. */
function displayedAt(document: Document, nodes: readonly ChildNode[]): Element | undefined {
  const box = document.createElement("div");
  for (const node of nodes) {
    if (node.nodeType === 1) box.append(still(node as Element));
    else if (node.nodeType === 3) box.append(node.cloneNode());
  }
  return box.childNodes.length > 0 ? box : undefined;
}

/** Waits until every cell has answered and nothing more changes. */
async function untilStill(page: PageWindow, cells: Cells): Promise<void> {
  const {document, MutationObserver} = page.window;
  const deadline = Date.now() + patience;
  const since = {changed: false};
  const observer = new MutationObserver(() => (since.changed = true));
  observer.observe(document.body, {childList: true, subtree: true, characterData: true});
  let quiet = 0;
  while (quiet < 3) {
    await new Promise((done) => page.window.requestAnimationFrame(() => setTimeout(done, 20)));
    const late = Date.now() > deadline;
    const fault = cells.fault(document, {late});
    if (fault !== undefined) throw new Error(fault);
    if (late) throw new Error("something keeps changing it");
    quiet = !cells.done || since.changed || page.pending() > 0 ? 0 : quiet + 1;
    since.changed = false;
  }
  observer.disconnect();
}

/** Every figure's table, opened as a reader would, by its box's id. */
async function openTables(page: PageWindow, cells: Cells): Promise<ReadonlyMap<string, Element>> {
  const {document} = page.window;
  for (const button of document.querySelectorAll<HTMLElement>(".figure-foot > button")) {
    if (button.getAttribute("aria-expanded") === "false") button.click();
  }
  await untilStill(page, cells);
  const boxes = [...document.querySelectorAll(".figure-table")];
  return new Map(
    boxes.flatMap((box) => (box.firstElementChild ? [[box.id, box.firstElementChild]] : []))
  );
}

/** Addresses on this site, relative to the page again. */
function localise(copy: Element, attribute: string, path: string): void {
  for (const element of copy.querySelectorAll(`[${attribute}^="${origin}/"]`)) {
    const target = (element.getAttribute(attribute) ?? "").slice(origin.length);
    const up = "../".repeat(path.split("/").length - 2) || "./";
    element.setAttribute(attribute, `${up}${target.slice(1)}`);
  }
}
