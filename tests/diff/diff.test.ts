import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {readSite} from "../../src/check/site.js";
import {toArrow} from "../../src/data/arrow.js";
import {diffMarkdown} from "../../src/diff/markdown.js";
import {siteChange} from "../../src/diff/study-changes.js";
import {columnsOf} from "../../src/data/report/rows.js";
import {poolhouse} from "../cli/poolhouse.js";

interface Group {
  readonly group: string;
  readonly label: string;
  readonly mean: number;
  readonly n?: number;
  readonly half?: number;
  readonly positive?: number;
}

interface Model {
  readonly key?: string;
  readonly title?: string;
  readonly prior?: string;
  readonly advice?: readonly string[];
  readonly groups: readonly Group[];
  readonly unconverged?: string;
}

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "poolhouse-diff-"))));
afterEach(() => rmSync(folder, {recursive: true, force: true}));

/** Writes a site of one study with these models; returns its folder. */
function site(name: string, models: Readonly<Record<string, Model>>, sha256 = "a"): string {
  const place = join(folder, name);
  const data = join(place, "_file/data/tiny");
  mkdirSync(data, {recursive: true});
  writeFileSync(join(place, "index.html"), "<h1>Site</h1>");
  const card = {
    id: "tiny",
    title: "A tiny study",
    stand_in: false,
    outcome: {label: "Support", unit: "percentage points of support", factor: 100, digits: 1},
    source: {file: "tiny.csv", sha256: sha256.repeat(64)},
    recodes: [{name: "Rows", why: "", rows: 100, counts: {}}],
    versions: {poolhouse: "0.1.0", node: "20.0.0"},
    models: Object.entries(models).map(([id, {key, title, prior, advice, unconverged}]) => ({
      ...{id, title: title ?? `Model ${id}`, formula: "y ~ t", equations: [], family: "gaussian"},
      ...{n: 100, key: key ?? "k", unconverged: unconverged ?? ""},
      priors: [
        {class: "b", coef: "t", group: "", prior: "normal(0, 1)", source: "user"},
        {class: "sd", coef: "", group: "", prior: prior ?? "normal(0, 1)", source: "user"}
      ],
      sampler: {
        ...{method: "exact", chains: 4, draws: 1000, seed: "1", divergences: 0},
        ...{max_rhat: 1.001, min_ess_bulk: 3000, min_ess_tail: 2900}
      },
      advice: (advice ?? []).map((message) => ({
        ...{code: "W1", severity: "note", message, remedy: "Merge groups."}
      }))
    }))
  };
  writeFileSync(join(data, "study.0a1b.json"), JSON.stringify(card));
  const rows = Object.entries(models).flatMap(([model, {groups}]) =>
    groups.map(({group, label, mean, n = 50, half = 0.1, positive = 0.9}) => ({
      ...{model, group, label, n, p_positive: positive},
      ...{"partial.mean": mean, "partial.median": mean, "partial.sd": 0.05},
      ...{"partial.lower95": mean - half, "partial.upper95": mean + half}
    }))
  );
  writeFileSync(join(data, "effects.0a1b.arrow"), toArrow(columnsOf(rows)));
  return place;
}

const men = {group: "0", label: "men", mean: 0.2};
const women = {group: "1", label: "women", mean: 0.05};
const compare = (before: string, after: string) => siteChange(readSite(before), readSite(after));

describe("siteChange", () => {
  it("measures shifts in posterior sds of before, farthest first, and what went over zero", () => {
    const before = site("a", {one: {groups: [men, women]}});
    const after = site("b", {
      one: {
        groups: [
          {...men, mean: 0.21},
          {...women, mean: -0.1, positive: 0.03}
        ]
      }
    });
    const [{groups}] = compare(before, after).studies[0].models;
    expect(groups.shared.map(({group}) => group)).toEqual(["1", "0"]);
    expect(groups.shared[0].shift).toBeCloseTo(-3, 10);
    expect(groups.shared[0].crossed).toBeCloseTo(-0.87, 10);
    expect(groups.shared[1].shift).toBeCloseTo(0.2, 10);
  });

  it("says whose interval became clear of zero, and whose no longer is", () => {
    const before = site("a", {one: {groups: [men, women]}});
    const after = site("b", {
      one: {
        groups: [
          {...men, mean: 0.05},
          {...women, mean: 0.2}
        ]
      }
    });
    const [{groups}] = compare(before, after).studies[0].models;
    expect(Object.fromEntries(groups.shared.map(({group, clear}) => [group, clear]))).toEqual({
      ...{0: "lost", 1: "gained"}
    });
  });

  it("tells groups and models that only one of the two has", () => {
    const before = site("a", {one: {groups: [men]}, two: {groups: [men]}});
    const after = site("b", {one: {groups: [women]}, three: {groups: [men]}});
    const [study] = compare(before, after).studies;
    expect([study.added, study.removed]).toEqual([["Model three"], ["Model two"]]);
    const [{groups}] = study.models;
    expect(groups.added.map(({label}) => label)).toEqual(["women"]);
    expect(groups.removed.map(({label}) => label)).toEqual(["men"]);
  });
});

