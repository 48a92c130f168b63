// A built page as one HTML file that opens from disk, everything live and nothing fetched.
import {createHash} from "node:crypto";
import {existsSync, readFileSync} from "node:fs";
import {dirname, extname, join, posix} from "node:path";
import {JSDOM, VirtualConsole} from "jsdom";
import {singleScript} from "./single-script.js";

/** What the page was built for. */
export interface SingleFileOptions {
  /** The folder of the built site, and the page's path in it, such as "side-taking.html". */
  readonly dist: string;
  readonly page: string;
  /** Where the site is published, ending in a slash; without it, links to other pages become text. */
  readonly site?: string | undefined;
}

const types: Readonly<Partial<Record<string, string>>> = {
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2"
};

/**
 * The text of the file for a page's finished HTML. Raises an Error, one sentence, when the page needs
 * something that is not there.
 */
export async function singleFile(
  html: string,
  {dist, page, site}: SingleFileOptions
): Promise<string> {
  const folder = join(dist, dirname(page));
  // It would complain of style sheets that browsers understand.
  const dom = new JSDOM(html, {virtualConsole: new VirtualConsole()});
  const {document} = dom.window;
  embedStyles(document, folder);
  embedPictures(document, folder);
  releaseLinks(document, page, site);
  await embedScripts(document, folder);
  refuseLeftovers(document, page);
  limitSources(document);
  const text = dom.serialize();
  dom.window.close();
  return text;
}

function dataUrl(folder: string, address: string): string {
  const path = decodeURI(address.replace(/[?#].*/, ""));
  const file = join(folder, path);
  const type = types[extname(file)];
  if (type === undefined)
    throw new Error(`unsupported file: ${path}; a page in one file holds .png, .svg and .woff2`);
  if (!existsSync(file)) throw new Error(`missing file: ${path}; the page shows it`);
  return `data:${type};base64,${readFileSync(file).toString("base64")}`;
}

const isRelative = (address: string): boolean => !/^([a-z][a-z\d+.-]*:|#|\/\/)/i.test(address);

function embedStyles(document: Document, folder: string): void {
  const embedded = (css: string, from: string): string =>
    css.replaceAll(/url\(\s*(["']?)([^"')]+)\1\s*\)/g, (whole, _, address: string) =>
      isRelative(address) ? `url("${dataUrl(from, address)}")` : whole
    );
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const path = link.getAttribute("href") ?? "";
    const file = join(folder, decodeURI(path));
    if (!existsSync(file))
      throw new Error(`missing file: ${path}; the page takes its style from it`);
    const style = document.createElement("style");
    style.textContent = embedded(readFileSync(file, "utf8"), dirname(file));
    link.replaceWith(style);
  }
  for (const style of document.querySelectorAll("head style"))
    style.textContent = embedded(style.textContent, folder);
}

function embedPictures(document: Document, folder: string): void {
  const preloads = 'link[rel="preload"], link[rel="modulepreload"], link[rel="prefetch"]';
  for (const link of document.querySelectorAll(preloads)) link.remove();
  for (const [selector, name] of [
    ['link[rel="icon"]', "href"],
    ["img[src]", "src"]
  ] as const) {
    for (const node of document.querySelectorAll(selector)) {
      const address = node.getAttribute(name) ?? "";
      if (isRelative(address)) node.setAttribute(name, dataUrl(folder, address));
    }
  }
}

/** Links to other pages lead to where they are published, or are text. */
function releaseLinks(document: Document, page: string, site: string | undefined): void {
  const own = posix.resolve("/", page.replaceAll("\\", "/")).replace(/(index)?\.html$/, "");
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[href]")) {
    const address = link.getAttribute("href") ?? "";
    if (!isRelative(address)) continue;
    const {pathname, hash} = new URL(address, `http://site${own}`);
    if (pathname.replace(/\.html$/, "") === own && hash !== "") link.setAttribute("href", hash);
    else if (site !== undefined) link.href = new URL(`${pathname.slice(1)}${hash}`, site).href;
    else {
      const text = document.createElement("span");
      if (link.className !== "") text.className = link.className;
      text.append(...link.childNodes);
      link.replaceWith(text);
    }
  }
}

async function embedScripts(document: Document, folder: string): Promise<void> {
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[type="module"]')];
  const modules = scripts.map((script) => {
    const src = script.getAttribute("src");
    return src === null ? script.textContent : `import ${JSON.stringify(src)};`;
  });
  for (const script of scripts) script.remove();
  const {text, files} = await singleScript(modules, folder);
  for (const {id, base64} of files) {
    const block = document.createElement("script");
    block.type = "application/gzip";
    block.id = id;
    block.textContent = base64;
    document.body.append(block);
  }
  const script = document.createElement("script");
  script.type = "module";
  script.textContent = text;
  document.body.append(script);
}

/** What would still be fetched; better no file than one that is only right on line. */
function refuseLeftovers(document: Document, page: string): void {
  const fetching = "script, link, img, source, iframe, object, embed, video, audio, base";
  const left = [...document.querySelectorAll(fetching)].find((node) => {
    const address = node.getAttribute("src") ?? node.getAttribute("href");
    if (node.matches("script, link, img"))
      return address?.startsWith("data:") === false || node.hasAttribute("srcset");
    return true;
  });
  if (left !== undefined) {
    const tag = left.outerHTML.slice(0, 120);
    throw new Error(
      `unsupported page: ${page} would fetch ${tag}; a page in one file can hold styles, modules, pictures and file attachments`
    );
  }
}

/** A policy of its own: nothing but what is in the file runs, and nothing is asked of anybody. */
function limitSources(document: Document): void {
  const executed = [...document.querySelectorAll("script")].filter(
    ({type}) => type === "" || type === "module" || type === "text/javascript"
  );
  const hashes = executed.map(({textContent}) => {
    return `'sha256-${createHash("sha256").update(textContent).digest("base64")}'`;
  });
  for (const meta of document.querySelectorAll<HTMLMetaElement>("meta[http-equiv]"))
    if (/^content-security-policy/i.test(meta.httpEquiv)) meta.remove();
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "font-src data:",
    "connect-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ");
  document.head.querySelector("meta[charset]")?.after(policy);
}
