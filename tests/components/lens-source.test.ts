import {describe, expect, it, vi} from "vitest";
import {toArrow} from "../../src/data/arrow.js";
import {summarize} from "../../src/engine/index.js";
import {reweighEffects} from "../../src/live/reweigh.js";
import {lensSource} from "../../src/components/lens-source.js";
import {sampleShares} from "../../src/components/population.js";
import {expectClose} from "../assert.js";
import {tie, voter} from "./effect-rows.js";
import {lensBytes, lensRow, rows} from "./lens-table.js";

const per = 40;
const chain = Float64Array.from({length: 3 * per}, (_, i) => 1 + Math.floor(i / per));
// Two chains have draws; a third is another model's.
const draws = rows.map((_, g) =>
  Float64Array.from({length: 3 * per}, (_value, i) =>
    i < 2 * per ? 0.1 * g + Math.sin(i * (g + 1)) / 20 : NaN
  )
);
const drawsBytes = Uint8Array.from(
  toArrow({
    ".chain": chain,
    ...Object.fromEntries(rows.map(({group}, g) => [`m:${group}`, draws[g]]))
  })
).buffer;
const table = lensBytes([
  lensRow("average", 0.2, 0.05),
  lensRow("average", 0.1, 0.05, {modifier: "voter", level: "Trump"}),
  lensRow("new", 0.3, 0.2),
  ...rows.map(({group}) => lensRow("new", 0.25, 0.2, {group}))
]);

function source(change: Partial<Parameters<typeof lensSource>[1]> = {}) {
  const files = {
    lens: vi.fn(() => Promise.resolve(table)),
    draws: vi.fn(() => Promise.resolve(drawsBytes)),
    engine: vi.fn(() => Promise.resolve({reweighEffects})),
    ...change
  };
  return {files, look: lensSource({effects: rows, modifiers: [voter, tie]}, files)};
}

/** The median of the average with these weights on the groups. */
function medianWith(weights: readonly number[]): number {
  const total = weights.reduce((sum, w) => sum + w, 0);
  const values = Float64Array.from({length: 2 * per}, (_, i) =>
    weights.reduce((sum, w, g) => sum + (w / total) * draws[g][i], 0)
  );
  return summarize(values, 2, per).q50;
}

describe("lensSource", () => {
  it("fetches nothing for these groups", async () => {
    const {files, look} = source();
    const {lens, problem} = await look({kind: "groups"});
    expect([lens.rows("m"), problem]).toEqual([rows, ""]);
    for (const file of Object.values(files)) expect(file).not.toHaveBeenCalled();
  });

  it("averages some of these groups by their rows, from draws fetched for it", async () => {
    const {files, look} = source();
    const {lens} = await look({kind: "groups"});
    const some = rows.slice(1, 3);
    const answer = await lens.together?.(some);
    const n = rows.map((row, g) => (g === 1 || g === 2 ? row.n : 0));
    expect(answer?.estimate.median).toBeCloseTo(medianWith(n), 6);
    expect(answer?.n).toBe(some[0].n + some[1].n);
    expect(files.lens).not.toHaveBeenCalled();
    expect((await look({kind: "new"})).lens.together).toBeUndefined();
  });

  it("fetches the table once for averages and new groups, neither draws nor engine", async () => {
    const {files, look} = source();
    const average = await look({kind: "average"});
    expect(average.lens.overall("m")?.estimate.median).toBe(0.2);
    expect(average.lens.levels("m")).toHaveLength(1);
    const renewed = await look({kind: "new"});
    expect(renewed.lens.rows("m").map(({rungs}) => rungs.partial?.median)).toEqual(
      rows.map(() => 0.25)
    );
    expect(files.lens).toHaveBeenCalledTimes(1);
    expect(files.draws).not.toHaveBeenCalled();
    expect(files.engine).not.toHaveBeenCalled();
  });

  it("averages a population from the draws; unedited, that is the sample", async () => {
    const {look} = source();
    const {lens, problem} = await look({kind: "reweighted", models: ["m"]});
    expect(problem).toBe("");
    const answer = lens.overall("m")!;
    expectClose(answer.estimate.median, medianWith(rows.map(({n}) => n)), {absolute: 1e-9});
    expect(answer).toMatchObject({
      draws: 2 * per,
      groups: 4,
      n: rows.reduce((sum, {n}) => sum + n, 0)
    });
    expect(lens.levels("m").map(({modifier, level}) => `${modifier} ${level}`)).toEqual([
      "voter Trump",
      "voter Clinton",
      "tie trade",
      "tie investment"
    ]);
  });

  it("puts all weight on the group that the shares leave", async () => {
    const {look} = source();
    const edited = [
      {modifier: voter, shares: [0, 100]},
      {modifier: tie, shares: [100, 0]}
    ];
    const {lens} = await look({kind: "reweighted", models: ["m"], edited});
    expectClose(lens.overall("m")!.estimate.median, medianWith([0, 0, 1, 0]), {absolute: 1e-12});
    expect(lens.levels("m").map(({level}) => level)).toEqual(["Clinton", "trade"]);
  });

  it("keeps the last population where shares cannot be met, and says why", async () => {
    const {look} = source();
    const third = {...voter, levels: [...voter.levels, "Other"]};
    const good = [{modifier: voter, shares: [50, 50]}];
    const before = await look({kind: "reweighted", models: ["m"], edited: good});
    const apart = lensSource({effects: rows, modifiers: [third, tie]}, source().files);
    const bad = [{modifier: third, shares: [40, 40, 20]}];
    const {lens, problem} = await apart({kind: "reweighted", models: ["m"], edited: bad});
    expect(problem).toBe(
      "unsupported share: Voter, Other has no group to stand for it; set its share to 0. The figures keep the last shares that could be met."
    );
    // Nothing was met before: the sample.
    expectClose(lens.overall("m")!.estimate.median, medianWith(rows.map(({n}) => n)), {
      absolute: 1e-9
    });
    expect(before.problem).toBe("");
  });

  it("shows these groups, says so, and tries again where a file does not come", async () => {
    let fail = true;
    const lens = vi.fn(() =>
      fail ? Promise.reject(new Error("offline")) : Promise.resolve(table)
    );
    const {look} = source({lens});
    const first = await look({kind: "average"});
    expect(first.lens.kind).toBe("groups");
    expect(first.problem).toMatch(/could not be fetched; these groups are shown/);
    fail = false;
    expect((await look({kind: "average"})).lens.kind).toBe("average");
  });
});

describe("sampleShares", () => {
  it("counts rows, in percent", () => {
    const n = rows.map((row) => row.n);
    const total = n.reduce((sum, x) => sum + x, 0);
    expectClose(
      sampleShares(voter, rows),
      [(100 * (n[0] + n[1])) / total, (100 * (n[2] + n[3])) / total],
      {
        absolute: 1e-12
      }
    );
  });
});