describe("diffMarkdown", () => {
  const markdown = (before: string, after: string) => diffMarkdown(compare(before, after));

  it("says in one sentence that nothing changed", () => {
    const models = {one: {groups: [men, women]}};
    expect(markdown(site("a", models), site("b", models))).toBe(
      "No number has moved, and no model, prior or data file has changed.\n"
    );
  });

  it("tells a new prior with what it did to whom", () => {
    const before = site("a", {one: {groups: [men, women]}});
    const after = site("b", {
      one: {
        ...{key: "new", prior: "normal(0, 0.5)", advice: ["Groups are small."]},
        groups: [men, {...women, mean: 0.15, n: 49, positive: 0.99}]
      }
    });
    const text = markdown(before, after);
    expect(text).toContain("- priors: `sd: normal(0, 1)` → `sd: normal(0, 0.5)`");
    expect(text).toContain(
      "1 of 2 moved by 0.05 posterior sd or more; the farthest by +2.00 sd (women)."
    );
    expect(text).toContain("The 95% interval is now clear of zero in “women”.");
    expect(text).toContain(
      "| women | 50 → 49 | +5.0 (−5.0 to +15.0) | +15.0 (+5.0 to +25.0) | +2.00 | 9% up |"
    );
    expect(text).not.toContain("| men |");
    expect(text).toContain("1 other group moved less.");
    expect(text).toContain("New advice W1: Groups are small. Merge groups.");
  });

  it("tells new data and lost trust", () => {
    const before = site("a", {one: {groups: [men]}});
    const after = site("b", {one: {unconverged: "R-hat 1.2", groups: [men]}}, "b");
    const text = markdown(before, after);
    expect(text).toMatch(/- data: `tiny.csv, sha256 a{64}` → `tiny.csv, sha256 b{64}`/);
    expect(text).toContain("- why the draws cannot be trusted: `they can` → `R-hat 1.2`");
    expect(text).toContain("None of 1 group has moved.");
  });

  it("lists ten groups and counts the rest", () => {
    const many = (by: number) =>
      Array.from({length: 14}, (_, i) => ({group: `${i}`, label: `g${i}`, mean: i + by}));
    const text = markdown(site("a", {one: {groups: many(0)}}), site("b", {one: {groups: many(1)}}));
    expect(text.match(/^\| g\d+ \|/gm)).toHaveLength(10);
    expect(text).toContain("4 other groups moved less.");
  });

  it("shows hostile labels as text", () => {
    const odd = {...men, label: "a | b <img src=x>\n# [c](d)"};
    const before = site("a", {one: {groups: [odd], title: "`x` *y*"}});
    const after = site("b", {one: {groups: [{...odd, mean: 1}], title: "`x` *y*"}});
    const text = markdown(before, after);
    expect(text).toContain("### \\`x\\` \\*y\\*");
    expect(text).toContain("| a \\| b \\<img src=x\\> \\# \\[c\\](d) |");
    expect(text).not.toMatch(/^# /m);
  });
});

describe("poolhouse diff", () => {
  it("prints Markdown, or JSON, of two sites", async () => {
    const before = site("a", {one: {groups: [men]}});
    const after = site("b", {one: {key: "new", groups: [{...men, mean: 0.3}]}});
    const run = await poolhouse(["diff", before, after], process.cwd());
    expect(run.code).toBe(0);
    expect(run.stdout).toBe(diffMarkdown(compare(before, after)));
    const {stdout} = await poolhouse(["diff", before, after, "--json"], process.cwd());
    expect(JSON.parse(stdout)).toEqual(JSON.parse(JSON.stringify(compare(before, after))));
  });

  it("says in a sentence what is missing", async () => {
    const none = join(folder, "none");
    const named = await poolhouse(["diff", none, none], process.cwd());
    expect([named.code, named.stderr]).toEqual([
      2,
      `missing site: ${none}; build it with npm run report\n`
    ]);
    const unbuilt = await poolhouse(["diff"], folder);
    expect([unbuilt.code, unbuilt.stderr]).toEqual([
      2,
      "missing site: dist; build it with npm run report\n"
    ]);
    site("dist", {one: {groups: [men]}});
    const first = await poolhouse(["diff"], folder);
    expect(first.code).toBe(2);
    expect(first.stderr).toMatch(
      /^missing site before: the results in dist are the first that were built here, .*; change a study or its data, run npm run report and ask again, or name .*\n$/
    );
  });
});
