import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {unzipSync} from "fflate";
import {afterAll, beforeAll, describe, expect, it, vi, type MockInstance} from "vitest";
import {fromArrow, type ArrowTable} from "../../../src/data/arrow.js";
import {version} from "../../../src/data/key.js";
import {report} from "../../../src/data/report/report.js";
import {sideTakingRecodes, sideTakingSource} from "../../../src/data/studies/side-taking.js";
import type {StudyDefinition, StudyModel} from "../../../src/data/study.js";
import type {StudyCard} from "../../../src/components/study-types.js";
import type {TableCard} from "../../../src/components/table-types.js";

const model: StudyModel = {
  id: "short",
  title: "Short",
  status: "comparison",
  origin: "A test.",
  spec: {
    formula: "ipe_support ~ 1 + s + (1 + s | w2_vote_hill:woman)",
    priors: ["b: normal(0, 1)", "sd: normal(0, 1)"],
    treatment: "s",
    by: ["w2_vote_hill", "woman"]
  },
  ols: {
    additive: {formula: "ipe_support ~ s * (w2_vote_hill + woman)"},
    saturated: {formula: "ipe_support ~ s * (w2_vote_hill * woman)"}
  },
  curves: {parameters: ["b_s"], effects: true},
  sampler: {chains: 2, warmup: 60, draws: 50, seed: "report"},
  signedOff: "Short on purpose."
};

const study: StudyDefinition = {
  id: "side-taking",
  title: "A study of a stand-in",
  source: sideTakingSource,
  preparedFile: "prepared.csv",
  recodes: sideTakingRecodes,
  outcome: {label: "Support", unit: "points", factor: 1, digits: 2},
  modifiers: Object.fromEntries(
    ["w2_vote_hill", "woman"].map((name) => [
      name,
      {
        label: name,
        levels: [
          [0, `no ${name}`],
          [1, name]
        ] as const
      }
    ])
  ),
  describe: ({w2_vote_hill: vote, woman}) => `${vote}, ${woman}`,
  models: [model],
  claims: [
    {
      ...{claim: "A claim.", where: "A test", topic: "effect"},
      test: ({fits, columns}) => ({
        verdict: "weakened",
        published: `${fits.size} fit`,
        corrected: `${columns.s.length} rows`
      })
    }
  ],
  tables: (columns, fits) => ({own: {rows: Float64Array.of(columns.s.length, fits.size)}}),
  tableWords: {own: {each: "one row for every count", columns: {rows: "A count"}}}
};

const home = process.cwd();
let folder: string;
let stderr: MockInstance<typeof process.stderr.write>;
let bytes: Uint8Array;
let files: Record<string, Uint8Array>;
let card: StudyCard & Record<string, unknown>;

const text = (name: string) => new TextDecoder().decode(files[name]);
const table = (name: string): ArrowTable => fromArrow(files[`${name}.arrow`]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "poolhouse-report-"));
  // No data here: neither in data/raw, nor in a folder, nor on the network.
  process.chdir(folder);
  vi.stubEnv("POOLHOUSE_DATA", "");
  vi.stubEnv("POOLHOUSE_OFFLINE", "1");
  stderr = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  bytes = await report(study);
  files = unzipSync(bytes);
  card = JSON.parse(text("study.json")) as typeof card;
});

afterAll(() => {
  process.chdir(home);
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, {recursive: true});
});

