import {execFileSync} from "node:child_process";
import {mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, expect, it} from "vitest";
import {bundledProgram, missingStudy} from "../../tools/program.mjs";

let root: string;

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(root, path)), {recursive: true});
  writeFileSync(join(root, path), text);
};
const bundles = () => readdirSync(join(root, "node_modules/.cache/poolhouse"));
const run = (program: string | undefined) =>
  execFileSync(process.execPath, [program!], {encoding: "utf8"});

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "poolhouse-program-"));
  put("package.json", "{}");
  put("package-lock.json", "{}");
  put("src/data/chain-worker.ts", "export const one: number = 1;");
  put("src/cli/main.ts", 'import {one} from "../data/chain-worker.js"; console.log(one);');
});

afterEach(() => rmSync(root, {recursive: true, force: true}));

it("bundles the program with its worker, once", async () => {
  const program = await bundledProgram(root);
  expect(run(program)).toBe("1\n");
  expect(readdirSync(dirname(program!))).toContain("chain-worker.mjs");
  expect(await bundledProgram(root)).toBe(program);
  expect(bundles()).toHaveLength(1);
});

it("bundles it anew when a source has changed", async () => {
  const before = await bundledProgram(root);
  put("src/data/chain-worker.ts", "export const one: number = 1.5;");
  const after = await bundledProgram(root);
  expect(after).not.toBe(before);
  expect(run(after)).toBe("1.5\n");
  expect(run(before)).toBe("1\n");
});

it("makes one bundle for programs that start at the same time", async () => {
  const programs = await Promise.all([1, 2, 3].map(() => bundledProgram(root)));
  expect(new Set(programs).size).toBe(1);
  expect(run(programs[0])).toBe("1\n");
  expect(bundles()).toHaveLength(1);
});

it("removes bundles after a day", async () => {
  const before = await bundledProgram(root);
  const twoDaysAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
  utimesSync(dirname(before!), twoDaysAgo, twoDaysAgo);
  put("src/data/chain-worker.ts", "export const one: number = 2;");
  const after = await bundledProgram(root);
  expect(bundles().map((name) => join(dirname(dirname(after!)), name))).toEqual([dirname(after!)]);
});

it("leaves the program to tsx where no bundle can be made", async () => {
  put("node_modules/.cache/poolhouse", "a file where the folder should be");
  expect(await bundledProgram(root)).toBeUndefined();
});

it("says which study is gone that the list names, since no program starts then", () => {
  const list = 'import type {S} from "../study.js";\nimport {mine} from "./mine.js";\n';
  put("src/data/studies/index.ts", `${list}import {gone} from "./gone.js";\n`);
  put("src/data/studies/mine.ts", "export const mine = 1;");
  expect(missingStudy(root)).toMatch(
    /^missing study: src\/data\/studies\/gone\.ts is gone, and .*index\.ts names it; [^\n]*remove gone, or delete [^\n]*$/
  );
  put("src/data/studies/index.ts", list);
  expect(missingStudy(root)).toBeNull();
});
