// The site's own fonts: copied from their packages and declared in each page's head.
import {createHash} from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync
} from "node:fs";
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

/** A face's rule with its file at `url`. */
const rule = (face: Face, url: string) =>
  `@font-face{font-family:"${face.family}";font-style:${face.style};` +
  `font-weight:${face.weights};font-display:swap;src:url("${url}") format("woff2")}`;

/**
 * Copies the fonts into `<root>/fonts`, unless they are there, and writes `<root>/vendor/fonts.css`. It holds the
 * early ones as data: a page is then laid out with its own fonts from its first paint, and no line moves when one
 * arrives.
 */
export function copyFonts(root: string): void {
  for (const folder of ["fonts", "vendor"]) mkdirSync(join(root, folder), {recursive: true});
  for (const face of faces) {
    const target = join(root, file(face));
    if (existsSync(target)) continue;
    // Renamed when it is whole: a build that is killed must leave no half font.
    const part = `${target}.${String(process.pid)}.part`;
    copyFileSync(join("node_modules/@fontsource-variable", face.source), part);
    renameSync(part, target);
  }
  const rules = faces
    .filter(({early}) => early)
    .map((face) => {
      const bytes = readFileSync(join(root, file(face))).toString("base64");
      return rule(face, `data:font/woff2;base64,${bytes}`);
    });
  writeFileSync(join(root, "vendor/fonts.css"), rules.join("\n"));
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
 * Holds the page back until the fonts that its style sheets hold are unpacked, some milliseconds, which browsers do
 * not wait for by themselves; at most a second. Without JavaScript nothing is held back.
 */
const wait = `<script>{
const {classList} = document.documentElement;
const show = () => classList.remove("unpacking");
classList.add("unpacking");
Promise.all([...document.fonts].map((face) => face.load())).then(show, show);
setTimeout(show, 1000);
}</script>`;

/**
 * The head's links and rules for the fonts, for the page at `path`; to come after all style sheets. A link whose
 * media never match makes Framework copy a file that is not wanted early.
 */
export function fontHead(root: string, path: string, preview: boolean): string {
  const later = faces.filter(({early}) => !early);
  const links = later.map(
    (face) =>
      `<link rel="preload" as="font" type="font/woff2" href="/${file(face)}" crossorigin media="not all">`
  );
  const rules = later.map((face) => rule(face, servedAt(root, path, file(face), preview)));
  return [
    `<link rel="stylesheet" href="/vendor/fonts.css">`,
    wait,
    ...links,
    `<style>${rules.join("")}</style>`
  ].join("\n");
}
