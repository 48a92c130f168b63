import {existsSync, readFileSync} from "node:fs";
import {basename, dirname, extname, join} from "node:path";
import {describe, expect, it} from "vitest";
import {filesUnder} from "../tools/fingerprint.mjs";
import {openToAll, packages, ranks, withoutMirror} from "./ranks.js";
import {findCycles, readSources} from "./sources.js";
import type {Import, Source} from "./sources.js";

const sources = readSources().filter(({path}) => !path.endsWith(".d.ts"));
const known = new Set(sources.map(({path}) => path));

/** The longest key that is the file itself or a folder it lies in. */
function roomIn(table: Readonly<Record<string, unknown>>, path: string): string | undefined {
  return Object.keys(table)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

function rankOf(path: string): number {
  return ranks[roomIn(ranks, path) ?? ""] ?? NaN;
}

/** Every import of every file that `offends` calls a fault, as `importer → imported`. */
function faults(offends: (source: Source, imported: Import) => boolean): string[] {
  return sources.flatMap((source) =>
    source.imports
      .filter((imported) => offends(source, imported))
      .map(({specifier}) => `${source.path} → ${specifier}`)
  );
}

const isEngine = (path: string) => path.startsWith("engine/");

// A field's placeholder is an attribute in HTML and a pseudo-element in CSS.
const unfinishedWords = /\b(TODO|FIXME|stub)\b|(?<!::)\bplaceholder\b(?!:|=)/i;

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

describe("imports", () => {
  it("find every file a rank (tests/ranks.ts)", () => {
    const rankless = sources.map(({path}) => path).filter((path) => Number.isNaN(rankOf(path)));
    expect(rankless).toEqual([]);
  });

  // package.json says that no module has side effects: bundles leave out those that nothing is taken from.
  it("are never of a module for what it does alone", () => {
    const bare = sources.filter(({text}) => /^import\s+["']/m.test(text)).map(({path}) => path);
    expect(bare).toEqual([]);
  });

  it("name files that exist", () => {
    const isMissing = (file: string) => !existsSync(join("src", file));
    expect(faults((_, {file}) => file !== undefined && isMissing(file))).toEqual([]);
  });

  it("go down the ranks, or stay in their room", () => {
    const upward = faults(({path}, {file, typeOnly}) => {
      if (file === undefined || (typeOnly && file === "engine/types.ts")) return false;
      return roomIn(ranks, file) !== roomIn(ranks, path) && rankOf(file) >= rankOf(path);
    });
    expect(upward).toEqual([]);
  });

  it("never run in a circle", () => {
    expect(findCycles(sources)).toEqual([]);
  });

  it("enter the engine by its door, but for its ground (tests/ranks.ts)", () => {
    const besideTheDoor = faults(({path}, {file, typeOnly}) => {
      if (file === undefined || !isEngine(file)) return false;
      if (isEngine(path)) return false;
      const open = openToAll[file] === "values" || (openToAll[file] === "types" && typeOnly);
      return file !== "engine/index.ts" && !open;
    });
    expect(besideTheDoor).toEqual([]);
  });

  it("leave the engine without packages, but for the seed's", () => {
    const foreign = faults(({path}, {file, specifier}) => {
      if (file !== undefined) return false;
      const allowed = packages[roomIn(packages, path) ?? ""];
      return allowed !== undefined && !allowed.includes(specifier);
    });
    expect(foreign).toEqual([]);
  });

  it("keep components apart from engine and data, types included", () => {
    const joined = faults(
      ({path}, {file}) =>
        path.startsWith("components/") && file !== undefined && !/^(components|vendor)\//.test(file)
    );
    expect(joined).toEqual([]);
  });

  it("reach the browser's packages only through src/vendor, where they are made small", () => {
    const whole = faults(
      ({path}, {file, specifier, typeOnly}) =>
        path.startsWith("components/") &&
        file === undefined &&
        !typeOnly &&
        specifier !== "observablehq:stdlib"
    );
    expect(whole).toEqual([]);
  });
});

describe("files", () => {
  it("open with one sentence that says what they are for", () => {
    const mute = sources.filter(({text}) => !/^\/\/ \S.{9,}\.\n/.test(text));
    expect(mute.map(({path}) => path)).toEqual([]);
  });

  it.each([
    {
      what: "of engine and data at most 200 lines",
      most: 200,
      which: /^(engine|data|live|check|diff|cli|workshop)\//
    },
    {what: "of components at most 120 lines", most: 120, which: /^components\//},
    {what: "engine/fit.ts, the spine, at most 60 lines", most: 60, which: /^engine\/fit\.ts$/},
    {what: "of loaders at most 25 lines", most: 25, which: /^data\/.*\.\w+\.ts$/}
  ])("hold, $what", ({most, which}) => {
    const long = sources.filter(({path, lines}) => which.test(path) && lines > most);
    expect(long.map(({path, lines}) => `${path}: ${lines}`)).toEqual([]);
  });

  it("of engine and data hold at most 80 lines in the median", () => {
    const lines = sources.filter(({path}) => /^(engine|data)\//.test(path)).map((s) => s.lines);
    expect(median(lines)).toBeLessThanOrEqual(80);
  });

  it("of src are no pages: Framework would publish any Markdown it finds there", () => {
    expect(filesUnder("src").filter((file) => file.endsWith(".md"))).toEqual([]);
  });

  it("hold no unfinished work", () => {
    const unfinished = ["src", "docs", "bin"]
      .flatMap(filesUnder)
      .filter((file) => /\.(ts|md|css|mjs|js)$|poolhouse$/.test(file))
      .filter((file) => !/^docs[\\/](vendor|live|workshop)[\\/]/.test(file))
      .filter((file) => unfinishedWords.test(readFileSync(file, "utf8")));
    expect(unfinished).toEqual([]);
  });
});

describe("tests", () => {
  it("mirror the engine, file by file", () => {
    const unmirrored = sources
      .map(({path}) => path)
      .filter((path) => isEngine(path) && !(path in withoutMirror))
      .filter((path) => !existsSync(`tests/${path.replace(/\.ts$/, ".test.ts")}`));
    expect(unmirrored).toEqual([]);
  });

  it("excuse from a mirror only files that are there", () => {
    const gone = Object.keys(withoutMirror).filter((path) => !known.has(path));
    expect(gone).toEqual([]);
  });

  it("keep beside every fixture the script that made it", () => {
    const data = filesUnder("tests/fixtures").filter(
      (file) => !basename(file).startsWith("make.") && extname(file) !== ".md"
    );
    const orphans = data.filter(
      (file) => !filesUnder(dirname(file)).some((near) => basename(near).startsWith("make."))
    );
    expect(orphans).toEqual([]);
  });
});

describe("messages of error()", () => {
  it("say what is wrong and what is right: <adjective> <thing>: <value>; <rule or remedy>", () => {
    const grammar = /^(invalid|missing|unknown|unsupported|ambiguous) [^:;]+(: [^;]+)?; .*[^.]$/su;
    const ungrammatical = sources.flatMap(({path, messages}) =>
      messages.filter((text) => !grammar.test(text)).map((text) => `${path}: ${text}`)
    );
    expect(ungrammatical).toEqual([]);
  });
});
