import {copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, resolve} from "node:path";
import vm from "node:vm";
import {unzipSync} from "fflate";
import {JSDOM} from "jsdom";
import {populateGlobal} from "vitest/runtime";
import {afterAll, beforeAll, describe, expect, it, vi} from "vitest";
import {studyAnswer, surenessText} from "../../src/components/study-answer.js";
import {StudyPage} from "../../src/components/study-page.js";
import * as record from "../../src/components/study-record.js";
import * as sections from "../../src/components/study-sections.js";
import type {LaterFiles} from "../../src/components/study-parts.js";
import type {StudyCard} from "../../src/components/study-types.js";
import type {TableCard} from "../../src/components/table-types.js";
import type {Declaration} from "../../src/data/define/declaration.js";
import {defineStudy} from "../../src/data/define/define-study.js";
import {report} from "../../src/data/report/report.js";
import type {StudyDefinition} from "../../src/data/study.js";
import {latin1, messyText} from "./messy-file.js";
import {poolhouse, temporaryFolder, type Ended} from "./poolhouse.js";

const folder = temporaryFolder();
const list = "src/data/studies/index.ts";
const at = (path: string): string => join(folder.path, path);
const text = (path: string): string => readFileSync(at(path), "utf8");
const run = (args: readonly string[]): Promise<Ended> =>
  poolhouse(["new", ...args], folder.path, {POOLHOUSE_DATA: ""});

/** What a declaration's source text says. */
function evaluated(literal: string): Declaration {
  return vm.runInThisContext(`(${literal})`) as Declaration;
}

/** Makes a page's globals ours; what is returned takes them back. */
function openPage(): () => void {
  const {window} = new JSDOM("", {url: "http://localhost/letters", pretendToBeVisual: true});
  const {keys, originals} = populateGlobal(globalThis, window);
  return () => {
    for (const key of keys) Reflect.deleteProperty(globalThis, key);
    for (const [key, value] of originals) Reflect.set(globalThis, key, value);
    window.close();
  };
}

const roles = [
  ...["--treatment", "Arm", "--arms", "Kontrolle,Brief", "--outcome", "Punkte (0-10)"],
  ...["--modifiers", "Schulart,Größe", "--controls", "Größe_2"]
];
const named = ["--title", "Letters to schools", "--label", "Schulart=Kind of school"];

let made: Ended;

beforeAll(async () => {
  mkdirSync(at("src/data/studies"), {recursive: true});
  copyFileSync(resolve(list), at(list));
  writeFileSync(at("messy.csv"), latin1(messyText(900)));
  made = await run(["letters", "--data", "messy.csv", ...roles, ...named]);
});

