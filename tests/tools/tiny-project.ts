// A whole project in a folder of its own: this one's sources, one small study, its data and a page.
import {spawn, type ChildProcess} from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createGenerator} from "../../src/engine/index.js";

const study = `// A study of two models on simulated rows.
import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {tinyRecodes} from "./tiny-recodes.js";
import type {StudyDefinition, StudyModel} from "./study.js";

const bytes = readFileSync("data/raw/tiny.dta");
const shared = {status: "comparison", origin: "Here.", curves: {parameters: [], effects: false}} as const;
const sampler = {chains: 2, warmup: 50, draws: 50};

const first: StudyModel = {
  ...shared,
  id: "first",
  title: "First model",
  spec: {formula: "y ~ 1 + t + (0 + t | a)", priors: ["b: normal(0, 1)"], treatment: "t", by: ["a"]},
  sampler: {...sampler, seed: "one"},
  signedOff: "Short on purpose."
};

const second: StudyModel = {
  ...shared,
  id: "second",
  title: "Second model",
  spec: {formula: "y ~ 1 + t + (0 + t | b)", priors: ["b: normal(0, 2)"], treatment: "t", by: ["b"]},
  sampler: {...sampler, seed: "two"},
  signedOff: "Short on purpose."
};

export const tiny: StudyDefinition = {
  id: "tiny",
  title: "A tiny study",
  source: {
    id: "tiny",
    title: "Simulated rows",
    file: "tiny.dta",
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    urls: [],
    licence: "None",
    citation: "Nobody. 2026. Simulated rows.",
    reference: {kind: "data", authors: ["Nobody"], year: 2026, title: "Rows", publisher: "None"}
  },
  preparedFile: "tiny.csv",
  recodes: tinyRecodes,
  outcome: {label: "Outcome", unit: "points", factor: 1, digits: 2},
  modifiers: {
    a: {label: "First", levels: [[0, "No"], [1, "Yes"]]},
    b: {label: "Second", levels: [[1, "Low"], [2, "High"], [3, "Top"]]}
  },
  describe: (levels) => Object.values(levels).join(", "),
  models: [first, second],
  claims: []
};
`;

const recodes = `// The one recode of the tiny study.
import {escape} from "arquero";
import type {Recode} from "./recode.js";

export const tinyRecodes: readonly Recode[] = [
  {
    name: "Unit",
    why: "In points.",
    apply: (table) => table.derive({y: escape((row: {y: number}) => row.y * 1)})
  }
];
`;

const fence = "```";

const page = `---
title: Tiny
---

# Tiny

${fence}js
import {element} from "./components/dom.js";
const study = await FileAttachment("./data/tiny/study.json").json();
display(element("p", {}, study.title, " under ", study.key));
${fence}

Words of the page.
`;

/** Numbers as a Stata file of release 115, every column a double. */
export function dtaBytes(columns: Readonly<Record<string, readonly number[]>>): Uint8Array {
  const names = Object.keys(columns);
  const rows = columns[names[0]].length;
  const head = Buffer.alloc(109);
  head.set([115, 2, 1, 0]);
  head.writeUInt16LE(names.length, 4);
  head.writeUInt32LE(rows, 6);
  const texts = (width: number, of: (name: string) => string) =>
    Buffer.concat(names.map((name) => Buffer.from(of(name).padEnd(width, "\0").slice(0, width))));
  const data = Buffer.alloc(rows * names.length * 8);
  for (let i = 0; i < rows; ++i)
    names.forEach((name, k) => data.writeDoubleLE(columns[name][i], (i * names.length + k) * 8));
  return Buffer.concat([
    head,
    Buffer.alloc(names.length, 255),
    texts(33, (name) => name),
    Buffer.alloc(2 * (names.length + 1)),
    texts(49, () => "%9.0g"),
    texts(33, () => ""),
    texts(81, () => ""),
    Buffer.alloc(5),
    data
  ]);
}

/** 240 rows; `first` is added to the first outcome. */
export function tinyData(first = 0): Uint8Array {
  const generator = createGenerator("a tiny project", 0);
  const rows = Array.from({length: 240}, (_, i) => {
    const [a, b, t] = [i % 2, 1 + (Math.floor(i / 2) % 3), Math.floor(i / 6) % 2];
    return {y: a + t * (0.5 - 0.3 * b) + generator.normal() + (i === 0 ? first : 0), t, a, b};
  });
  const column = (name: "y" | "t" | "a" | "b") => rows.map((row) => row[name]);
  return dtaBytes({y: column("y"), t: column("t"), a: column("a"), b: column("b")});
}

/** The project; `remove` it when done. */
export class TinyProject {
  readonly folder = realpathSync(mkdtempSync(join(tmpdir(), "poolhouse-tiny-")));

  constructor() {
    const parts = ["tools", "bin", "package.json", "package-lock.json", "tsconfig.json"];
    for (const part of [...parts, "observablehq.config.ts", "docs/style.css", "docs/assets"])
      cpSync(part, join(this.folder, part), {recursive: true});
    cpSync("src", join(this.folder, "src"), {recursive: true});
    for (const name of readdirSync(join(this.folder, "src/data")))
      if (/\.(zip|json)\.ts$/.test(name)) rmSync(join(this.folder, "src/data", name));
    symlinkSync(realpathSync("node_modules"), join(this.folder, "node_modules"), "junction");
    this.write("src/data/tiny-study.ts", study);
    this.write("src/data/tiny-recodes.ts", recodes);
    this.write(
      "src/data/tiny.zip.ts",
      'import {report} from "./report/report.js";\nimport {tiny} from "./tiny-study.js";\n\nprocess.stdout.write(await report(tiny));\n'
    );
    this.write("docs/index.md", page);
    this.write("data/raw/tiny.dta", tinyData());
    this.write("bench/results/none.json", "{}");
    this.replace(
      "src/data/studies/index.ts",
      /= \[.*\];/,
      "= [tiny];",
      'import {tiny} from "../tiny-study.js";\n'
    );
  }

  write(path: string, content: string | Uint8Array): void {
    mkdirSync(join(this.folder, path, ".."), {recursive: true});
    writeFileSync(join(this.folder, path), content);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), "utf8");
  }

  /** Replaces one text in a file; raises an Error where it is not. */
  replace(path: string, from: string | RegExp, to: string, before = ""): void {
    const old = this.read(path);
    const text = before + old.replace(from, to);
    if (text === before + old) throw new Error(`${String(from)} is not in ${path}`);
    this.write(path, text);
  }

  /** Starts a program of Node there. */
  start(args: readonly string[], settings: Readonly<Record<string, string>> = {}): ChildProcess {
    const {POOLHOUSE_DATA: _none, ...env} = process.env;
    return spawn(process.execPath, args, {
      cwd: this.folder,
      env: {...env, POOLHOUSE_OFFLINE: "1", ...settings},
      stdio: ["ignore", "pipe", "pipe"]
    });
  }

  /** Runs it to its end. */
  async run(args: readonly string[], settings?: Readonly<Record<string, string>>): Promise<Ended> {
    const child = this.start(args, settings);
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => err.push(chunk));
    const code = await new Promise<number | null>((ended) => child.on("close", ended));
    return {code, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString()};
  }

  remove(): void {
    rmSync(this.folder, {recursive: true, force: true});
  }
}

/** How a program ended. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}
