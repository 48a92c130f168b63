import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {bundlePages} from "../../tools/bundle.js";

interface Ran {
  readonly cells: readonly (() => Promise<unknown>)[];
  readonly files: Readonly<Record<string, unknown>>;
}

let dist: string;

const put = (path: string, text: string): void => {
  mkdirSync(dirname(join(dist, path)), {recursive: true});
  writeFileSync(join(dist, path), text);
};
const html = (path: string): string => readFileSync(join(dist, path), "utf8");
const scripts = (): string[] => readdirSync(join(dist, "_script")).sort();
const scriptOf = (path: string): string =>
  /<script type="module" src="([^"]+)"><\/script>/.exec(html(path))?.[1] ?? "";
const linksOf = (path: string): string[] =>
  [...html(path).matchAll(/<link rel="modulepreload" href="([^"]+)">/g)].map(([, href]) => href);

/** A page as Framework writes it; `up` leads from its folder to the site's. */
const page = (cells: string, up = "./"): string => `<!DOCTYPE html>
<html><head><meta charset="utf-8">
<link rel="modulepreload" href="${up}_observablehq/client.js">
<link rel="modulepreload" href="${up}_import/a.js">
<link rel="icon" href="${up}icon.svg">
<script>{ const first = "inline"; }</script>
<script type="module">

import {define} from "${up}_observablehq/client.js";
import {registerFile} from "${up}_observablehq/stdlib.js";

registerFile("./t.arrow", {"name":"./t.arrow","path":"${up}_file/t.arrow","size":5});

${cells}
</script>
</head><body><p>5 < 6 in </body></html>`;

/** A page's cells, run in Node from its one script. */
async function run(path: string): Promise<Ran> {
  Object.assign(globalThis, {bundled: {cells: [], files: {}}});
  await import(pathToFileURL(join(dist, dirname(path), scriptOf(path))).href);
  return (globalThis as unknown as {bundled: Ran}).bundled;
}

beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "poolhouse-bundle-"));
  fill();
});

function fill(): void {
  put(
    "_observablehq/client.js",
    `export const define = (cell) => globalThis.bundled.cells.push(cell.body);
     export const d3 = () => import("../_npm/d3@0.0.0/_esm.js");
     export const table = () => import.meta.resolve("../_npm/sample/cars.csv");`
  );
  put(
    "_observablehq/stdlib.js",
    "export const registerFile = (name, file) => { globalThis.bundled.files[name] = file.path; };"
  );
  put("_import/a.js", 'import {shared} from "./shared.js"; export const a = () => shared + 1;');
  put(
    "_import/b.js",
    'import {shared} from "./shared.js"; export const b = () => shared + 2, c = 9;'
  );
  put("_import/shared.js", "export const shared = 40;");
  put("_import/late.js", 'export const late = "late", here = import.meta.url;');
  put("_import/unasked.js", "export const unasked = 0;");
  put(
    "one.html",
    page(`define({id: "1", outputs: ["a","two"], body: async () => {
const [{a}, {b: two}] = await Promise.all([import("./_import/a.js"), import("./_import/b.js")]);

return {sum: a() + two()};
}});
define({id: "2", body: async () => {
return (await import("./_import/late.js"));
}});`)
  );
  put(
    "deep/two.html",
    page(
      `define({id: "1", outputs: ["whole"], body: async () => {
const whole = await import("../_import/b.js");

return whole.b() + whole.c;
}});`,
      "../"
    )
  );
  put("take/one.html", page("", "../"));
  put("still.html", "<html><head></head><body></body></html>");
}

afterEach(() => rmSync(dist, {recursive: true, force: true}));

