// How to cite a report and the data behind it: as text and as BibTeX, each to copy.
import {CopyBlock} from "./copy-block.js";
import {element} from "./dom.js";
import type {Reference} from "./reference-types.js";
import type {StudyCard} from "./study-types.js";

/** What of a study card a citation needs. */
export type Cited = Pick<StudyCard, "id" | "title" | "source" | "versions" | "key" | "stand_in">;

/** The citation in both forms; `url` is the page's address, left out where it is a file's. */
export function Citation(study: Cited, {url = ""}: {url?: string} = {}): HTMLElement {
  return element(
    "section",
    {class: "citation", "aria-label": "How to cite this report"},
    CopyBlock("the citation as text", citationText(study, url), "Citation"),
    CopyBlock("the citation as BibTeX", bibtex(study, url), "BibTeX")
  );
}

/** The report, then its data, as a paragraph each. */
export function citationText(study: Cited, url = ""): string {
  const {title, source, versions, key} = study;
  const from = source.urls.at(0);
  const where = address(url) === "" ? "" : ` ${address(url)}.`;
  const about = /[.?!]$/.test(title) ? title : `${title}.`;
  return [
    `\u201c${about}\u201d Report made by Poolhouse ${versions.poolhouse}, key ${key}.${where}${warning(study)}`,
    `Data: ${source.citation} File ${source.file}, sha256 ${source.sha256}${from === undefined ? "" : `, from ${from}`}.`
  ].join("\n\n");
}

/** An entry for the report and one for what its data were published with. */
export function bibtex(study: Cited, url = ""): string {
  const {id, title, source, versions, key} = study;
  const {reference} = source;
  const note = `Report key ${key}; data file ${source.file}, sha256 ${source.sha256}.${warning(study)}`;
  return [
    entry("misc", `poolhouse-${id}-${key.slice(0, 8)}`, {
      author: `{Poolhouse ${versions.poolhouse}}`,
      title: `{${escaped(title)}}`,
      url: address(url),
      note: escaped(note)
    }),
    entry(reference.kind === "article" ? "article" : "misc", referenceKey(reference), {
      author: reference.authors.map(escaped).join(" and "),
      year: String(reference.year ?? ""),
      title: `{${escaped(reference.title)}}`,
      [reference.kind === "article" ? "journal" : "publisher"]: escaped(reference.publisher ?? ""),
      volume: reference.volume ?? "",
      number: reference.number ?? "",
      pages: reference.pages?.replaceAll("\u2013", "--") ?? "",
      doi: reference.doi ?? "",
      note: escaped(reference.note ?? ""),
      url: reference.doi === undefined ? (source.urls[0] ?? "") : ""
    })
  ].join("\n\n");
}

function warning({stand_in}: Cited): string {
  return stand_in ? " Made from simulated rows: no number in it is a finding." : "";
}

/** A page's address without its state; empty for a page that nobody else can open. */
function address(url: string): string {
  return /^https?:\/\/(?!(?:localhost|127\.0\.0\.1)\b)/.test(url)
    ? (url.split(/[?#]/)[0] ?? "")
    : "";
}

function entry(kind: string, key: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `  ${name} = {${value}}`);
  return `@${kind}{${key},\n${lines.join(",\n")}\n}`;
}

/** Such as "bush2020". */
function referenceKey({authors, title, year}: Reference): string {
  const family = (authors[0] ?? title).split(",")[0] ?? "";
  return `${family.toLowerCase().replaceAll(/[^a-z]/g, "")}${String(year ?? "")}`;
}

const marks: Readonly<Partial<Record<string, string>>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}"
};

/** Text that TeX prints as it is. */
function escaped(text: string): string {
  return text.replaceAll(/[\\{}%&#$_~^]/g, (mark) => marks[mark] ?? `\\${mark}`);
}
