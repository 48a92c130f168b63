// A built site as checks read it: its pages' HTML, its files, and the cards of its studies.
import {existsSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {filesUnder} from "../../tools/fingerprint.mjs";
import type {StudyCard} from "../components/study-types.js";
import {error} from "../engine/error.js";

/** A page and what is in it, scripts and comments left out of `html`. */
export interface SitePage {
  /** The path in the site: `alliances.html`. */
  readonly path: string;
  readonly html: string;
  /** The whole file. */
  readonly text: string;
}

/** A study as it is shown. */
export interface SiteStudy {
  /** The name that pages call it by: `alliances`. */
  readonly name: string;
  readonly card: StudyCard;
}

/** What is in the folder of a built site. */
export interface Site {
  readonly folder: string;
  /** Files by path in the site, with forward slashes. */
  readonly files: ReadonlySet<string>;
  /** Visited pages; whole reports in one file are not among them. */
  readonly pages: readonly SitePage[];
  readonly studies: readonly SiteStudy[];
}

/** Reads a built site; raises an InputError when there is none, or a card in it cannot be read. */
export function readSite(folder: string): Site {
  if (!existsSync(join(folder, "index.html")))
    error(`missing site: ${folder}; build it with npm run report`);
  const files = filesUnder(folder).map((path) => relative(folder, path).replaceAll("\\", "/"));
  const pages = files
    .filter((path) => path.endsWith(".html") && !path.startsWith("take/"))
    .map((path) => {
      const text = readFileSync(join(folder, path), "utf8");
      return {path, text, html: withoutScripts(text)};
    });
  const studies = files.flatMap((path) => {
    const name = /^_file\/data\/(.+)\/study\.[0-9a-f]+\.json$/.exec(path)?.[1];
    return name === undefined ? [] : [{name, card: readCard(join(folder, path))}];
  });
  return {folder, files: new Set(files), pages, studies};
}

/** The file of a study's table in a site, or undefined when no page uses it. */
export function tablePath(site: Site, study: string, table: string): string | undefined {
  const start = `_file/data/${study}/${table}.`;
  const path = [...site.files].find((file) => file.startsWith(start) && file.endsWith(".arrow"));
  return path === undefined ? undefined : join(site.folder, path);
}

function readCard(path: string): StudyCard {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as StudyCard;
  } catch {
    return error(`invalid study: ${path} is no JSON; build the site anew with npm run report`);
  }
}

function withoutScripts(html: string): string {
  return html.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>|<!--[\s\S]*?-->/g, (text) =>
    text.startsWith("<!--") ? "" : (/^<script\b[^>]*>/.exec(text)?.[0] ?? "")
  );
}
