import {beforeAll, describe, expect, it} from "vitest";
import {poolRunner} from "../../../src/data/pool.js";
import {originalTables} from "../../../src/data/studies/side-taking-means.js";
import {sideTakingModels} from "../../../src/data/studies/side-taking-models.js";
import {sideTakingRecodes, sideTakingSource} from "../../../src/data/studies/side-taking.js";
import {toColumns} from "../../../src/data/table.js";
import {fit, type Columns, type Fit} from "../../../src/engine/index.js";
import {expectClose} from "../../assert.js";
import {hasRealData, recodeRealData, recodeStandIn} from "./real-data.js";

const isReal = hasRealData(sideTakingSource);

/** Fits too short for their numbers to be used: the tables of the original need none of them. */
async function tablesOf(columns: Columns): Promise<Readonly<Record<string, Columns>>> {
  const fits = new Map<string, Fit>();
  for (const {id, spec} of sideTakingModels.slice(0, 2)) {
    const options = {chains: 1, warmup: 20, draws: 20};
    fits.set(id, await fit(spec, columns, options, poolRunner({workers: 1})));
  }
  return originalTables(columns, fits);
}

const numbers = (table: Columns, name: string) => table[name] as Float64Array;

const cells = ["Investment", "Trade"].flatMap((tie) =>
  ["Trump voters", "Clinton voters"].flatMap((voter) =>
    ["Russia", "Germany"].map((country) => [tie, voter, country])
  )
);

const pairs = ["Investment", "Trade"].flatMap((tie) => [
  [tie, "Trump voters", "Russia", "Germany"],
  [tie, "Clinton voters", "Russia", "Germany"],
  [tie, "Russia", "Trump voters", "Clinton voters"],
  [tie, "Germany", "Trump voters", "Clinton voters"]
]);

describe.runIf(isReal)("originalTables on the REAL data", () => {
  let means: Columns;
  let tests: Columns;

  beforeAll(async () => {
    const {table} = recodeRealData(sideTakingSource, sideTakingRecodes);
    ({means, tests} = await tablesOf(toColumns(table)));
  });

  // Bush and Prather 2020, Tables 6 and 7, to three digits from R.
  it("gives the means and numbers of the article's Tables 6 and 7", () => {
    expectClose(
      numbers(means, "original.mean"),
      [2.36, 2.821, 2.065, 3.407, 3, 2.419, 2.645, 3.355],
      {absolute: 5e-4}
    );
    expect([...numbers(means, "n")]).toEqual([25, 28, 31, 27, 24, 31, 31, 31]);
  });

  // The article's Tables 6 and 7, with the digits that R's t.test(var.equal = TRUE) rounds to.
  it("gives the article's t tests, with equal variances", () => {
    const t = numbers(tests, "t");
    const p = numbers(tests, "p");
    expectClose(t.subarray(0, 1), [-2.355], {absolute: 5e-4});
    expectClose(t.subarray(1), [-8.07, 1.66, -3.19, 2.61, -3.41, 1.48, -4.85], {absolute: 5e-3});
    expectClose([p[0], p[2], p[3]], [0.022, 0.1, 0.0024], {relative: 0.05});
    expectClose([p[4], p[5], p[6]], [0.012, 0.0012, 0.14], {relative: 0.05});
    // Far beyond any threshold that the article marks.
    expect(Math.max(p[1], p[7])).toBeLessThan(1e-4);
  });

  it("counts two degrees of freedom less than there are rows", () => {
    const n = [25 + 28, 31 + 27, 25 + 31, 28 + 27, 24 + 31, 31 + 31, 24 + 31, 31 + 31];
    expect([...numbers(tests, "df")]).toEqual(n.map((rows) => rows - 2));
  });
});

describe(`originalTables on the STAND-IN (the real data are ${isReal ? "" : "NOT "}at hand)`, () => {
  let columns: Columns;
  let means: Columns;
  let tests: Columns;

  beforeAll(async () => {
    columns = toColumns(recodeStandIn(sideTakingSource, sideTakingRecodes).table);
    ({means, tests} = await tablesOf(columns));
  });

  it("has a row per tie, voter and country, and one per comparison", () => {
    const rows = (table: Columns, names: string[]) =>
      Array.from({length: table.tie.length}, (_, i) => names.map((name) => table[name][i]));
    expect(rows(means, ["tie", "voter", "country"])).toEqual(cells);
    expect(rows(tests, ["tie", "among", "first", "second"])).toEqual(pairs);
  });

  it("counts everyone who saw side-taking once", () => {
    const treated = (columns.s as Float64Array).filter((s) => s === 1).length;
    expect(numbers(means, "n").reduce((a, b) => a + b, 0)).toBe(treated);
  });

  it("compares the means that stand in the other table", () => {
    const mean = numbers(means, "original.mean");
    const difference = numbers(tests, "difference");
    const expected = [0, 4].flatMap((k) => [
      mean[k] - mean[k + 1],
      mean[k + 2] - mean[k + 3],
      mean[k] - mean[k + 2],
      mean[k + 1] - mean[k + 3]
    ]);
    expectClose(difference, expected, {absolute: 1e-12});
  });

  it("sets both models' means beside the original's, limits in order", () => {
    for (const source of ["original", "published", "corrected"]) {
      const at = (cell: string) => numbers(means, `${source}.${cell}`);
      for (let i = 0; i < cells.length; ++i) {
        const limits = ["lower95", "lower50", "median", "upper50", "upper95"].map((c) => at(c)[i]);
        expect(limits).toEqual(limits.toSorted((a, b) => a - b));
        expect(at("mean")[i]).toBeGreaterThan(1);
        expect(at("mean")[i]).toBeLessThan(4);
      }
    }
  });

  it("refuses a study without the two models", () => {
    expect(() => originalTables(columns, new Map())).toThrow("missing fit: published-2023; ");
  });
});
