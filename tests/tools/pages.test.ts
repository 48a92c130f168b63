import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {listPages, pageDescription} from "../../tools/pages.js";

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "poolhouse-pages-"));
  const page = (name: string, ...front: string[]): void => {
    writeFileSync(join(root, `${name}.md`), `---\n${front.join("\n")}\n---\n\n# ${name}\n`);
  };
  page("index", "title: Home");
  page("404", "title: Lost");
  page("trust", "title: Can they be trusted?", "menu: Trust", "place: 90");
  page("zebra", 'title: "Zebras: all"', "description: Of zebras.");
  page("ants", "title: Ants");
  page("first", "title: First", "place: 10");
  page("make", "title: Make", "place: 95", "room: Build");
  writeFileSync(join(root, "style.css"), "");
});

afterAll(() => {
  rmSync(root, {recursive: true});
});

it("lists pages by place, then by name, under their menu's name or title", () => {
  expect(listPages(root)).toEqual([
    {path: "/first", name: "First"},
    {path: "/ants", name: "Ants"},
    {path: "/zebra", name: "Zebras: all"},
    {path: "/trust", name: "Trust"},
    {path: "/make", name: "Make", room: "Build"}
  ]);
});

it("finds a page's description", () => {
  expect(pageDescription(root, "/zebra")).toBe("Of zebras.");
  expect(pageDescription(root, "/ants")).toBeUndefined();
  expect(pageDescription(root, "/none")).toBeUndefined();
});

it("puts the pages of this site in their order", () => {
  const paths = listPages("docs").map(({path}) => path);
  expect(paths.slice(0, 2)).toEqual(["/side-taking", "/alliances"]);
  const outside = listPages("docs").filter(({room}) => room === undefined);
  expect(outside.slice(-2).map(({path}) => path)).toEqual(["/method", "/trust"]);
  expect(paths.indexOf("/trust")).toBeLessThan(paths.indexOf("/fork"));
});