describe("bundlePages", () => {
  it("makes one script of a page, which does what its modules did", async () => {
    await bundlePages(dist);
    expect(scriptOf("one.html")).toMatch(/^\.\/_script\/one\.[A-Z\d]{8}\.js$/);
    const {cells, files} = await run("one.html");
    expect(await cells[0]()).toEqual({sum: 83});
    // The page registers its files as before: their addresses start from the page.
    expect(files).toEqual({"./t.arrow": "./_file/t.arrow"});
  });

  it("bundles a page that asks for components later by itself, and leaves the others' scripts alone", async () => {
    await bundlePages(dist);
    const before = html("one.html");
    const later = 'define({body: async () => (await import("./_import/components/c.js")).c});';
    rmSync(dist, {recursive: true});
    fill();
    put("_import/components/c.js", 'import {shared} from "../shared.js"; export const c = shared;');
    put("later.html", page(later));
    await bundlePages(dist);
    expect(html("one.html")).toBe(before);
    expect(await (await run("later.html")).cells[0]()).toBe(40);
  });

  it("takes a whole module under one name, in a page in a folder", async () => {
    await bundlePages(dist);
    expect(scriptOf("deep/two.html")).toMatch(/^\.\.\/_script\/deep-two\.[A-Z\d]{8}\.js$/);
    const {cells, files} = await run("deep/two.html");
    expect(await cells[0]()).toBe(51);
    expect(files).toEqual({"./t.arrow": "../_file/t.arrow"});
  });

  it("leaves for later what is asked for later, which knows its own address", async () => {
    await bundlePages(dist);
    const text = readFileSync(join(dist, scriptOf("one.html")), "utf8");
    const late = scripts().find((name) => name.startsWith("late."));
    expect(text).toContain(`import("./${late}")`);
    expect(linksOf("one.html").join()).not.toContain("late");
    const {cells} = await run("one.html");
    expect(await cells[1]()).toMatchObject({
      late: "late",
      here: pathToFileURL(join(dist, "_import/late.js")).href
    });
  });

  it("links to what the script imports at once, and to nothing else", async () => {
    await bundlePages(dist);
    const shared = scripts().filter((name) => name.startsWith("chunk."));
    expect(shared.length).toBeGreaterThan(0);
    for (const [path, up] of [
      ["one.html", "./"],
      ["deep/two.html", "../"]
    ]) {
      expect(linksOf(path).sort()).toEqual(shared.map((name) => `${up}_script/${name}`));
      expect(html(path)).toContain(`<link rel="icon" href="${up}icon.svg">`);
    }
  });

  it("changes nothing else of a page, and no page without imports", async () => {
    const still = html("still.html");
    const taken = html("take/one.html");
    await bundlePages(dist);
    const one = html("one.html");
    expect(one).toContain('<script>{ const first = "inline"; }</script>');
    expect(one).toContain("</head><body><p>5 < 6 in </body></html>");
    expect(html("still.html")).toBe(still);
    expect(html("take/one.html")).toBe(taken);
  });

  it("keeps no module that is in a script, and names a script by what is in it", async () => {
    await bundlePages(dist);
    for (const name of ["a", "b", "shared", "late"])
      expect(existsSync(join(dist, `_import/${name}.js`)), name).toBe(false);
    expect(existsSync(join(dist, "_observablehq"))).toBe(false);
    expect(existsSync(join(dist, "_import/unasked.js"))).toBe(false);
    for (const name of scripts()) expect(name).toMatch(/\.[A-Z\d]{8}\.js$/);
  });

  it("asks where Framework would for a library that nobody built", async () => {
    await bundlePages(dist);
    const all = scripts().map((name) => readFileSync(join(dist, "_script", name), "utf8"));
    // Nothing imports d3 of the client, and so it is left out; what is there has the right address.
    expect(all.join()).not.toContain("d3@0.0.0");
    put("_observablehq/client.js", 'export const define = () => import("./stdlib/dot.js");');
    put("_observablehq/stdlib.js", "export const registerFile = () => 0;");
    put("again.html", page("define(registerFile);"));
    rmSync(join(dist, "one.html"));
    rmSync(join(dist, "deep"), {recursive: true});
    await bundlePages(dist);
    const again = scripts().filter((name) => name.startsWith("again."));
    const text = readFileSync(join(dist, "_script", again[0]), "utf8");
    expect(text).toContain('import("../_observablehq/stdlib/dot.js")');
  });

  it("refuses a module that is not there, one that lacks a name, and one asked for by its address", async () => {
    put("one.html", page('import("./_import/gone.js");'));
    await expect(bundlePages(dist)).rejects.toThrow(/_import\/gone\.js/);
    put(
      "one.html",
      page(`define({id: "1", body: async () => {
const {nobody} = await import("./_import/a.js");

return {nobody};
}});`)
    );
    await expect(bundlePages(dist)).rejects.toThrow(/nobody/);
    put("_import/a.js", 'export const a = import.meta.resolve("./b.js");');
    put("one.html", page('import("./_import/a.js");'));
    await expect(bundlePages(dist)).rejects.toThrow(/^[\s\S]*unsupported module: .*a\.js asks for/);
  });
});
