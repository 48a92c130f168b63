// Every cited work has an entry, and every study its source on its page.
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {filesUnder} from "../../tools/fingerprint.mjs";
import {citedKeys} from "../../tools/references.js";
import {finder, type Finding} from "./finding.js";
import type {Site} from "./site.js";

const found = finder("citations");

/** The page that lists all works, each as `<dt>key</dt>`. */
const list = join("docs", "method.md");

/** Findings on keys such as [vehtari2021] without an entry, and on studies without their source. */
export function checkCitations({pages, studies}: Site): Finding[] {
  const entries = new Set(
    [...readText(list).matchAll(/<dt>([^<]+)<\/dt>/g)].map(([, key = ""]) => key)
  );
  const cited = [...filesUnder("docs"), ...filesUnder("src")]
    .filter((path) => /\.(md|ts)$/.test(path))
    .flatMap((path) =>
      keysIn(readText(path)).map(({key, line}) => ({key, where: `${path}:${line}`}))
    )
    .filter(({key}) => !entries.has(key));
  const sourceless = studies.flatMap(({name, card}) => {
    const page = pages.find(({path}) => path === `${name}.html`);
    const {citation, file, sha256} = card.source;
    if ([citation, file, sha256].some((text) => text.trim() === ""))
      return [found(name, "the study names no source; declare citation, file and sha256")];
    if (page === undefined || plain(page.html).includes(plain(citation))) return [];
    return [found(page.path, "the study's source is not cited there; show its DataCard")];
  });
  return [
    ...cited.map(({key, where}) =>
      found(where, `[${key}] is cited and has no entry; add it to the list in ${list}`)
    ),
    ...sourceless
  ];
}

/** The keys that a page cites, each with its line. */
function keysIn(text: string): {key: string; line: string}[] {
  return text
    .split("\n")
    .flatMap((content, k) => citedKeys(content).map((key) => ({key, line: String(k + 1)})));
}

function plain(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&amp;", "&")
    .replaceAll("&nbsp;", " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/** A file's text, "" where there is none: a site without a list of works has no entry. */
function readText(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