describe("poolhouse new", () => {
  it("writes declaration, loader, page, test, the data file and the list of studies", () => {
    expect(made).toMatchObject({code: 0});
    const paths = [
      ...["data/raw/messy.csv", "src/data/studies/letters.ts", "src/data/letters.zip.ts"],
      ...["docs/letters.md", "tests/data/studies/letters.test.ts", list]
    ];
    expect(made.stdout.split("\n").slice(0, paths.length)).toEqual(paths);
    expect(paths.filter((path) => !existsSync(at(path)))).toEqual([]);
    expect(text(list)).toMatch(/import \{letters\} from ".\/letters.js";\n/);
    // After those that are there, a fork's own among them.
    expect(text(list)).toMatch(/\[sideTaking, alliances, tunisia, (?:\w+, )*letters\]/);
  });

  it("keeps them short", () => {
    const lines = (path: string): number => text(path).trimEnd().split("\n").length;
    expect(lines("src/data/studies/letters.ts")).toBeLessThan(80);
    expect(lines("src/data/letters.zip.ts")).toBeLessThan(10);
    expect(lines("docs/letters.md")).toBeLessThan(120);
  });

  it("says what it guessed, mended and cannot change", () => {
    for (const sentence of [
      /Windows Latin-1/,
      /separated by semicolons/,
      /In Punkte \(0-10\) the comma is the decimal mark/,
      /Column 7 is a second Größe; here it is Größe_2/,
      /Column 9 has no name; here it is column_9/,
      /arms: rows of “Brief” are compared with those of “Kontrolle”, the control; --arms "Brief,Kontrolle" turns/,
      /model: Punkte_0_10 ~ 1 \+ Arm \* \(Schulart \+ Gro_e/,
      /groups: \d+ of \d+ to \d+ rows/
    ])
      expect(made.stderr.replaceAll("Gro_e", "Gro_e")).toMatch(
        sentence.source.includes("Gro_e")
          ? /model: Punkte_0_10 ~ 1 \+ Arm \* \(Schulart \+ Gr/
          : sentence
      );
  });

  it("does not write over a study that is there", async () => {
    const before = text("docs/letters.md");
    const again = await run(["letters", "--data", "messy.csv", ...roles]);
    expect(again).toMatchObject({code: 2, stdout: ""});
    expect(again.stderr).toMatch(/^ambiguous study: .*letters\.ts is there already; .*\n$/);
    expect(text("docs/letters.md")).toBe(before);
  });
});

describe("what it wrote", () => {
  let files: Readonly<Record<string, Uint8Array>>;
  let study: StudyDefinition;
  let closePage: () => void = () => undefined;

  beforeAll(async () => {
    const [, literal] = /defineStudy\(([\s\S]*)\);/.exec(text("src/data/studies/letters.ts"))!;
    study = defineStudy(evaluated(literal));
    vi.stubEnv("POOLHOUSE_DATA", at("data/raw"));
    vi.spyOn(process.stderr, "write").mockReturnValue(true);
    files = unzipSync(await report(study));
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    // Only now: the report is made where no page is, and a page where no disk is.
    closePage = openPage();
  });

  afterAll(() => closePage());

  const json = (name: string): unknown => JSON.parse(new TextDecoder().decode(files[name]));
  const bytes = (name: string): ArrayBuffer => files[`${name}.arrow`].slice().buffer;

  it("is a study whose models converge, on the file's rows", () => {
    const card = json("study.json") as StudyCard;
    expect(card.stand_in).toBe(false);
    expect(card.models.map(({unconverged}) => unconverged)).toEqual([""]);
    const counts = card.recodes.map(({rows}) => rows);
    expect([card.source.rows, counts[0]]).toEqual([900, 900]);
    expect(card.models[0].n).toBe(counts.at(-1));
  });

  it("is a page whose every section stands", async () => {
    const later = (name: string) => () => Promise.resolve(bytes(name));
    const page = new StudyPage(
      {
        study: json("study.json") as StudyCard,
        effects: bytes("effects"),
        parameters: bytes("parameters"),
        curves: bytes("curves")
      },
      {
        engine: () => Promise.reject(new Error("not in this test")),
        lens: later("lens"),
        draws: later("draws"),
        covariances: later("covariances"),
        cells: {Punkte_0_10: later("cells-Punkte_0_10")},
        choices: later("choices"),
        choiceEffects: later("choice-effects"),
        tables: () => Promise.resolve(json("tables.json") as TableCard[]),
        whole: {diagnostics: later("diagnostics")}
      } satisfies LaterFiles
    );
    const chosen = page.controls().value;
    for (const lens of ["groups", "average", "new"] as const) {
      const seen = await page.look({...chosen, lens}, page.population().value);
      expect(page.note(seen).textContent).not.toMatch(/could not be fetched/);
      expect(studyAnswer(page, seen)).toMatch(/effect|least squares/);
      expect(surenessText(page, seen)).not.toMatch(/NaN|undefined/);
      const nodes = [
        sections.AllGroups(page, seen),
        sections.ByCharacteristic(page, seen),
        sections.AnyTwoGroups(page, seen),
        sections.BesideLeastSquares(page, seen),
        record.WhatShiftsIt(page, seen),
        record.RefitHere(page),
        await record.WhatElseCouldBeChosen(page, seen),
        record.Diagnostics(page),
        record.Checks(page),
        record.DataAndModels(page),
        await record.TakeAlong(page)
      ];
      for (const node of nodes) expect(node.textContent).not.toMatch(/NaN|undefined|\[object/);
    }
  });

  it("finds whom the letters moved", () => {
    const card = json("study.json") as StudyCard;
    expect(card.models[0].facts.positive95).toBeGreaterThan(0);
    expect(study.describe({Schulart: "Haupt"})).toBe("Haupt");
  });
});

describe("wrong input", () => {
  it.each([
    ["no such file", ["a", "--data", "no.csv"], /^missing file: no\.csv; [^\n]*\n$/],
    [
      "three arms",
      ["a", "--data", "messy.csv", "--treatment", "Arm"],
      /ambiguous treatment: Arm has the values Anruf, Brief, Kontrolle; name two of them with --arms, [^\n]*\n$/
    ]
  ] as const)("%s: one sentence, and nothing is written", async (_why, args, sentence) => {
    const before = text(list);
    const {code, stdout, stderr} = await run(args);
    expect({code, stdout}).toEqual({code: 2, stdout: ""});
    expect(stderr).toMatch(sentence);
    expect(text(list)).toBe(before);
    expect(existsSync(at("docs/a.md"))).toBe(false);
  });
});
