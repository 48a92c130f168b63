import {mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {
  findLoaders,
  loaderInputs,
  loaderKey,
  storeOutput,
  storedOutput
} from "../../tools/loaders.js";

const loader = join("src", "data", "study.zip.ts");
const home = process.cwd();
const settings = {...process.env};
let folder: string;

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, ".."), {recursive: true});
  writeFileSync(join(folder, path), text);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "poolhouse-loaders-"));
  write("package-lock.json", "{}");
  write("src/engine/double.ts", "export const double = (x: number) => 2 * x;\n");
  write("src/engine/unused.ts", "export const unused = 1;\n");
  write(
    "src/data/task.ts",
    'import {double} from "../engine/double.js";\nconsole.log(double(2));\n'
  );
  write(
    "src/data/study.zip.ts",
    'import {double} from "../engine/double.js";\n' +
      'export const source = {file: "study.csv"};\n' +
      'export const url = new URL("./codes.csv", import.meta.url);\n' +
      'export const worker = new URL("./task.ts", import.meta.url);\n' +
      'export const records = new URL("../../records/", import.meta.url);\n' +
      "console.log(double(1));\n"
  );
  write("src/data/codes.csv", "a,b\n");
  write("records/2026-01-31.json", "{}");
  process.chdir(folder);
  delete process.env.POOLHOUSE_DATA;
});

afterEach(() => {
  process.chdir(home);
  process.env = {...settings};
  rmSync(folder, {recursive: true, force: true});
});

describe("findLoaders", () => {
  it("lists what Framework runs as loaders, and no other module", () => {
    expect(findLoaders()).toEqual([loader]);
  });
});

describe("loaderInputs", () => {
  it("lists imports, files and folders named by URL, and the lockfile", async () => {
    const inputs = (await loaderInputs(loader)).map((path) => path.replaceAll("\\", "/"));
    expect(inputs).toEqual([
      "package-lock.json",
      "records/2026-01-31.json",
      "src/data/codes.csv",
      "src/data/study.zip.ts",
      "src/data/task.ts",
      "src/engine/double.ts"
    ]);
  });
});

describe("loaderKey", () => {
  it.each([
    {what: "the loader", path: "src/data/study.zip.ts"},
    {what: "a module of the engine that it imports", path: "src/engine/double.ts"},
    {what: "a worker that it names by URL", path: "src/data/task.ts"},
    {what: "a file that it names by URL", path: "src/data/codes.csv"},
    {what: "a file of a folder that it names by URL", path: "records/2026-01-31.json"},
    {what: "a new file there", path: "records/2026-02-01.json"},
    {what: "a raw data file", path: "data/raw/study.csv"},
    {what: "the lockfile", path: "package-lock.json"}
  ])("changes with $what", async ({path}) => {
    const before = await loaderKey(loader);
    write(path, "// changed\n");
    expect(await loaderKey(loader)).not.toBe(before);
  });

  it("changes with the data folder's files, a setting and an argument", async () => {
    const keys = [await loaderKey(loader), await loaderKey(loader, ["--model=a"])];
    process.env.POOLHOUSE_DRAWS = "100";
    keys.push(await loaderKey(loader));
    process.env.POOLHOUSE_DATA = join(folder, "elsewhere");
    write("elsewhere/study.csv", "1\n");
    keys.push(await loaderKey(loader));
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("stays when files are only touched, or change that the loader does not use", async () => {
    const before = await loaderKey(loader);
    utimesSync(join(folder, "src/engine/double.ts"), new Date(), new Date());
    write("src/engine/unused.ts", "export const unused = 2;\n");
    write("data/raw/study.csv.part", "half a downl");
    write("data/raw/of-another-study.csv", "1\n");
    process.env.POOLHOUSE_BASE = "/repo/";
    expect(await loaderKey(loader)).toBe(before);
  });
});

describe("storeOutput", () => {
  it("gives back the bytes for their key, and nothing for another", () => {
    storeOutput(loader, "a".repeat(64), Buffer.from([1, 2, 3]));
    expect(storedOutput(loader, "a".repeat(64))).toEqual(Buffer.from([1, 2, 3]));
    expect(storedOutput(loader, "b".repeat(64))).toBeUndefined();
  });

  it("forgets all but a few outputs, and leaves no unfinished file", () => {
    for (const digit of "0123456789") storeOutput(loader, digit.repeat(64), Buffer.from(digit));
    const kept = readdirSync("docs/.observablehq/cache/loaders/study.zip");
    expect(kept).toHaveLength(3);
    expect(kept.filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});
