// The files of a new study as texts: declaration, loader, page, test; and the list of studies.
import {error} from "../../engine/error.js";
import type {Declaration} from "../define/declaration.js";
import {literal} from "./literal.js";
import {pageText, type PageWords} from "./page-text.js";

/** A file's path from the root of the project, and its text. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The file that lists the studies. */
export const studyList = "src/data/studies/index.ts";

/** The paths of a study's files: declaration, loader, page, test. */
export function filesOfStudy(
  id: string
): [study: string, loader: string, page: string, test: string] {
  return [
    `src/data/studies/${id}.ts`,
    `src/data/${id}.zip.ts`,
    `docs/${id}.md`,
    `tests/data/studies/${id}.test.ts`
  ];
}

/** The new files of a study; `rows` are what its recodes leave of the file. */
export function studyFiles(
  declaration: Declaration,
  {rows, words}: {readonly rows: number; readonly words: PageWords}
): NewFile[] {
  const [study, loader, page, test] = filesOfStudy(declaration.id);
  return [
    {path: study, text: studyText(declaration)},
    {path: loader, text: loaderText(declaration)},
    {path: page, text: pageText(declaration, words)},
    {path: test, text: testText(declaration, rows)}
  ];
}

/** "my-study" as a variable: myStudy. */
export function variableName(id: string): string {
  return id.replaceAll(/-+(.)/gu, (_, letter: string) => letter.toUpperCase());
}

function studyText(declaration: Declaration): string {
  const name = variableName(declaration.id);
  return `// ${sentence(declaration.title)}
import {defineStudy} from "../define/define-study.js";

/** The whole study: change it here, and page, models and checks follow. */
export const ${name} = defineStudy(${literal(declaration)});
`;
}

function loaderText({id}: Declaration): string {
  const name = variableName(id);
  return `// Loader: everything that the page on ${id} shows, fitted anew when anything it depends on changes.
import {report} from "./report/report.js";
import {${name}} from "./studies/${id}.js";

process.stdout.write(await report(${name}));
`;
}

function testText({id, rows: all}: Declaration, rows: number): string {
  const name = variableName(id);
  return `// The rows of the study ${id}: those of its file where it is to be had, and of its stand-in.
import {expect, it} from "vitest";
import {prepare} from "../../../src/data/prepare.js";
import {${name}} from "../../../src/data/studies/${id}.js";
import {createStandIn} from "../../../src/data/stand-in.js";

it("leaves the rows that the file left when the study was made", async () => {
  const {table, standIn} = await prepare(${name}, {offline: true});
  if (standIn === "") expect(table.numRows()).toBe(${String(rows)});
  else expect(table.numRows()).toBeGreaterThan(0);
});

it("has a stand-in of as many rows as the file", () => {
  expect(createStandIn("${id}", ${name}.standIn).table.numRows()).toBe(${String(all)});
});
`;
}

/** A test that `studyFiles` wrote, with other numbers of rows; null where its lines are not there any more. */
export function testWithRows(
  text: string,
  {rows, all}: {readonly rows: number; readonly all: number}
): string | null {
  const left = /(\(table\.numRows\(\)\)\.toBe\()[\d_]+/u;
  const made = /(\.table\.numRows\(\)\)\.toBe\()[\d_]+/u;
  if (!left.test(text) || !made.test(text)) return null;
  return text.replace(left, `$1${String(rows)}`).replace(made, `$1${String(all)}`);
}

/** The list's array, and the names in it. */
const ENTRIES = /export const studies: readonly StudyDefinition\[\] = \[([^\]]*)\];/u;

/** The list of studies with one more. Raises an InputError where the list is not as it was. */
export function withStudy(list: string, id: string): string {
  const name = variableName(id);
  const found = ENTRIES.exec(list);
  const imports = [...list.matchAll(/^import .* from "\.\/[^"]+";\n/gmu)];
  const last = imports.at(-1);
  if (!found || !last)
    return error(`invalid list of studies: ${studyList} was changed; add the study by hand`);
  const at = last.index + last[0].length;
  return `${list.slice(0, at)}import {${name}} from "./${id}.js";\n${list.slice(at)}`.replace(
    found[0],
    entriesText([...namesIn(found[1]), name])
  );
}

/**
 * The list of studies without one; the list itself where the study is not in it. Raises an InputError where its
 * lines are not as `withStudy` writes them.
 */
export function withoutStudy(list: string, id: string): string {
  const name = variableName(id);
  const found = ENTRIES.exec(list);
  const others = namesIn(found?.[1] ?? "").filter((one) => one !== name);
  const without = list
    .replace(`import {${name}} from "./${id}.js";\n`, "")
    .replace(ENTRIES, () => entriesText(others));
  if (!found || without.includes(`from "./${id}.js"`))
    error(`invalid list of studies: ${studyList} was changed; take ${name} out of it by hand`);
  return without;
}

const namesIn = (entries: string): string[] =>
  entries
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");

function entriesText(names: readonly string[]): string {
  const line = `export const studies: readonly StudyDefinition[] = [${names.join(", ")}];`;
  return line.length <= 100
    ? line
    : `export const studies: readonly StudyDefinition[] = [\n  ${names.join(",\n  ")}\n];`;
}

/** A caption for a file: one line, one full stop. */
function sentence(title: string): string {
  const line = title.replaceAll(/\s+/gu, " ").trim();
  const named = line.length >= 12 ? line : `The study called ${line}`;
  return `${named.replace(/[.?!]+$/u, "")}: the study as declared.`;
}