describe("report", () => {
  it("holds all tables, the study's own beside them, and the card", () => {
    expect(Object.keys(files)).toEqual([
      ...["effects.arrow", "parameters.arrow", "curves.arrow", "diagnostics.arrow", "draws.arrow"],
      ...["lens.arrow", "lens-curves.arrow", "traces.arrow", "ranks.arrow", "energy.arrow"],
      ...["convergence.arrow", "priors.arrow", "prior-curves.arrow"],
      ...["covariances.arrow", "own.arrow", "study.json", "tables.json"]
    ]);
    expect(table("own").columns).toEqual({rows: Float64Array.of(card.models[0].n, 1)});
  });

  it("is the same byte by byte when it is made again", async () => {
    expect(Buffer.from(await report(study)).equals(bytes)).toBe(true);
  });

  it("marks every table, and the card, as made from a stand-in, under one key", () => {
    const note = expect.stringMatching(/^Simulated rows: .*Nothing here is a finding\.$/) as string;
    for (const name of ["effects", "parameters", "curves", "diagnostics", "draws", "lens", "own"]) {
      const {metadata} = table(name);
      expect({name, ...metadata}).toEqual({name, key: card.key, study: study.id, stand_in: note});
    }
    expect(card).toMatchObject({stand_in: true, stand_in_note: note});
  });

  it("says in words what every column of every table holds", () => {
    const cards = JSON.parse(text("tables.json")) as TableCard[];
    // Those that pages compute from are no tables for readers.
    const inner =
      /^(?:lens|lens-curves|traces|ranks|energy|convergence|priors|prior-curves|covariances)\.arrow$/;
    const names = Object.keys(files).filter((file) => file.endsWith(".arrow") && !inner.test(file));
    expect(cards.map(({name}) => `${name}.arrow`).sort()).toEqual(names.sort());
    for (const {name, rows, columns} of cards) {
      const own = Object.entries(table(name).columns);
      expect(rows, name).toBe(own[0][1].length);
      expect(
        columns.reduce((sum, {count}) => sum + count, 0),
        name
      ).toBe(own.length);
      for (const {meaning} of columns) expect(meaning.length, name).toBeGreaterThan(5);
    }
  });

  it("has another key when a model changes", async () => {
    const changed = {...model, spec: {...model.spec, priors: ["b: normal(0, 2)"]}};
    const other = unzipSync(await report({...study, models: [changed]}));
    const otherCard = JSON.parse(new TextDecoder().decode(other["study.json"])) as StudyCard;
    expect(otherCard.key).not.toBe(card.key);
    expect(otherCard.models[0].key).not.toBe(card.models[0].key);
  });

  it("tells of progress on stderr, one line per model", () => {
    const lines = stderr.mock.calls.map(([line]) => String(line));
    expect(lines[0]).toMatch(/^side-taking\/short: .+ \(\d+\.\d s\)\n$/);
  });
});

describe("study.json", () => {
  it("says what the study is, where its data come from, and what they went through", () => {
    const {bytes: size, sha256, file} = sideTakingSource;
    expect(card).toMatchObject({
      ...{id: study.id, title: study.title, outcome: study.outcome},
      source: {file, bytes: size, sha256, licence: sideTakingSource.licence},
      versions: {poolhouse: version, node: process.versions.node}
    });
    expect(card.source.urls[0]).toBe("https://doi.org/10.7910/DVN/AD8CKP");
    expect(card.recodes.map(({name}) => name)).toEqual(sideTakingRecodes.map(({name}) => name));
    expect(card.recodes.at(-1)?.rows).toBe(card.models[0].n);
  });

  it("lists modifiers and their levels in the order to show them", () => {
    expect(card.modifiers[1]).toEqual({
      name: "woman",
      label: "woman",
      levels: ["no woman", "woman"]
    });
  });

  it("gives each model's text, priors with their source, sampler and diagnostics", () => {
    const [own] = card.models;
    expect(own).toMatchObject({
      ...{id: "short", title: "Short", status: "comparison", origin: "A test."},
      ...{formula: model.spec.formula, equations: [], family: "gaussian"},
      sampler: {chains: 2, warmup: 60, draws: 50, seed: "report"}
    });
    const sources = new Map(own.priors.map((row) => [row.class, row.source]));
    expect(Object.fromEntries(sources)).toEqual({
      ...{Intercept: "default", b: "user", sd: "user", cor: "default", sigma: "default"}
    });
    expect(own.cells).toBeGreaterThan(0);
    for (const name of ["max_rhat", "min_ess_bulk", "min_ess_tail", "divergences"] as const) {
      expect(typeof own.sampler[name], name).toBe("number");
    }
  });

  it("marks a fit that missed a limit, with the reason and the author's", () => {
    const [own] = card.models;
    // 100 draws cannot have an effective size of 400.
    expect(own.unconverged).toMatch(/ESS \d/);
    expect(own.signed_off).toBe("Short on purpose.");
    expect(own.advice.map(({code}) => code)).toContain("W23");
  });

  it("quotes facts", () => {
    const [own] = card.models;
    expect(own.facts).toMatchObject({groups: 4, rows: own.n, pairs: 6});
  });

  it("tries no published claim on simulated rows", () => {
    expect(card.claims).toEqual([]);
  });
});
