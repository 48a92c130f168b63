// The reference as HTML: a door's names, each with its signature, words and source.
import {basename} from "node:path";
import type {Door} from "./doors.js";
import {programHelp, type CommandHelp} from "./program-help.js";
import {readExports, readSections, type Entry, type Section} from "./read-exports.js";

/** Where the sources can be read, ending in "/"; null where nobody has said. */
export function sourcesAddress(): string | null {
  const {GITHUB_REPOSITORY: repository, GITHUB_SERVER_URL: server = "https://github.com"} =
    process.env;
  return repository === undefined ? null : `${server}/${repository}/blob/HEAD/`;
}

/** A door's reference. What is exported by two of its modules is told once. */
export function renderDoor({id, modules}: Door): string {
  const told = new Set<string>();
  const ids = new Set<string>();
  const all = sectionsOf(id, modules);
  const twins = twinsOf(all.flatMap(({entries}) => entries));
  const sections = all.map(({title, entries}) => {
    const own = entries
      .filter(({file, line}) => !told.has(`${file} ${line}`) && told.add(`${file} ${line}`))
      .map((entry) => {
        const place = `${id}-${entry.name}`;
        // A type may be named as its function is, or as one of another file.
        const free = ids.has(place)
          ? `${place}-${basename(entry.file, ".ts")}-${entry.kind}`
          : place;
        ids.add(free);
        return renderEntry(free, entry, twins(entry));
      });
    const heading = title === "" ? "" : `<h3>${withCode(title)}</h3>\n`;
    return own.length === 0 ? "" : `${heading}${own.join("\n")}`;
  });
  return `<div class="api">\n${sections.join("\n")}\n</div>\n`;
}

/** What tells an entry from others of its name: its kind, or its file where that is the same; empty where it has none. */
function twinsOf(entries: readonly Entry[]): (entry: Entry) => string {
  return ({name, kind, file}) => {
    const others = entries.filter(
      (one) => one.name === name && one.file + one.kind !== file + kind
    );
    if (others.length === 0) return "";
    return others.every((one) => one.kind !== kind) ? kind : basename(file);
  };
}

/** By the comments of a door that is one module; else by file, components by name alone. */
function sectionsOf(id: string, modules: readonly string[]): Section[] {
  if (modules.length === 1) return modules.flatMap(readSections);
  const files = modules.map((file) => ({title: file, entries: readExports(file)}));
  if (id !== "components") return files;
  const all = files.flatMap(({entries}) => entries);
  return [{title: "", entries: all.sort((a, b) => (a.name < b.name ? -1 : 1))}];
}

function renderEntry(id: string, {name, signature, doc, file, line}: Entry, which: string): string {
  const told = which === "" ? "" : `<span class="api-kind">${escape(which)}.</span> `;
  const {first, rest} = sentences(doc);
  const place = `${file}:${String(line)}`;
  const address = sourcesAddress();
  const source =
    address === null ? place : `<a href="${address}${file}#L${String(line)}">${place}</a>`;
  return [
    `<details class="api-entry"><summary><code>${escape(name)}</code> ${told}${withCode(first)}</summary>`,
    `<div id="${id}">`,
    ...(rest === "" ? [] : rest.split("\n").map((text) => `<p>${withCode(text)}</p>`)),
    `<pre><code>${escape(signature)}</code></pre>`,
    `<p class="api-source">${source}</p>`,
    "</div></details>"
  ].join("");
}

/** The first sentence of a comment, and what follows. */
export function sentences(doc: string): {first: string; rest: string} {
  const end = /[.](?=\s+[\p{Lu}`"[]|\n|$)/u.exec(doc);
  if (!end) return {first: doc, rest: ""};
  const at = end.index + 1;
  return {first: doc.slice(0, at), rest: doc.slice(at).trim().replaceAll(/\n+/gu, "\n")};
}

/** The program's commands, each with what its help says. */
export function renderProgram(): string {
  return `<div class="api">\n${programHelp().map(renderCommand).join("\n")}\n</div>\n`;
}

function renderCommand({name, usage, description, lists, rest}: CommandHelp): string {
  const row = ([term, words]: readonly [string, string]): string =>
    `<dt><code>${escape(term)}</code></dt><dd>${escape(words)}</dd>`;
  return [
    `<h3><code>poolhouse ${name}</code></h3>`,
    `<p>${escape(description.replace(/^./u, (first) => first.toUpperCase()))}.</p>`,
    `<pre class="help">${escape(usage)}</pre>`,
    ...lists.map(
      ({title, rows}) => `<dl class="options" aria-label="${title}">${rows.map(row).join("")}</dl>`
    ),
    ...rest.map((text) =>
      /\n {2}/u.test(text)
        ? `<pre class="help">${escape(text)}</pre>`
        : `<p>${escape(text.replaceAll("\n", " "))}</p>`
    )
  ].join("\n");
}

function withCode(text: string): string {
  return text
    .split("`")
    .map((part, i) => (i % 2 === 1 ? `<code>${escape(part)}</code>` : escape(part)))
    .join("");
}

/** Text for HTML in a page of Framework, which would take "${" for its own. */
export function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("$", "&#36;");
}
