import {copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {beforeEach, describe, expect, it} from "vitest";
import {latin1, messyText} from "./messy-file.js";
import {poolhouseHere, temporaryFolder, type Ended} from "./poolhouse.js";

const folder = temporaryFolder();
const list = "src/data/studies/index.ts";
const at = (path: string): string => join(folder.path, path);
const text = (path: string): string => readFileSync(at(path), "utf8");
const run = (...args: string[]): Promise<Ended> =>
  poolhouseHere(args, folder.path, {POOLHOUSE_DATA: ""});

const files = [
  ...["src/data/studies/letters.ts", "src/data/letters.zip.ts", "docs/letters.md"],
  "tests/data/studies/letters.test.ts"
];
const create = (): Promise<Ended> =>
  run(
    ...["new", "letters", "--data", "messy.csv", "--treatment", "Arm"],
    ...["--arms", "Kontrolle,Brief", "--outcome", "Punkte (0-10)", "--modifiers", "Schulart"]
  );

beforeEach(() => {
  mkdirSync(at("src/data/studies"), {recursive: true});
  for (const file of ["index", "tunisia", "side-taking", "alliances", "claims"])
    copyFileSync(resolve(`src/data/studies/${file}.ts`), at(`src/data/studies/${file}.ts`));
  writeFileSync(at("messy.csv"), latin1(messyText(300)));
});

describe("poolhouse remove", () => {
  it("leaves the project as it was before, but for the data file, so that new can run again", async () => {
    const before = text(list);
    expect(await create()).toMatchObject({code: 0});
    const {code, stdout, stderr} = await run("remove", "letters");
    expect({code, stderr}).toEqual({code: 0, stderr: ""});
    for (const path of [...files, list]) expect(stdout).toContain(path);
    expect(files.filter((path) => existsSync(at(path)))).toEqual([]);
    expect(text(list)).toBe(before);
    expect(existsSync(at("data/raw/messy.csv"))).toBe(true);
    expect(await run("--help")).toMatchObject({code: 0});
    expect(await create()).toMatchObject({code: 0});
    expect(files.filter((path) => !existsSync(at(path)))).toEqual([]);
    await run("remove", "letters");
  });

  it("takes out what is left where a file is gone already", async () => {
    await create();
    rmSync(at("docs/letters.md"));
    const {code, stdout} = await run("remove", "letters");
    expect(code).toBe(0);
    expect(stdout).not.toMatch(/docs\/letters/);
    expect(files.filter((path) => existsSync(at(path)))).toEqual([]);
  });

  it.each([
    ["side-taking", /^unsupported study: side-taking comes with the project, [^\n]*\n$/],
    ["alliances", /^unsupported study: alliances comes with the project, [^\n]*\n$/],
    ["tunisia", /^unsupported study: tunisia comes with the project, [^\n]*\n$/],
    ["claims", /^unknown study: claims; [^\n]*\n$/],
    ["tunsia", /^unknown study: tunsia; did you mean tunisia\?\n$/]
  ])("refuses %s in a sentence, and removes nothing", async (id, sentence) => {
    const {code, stdout, stderr} = await run("remove", id);
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr).toMatch(sentence);
    for (const file of ["index", "tunisia", "side-taking", "alliances", "claims"])
      expect(text(`src/data/studies/${file}.ts`)).toBe(
        readFileSync(`src/data/studies/${file}.ts`, "utf8")
      );
  });

  it("refuses a list that was changed, and removes nothing", async () => {
    await create();
    writeFileSync(at(list), text(list).replace("{letters}", "{letters as mail}"));
    const {code, stderr} = await run("remove", "letters");
    expect(code).toBe(2);
    expect(stderr).toMatch(/^invalid list of studies: .* take letters out of it by hand\n$/);
    expect(files.filter((path) => !existsSync(at(path)))).toEqual([]);
    for (const path of files) rmSync(at(path));
  });
});

describe("poolhouse new, of a study that is there", () => {
  it("names the ways on", async () => {
    await create();
    const {code, stderr} = await create();
    expect(code).toBe(2);
    expect(stderr).toBe(
      "ambiguous study: src/data/studies/letters.ts is there already; bring it up to date with ./bin/poolhouse renew letters --data FILE, take it out with ./bin/poolhouse remove letters, or choose another name\n"
    );
    await run("remove", "letters");
  });
});
