// The site's own fonts: copied from their packages and declared in each page's head.
import {createHash} from "node:crypto";
import {copyFileSync, existsSync, mkdirSync, readFileSync} from "node:fs";
import {join, posix} from "node:path";

interface Face {
  readonly family: string;
  readonly style: "normal" | "italic";
  readonly weights: string;
  readonly source: string;
  /** Whether every page needs it before its first paint. */
  readonly early: boolean;
}

const faces: readonly Face[] = [
  {
    family: "Source Serif 4",
    style: "normal",
    weights: "200 900",
    source: "source-serif-4/files/source-serif-4-latin-wght-normal.woff2",
    early: true
  },
  {
    family: "Source Serif 4",
    style: "italic",
    weights: "200 900",
    source: "source-serif-4/files/source-serif-4-latin-wght-italic.woff2",
    early: false
  },
  {
    family: "Source Sans 3",
    style: "normal",
    weights: "200 900",
    source: "source-sans-3/files/source-sans-3-latin-wght-normal.woff2",
    early: true
  }
];

const file = (face: Face) => `fonts/${posix.basename(face.source)}`;

/** Copies the fonts into `<root>/fonts`, unless they are there. */
export function copyFonts(root: string): void {
  mkdirSync(join(root, "fonts"), {recursive: true});
  for (const face of faces) {
    const target = join(root, file(face));
    if (existsSync(target)) continue;
    copyFileSync(join("node_modules/@fontsource-variable", face.source), target);
  }
}

/**
 * The URL at which Framework will serve `name`, relative to the page at `path`; Framework does not
 * rewrite URLs inside a style element, so its rule is repeated here.
 */
function servedAt(root: string, path: string, name: string, preview: boolean): string {
  const hash = createHash("sha256")
    .update(readFileSync(join(root, name)))
    .digest("hex");
  const {dir, name: stem, ext} = posix.parse(name);
  const target = preview
    ? `/_file/${name}?sha=${hash}`
    : `/_file/${dir}/${stem}.${hash.slice(0, 8)}${ext}`;
  const relative = posix.relative(posix.dirname(path), target);
  return relative.startsWith(".") ? relative : `./${relative}`;
}

/**
 * The head's links and rules for the fonts, for the page at `path`. The links make Framework copy
 * the files; one whose media never match is copied but not loaded early.
 */
export function fontHead(root: string, path: string, preview: boolean): string {
  const links = faces.map(
    (face) =>
      `<link rel="preload" as="font" type="font/woff2" href="/${file(face)}" crossorigin` +
      `${face.early ? "" : ` media="not all"`}>`
  );
  const rules = faces.map(
    (face) =>
      `@font-face{font-family:"${face.family}";font-style:${face.style};` +
      `font-weight:${face.weights};font-display:swap;` +
      `src:url("${servedAt(root, path, file(face), preview)}") format("woff2")}`
  );
  return [...links, `<style>${rules.join("")}</style>`].join("\n");
}
