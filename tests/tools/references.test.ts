import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {shortNames, useReferences} from "../../tools/references.js";
import type {Markdown} from "../../tools/references.js";

interface Renderer extends Markdown {
  render(source: string, env: {path: string}): string;
}

const require = createRequire(import.meta.url);
const markdownIt = require("markdown-it") as (options: {html: boolean}) => Renderer;

const entries = [
  "<dt>doe2020</dt><dd>Doe, J. 2020. Rows.</dd>",
  "<dt>doe2021rows</dt><dd>Doe, J., and A. B. van Roe. 2021. More rows.</dd>"
].join("\n");

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "poolhouse-references-"));
  writeFileSync(join(root, "method.md"), entries);
});

afterAll(() => {
  rmSync(root, {recursive: true});
});

function render(source: string, path = "/method"): string {
  const markdown = markdownIt({html: true});
  useReferences(markdown, root);
  return markdown.render(source, {path});
}

describe("useReferences", () => {
  it("says names and year, and leads to the entry", () => {
    expect(render("as shown [doe2020].")).toBe(
      '<p>as shown (<a href="#doe2020">Doe 2020</a>).</p>\n'
    );
    expect(render("so [doe2020, doe2021rows]", "/fork")).toContain(
      '(<a href="./method#doe2020">Doe 2020</a>; <a href="./method#doe2021rows">Doe and van Roe 2021</a>)'
    );
  });

  it("does so within HTML, and whatever stands between keys", () => {
    expect(render("<div>as shown [doe2020; doe2021rows]</div>", "/api")).toBe(
      '<div>as shown (<a href="./method#doe2020">Doe 2020</a>; <a href="./method#doe2021rows">Doe and van Roe 2021</a>)</div>'
    );
  });

  it("puts no link into what is pressed to unfold something", () => {
    const html = render("<details><summary>Rows [doe2020].</summary>So [doe2020]</details>");
    expect(html).toContain(
      '<summary>Rows (Doe 2020).</summary>So (<a href="#doe2020">Doe 2020</a>)'
    );
  });

  it("gives every entry its key as an id", () => {
    expect(render(`<dl>\n${entries}\n</dl>`)).toContain('<dt id="doe2020">doe2020</dt><dd>Doe');
  });

  it("leaves alone what is no key, is a link or has no entry", () => {
    for (const source of ["[doe2019]", "[doe2020](https://example.org)", "`[doe2020]`", "[1]"]) {
      expect(render(source)).not.toContain("#doe");
    }
  });
});

describe("shortNames", () => {
  it.each([
    ["Student", "Student"],
    ["Bürkner, P.-C", "Bürkner"],
    ["Golub, G. H., and C. F. Van Loan", "Golub and Van Loan"],
    ["Gelman, A., J. Hill, and M. Yajima", "Gelman et al."],
    ["Vehtari, A., A. Gelman, D. Simpson, B. Carpenter, and P.-C. Bürkner", "Vehtari et al."]
  ])("makes of %s %s", (names, short) => {
    expect(shortNames(names)).toBe(short);
  });
});
