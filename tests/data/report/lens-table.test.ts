import {beforeAll, describe, expect, it} from "vitest";
import {lensTables} from "../../../src/data/report/lens-table.js";
import type {FittedModel, StudyDefinition} from "../../../src/data/study.js";
import {
  averageEffects,
  fit,
  newGroupEffects,
  sharesOf,
  summarize,
  type Columns
} from "../../../src/engine/index.js";
import {poolRunner} from "../../../src/data/pool.js";
import {expectClose} from "../../assert.js";
import {fitTiny, rowsOf, tinyColumns, tinyStudy, unkept} from "./tiny-study.js";

const study = tinyStudy as StudyDefinition;
let fitted: FittedModel[];
let table: Columns;
let curves: Columns;

beforeAll(async () => {
  fitted = await fitTiny();
  ({rows: table, curves} = lensTables(study, fitted));
});

const under = (model: string, estimand: string) =>
  rowsOf(table, model).filter((row) => row.estimand === estimand);

describe("lensTables", () => {
  it("averages over all groups shown and over each level, with the groups' rows as shares", () => {
    const rows = under("slopes", "average");
    const {n} = fitted[0].fit.model.design.rows;
    expect(rows.map((row) => [row.modifier, row.level, row.n, row.groups])).toEqual([
      [null, null, n, 6],
      ["a", "No", expect.any(Number), 3],
      ["a", "Yes", expect.any(Number), 3],
      ["b", "Low", expect.any(Number), 2],
      ["b", "High", expect.any(Number), 2],
      ["b", "3", expect.any(Number), 2]
    ]);
    const sum = (modifier: string) =>
      rows
        .filter((row) => row.modifier === modifier)
        .reduce((total, row) => total + Number(row.n), 0);
    expect([sum("a"), sum("b")]).toEqual([n, n]);
  });

  it("summarises averages from all draws", () => {
    const {effects} = fitted[0].fit;
    const draws = effects.draws!;
    const yes = effects.groups.map(({values, n}) => (values.a === 1 ? n : 0));
    const expected = summarize(averageEffects(draws, sharesOf(yes)), 2, 300);
    const row = under("slopes", "average").find(({level}) => level === "Yes")!;
    expectClose(
      [row.median, row.mean, row.lower95, row.upper80, row.mcse_mean].map(Number),
      [expected.q50, expected.mean, expected["q2.5"], expected.q90, expected.mcse_mean],
      {absolute: 1e-14}
    );
  });

  it("leaves groups that are not shown out of averages", () => {
    // Of `equations` only groups with a treated row are shown: 5 of 6.
    const [all] = under("equations", "average");
    const shown = fitted[1].fit.effects.groups.filter(({n_treated}) => n_treated > 0);
    expect([all.groups, all.n]).toEqual([5, shown.reduce((n, group) => n + group.n, 0)]);
    expect(under("equations", "new").filter(({group}) => group !== null)).toHaveLength(5);
  });

  it("has a new group like each observed one, wider where a term is the group's own", () => {
    const {model, draws, effects, options} = fitted[0].fit;
    const news = newGroupEffects(model, draws, effects, {seed: "tiny", chains: options.chains});
    expect(news.redrawn).toEqual(["a:b"]);
    const rows = under("slopes", "new").filter(({group}) => group !== null);
    expect(rows.map(({group}) => group)).toEqual(effects.groups.map(({key}) => key));
    rows.forEach((row, g) => {
      const own = news.effects.groups[g];
      expect([row.median, row.upper95, row.redrawn]).toEqual([own.q50, own["q97.5"], 1]);
    });
  });

  it("mixes new groups over characteristics, for all and for each level", () => {
    const rows = under("slopes", "new").filter(({group}) => group === null);
    expect(rows.map(({level}) => level)).toEqual([null, "No", "Yes", "Low", "High", "3"]);
    // A mixture's mean is the mean of its parts, up to the error of 600 choices.
    const [all] = rows;
    const average = Number(under("slopes", "average")[0].mean);
    expect(Math.abs(Number(all.mean) - average)).toBeLessThan(
      (4 * Number(all.sd)) / Math.sqrt(300)
    );
    expect(Number(all.sd)).toBeGreaterThan(Number(under("slopes", "average")[0].sd));
  });

  it("has new groups like the observed ones where no term is a group's own", () => {
    const rows = under("constant", "new").filter(({group}) => group !== null);
    const {groups} = fitted[2].fit.effects;
    expect(rows.map(({median, redrawn}) => [median, redrawn])).toEqual(
      groups.map(({q50}) => [q50, 0])
    );
  });

  it("says nothing of groups themselves on the scale that effects.arrow is on", () => {
    expect(under("slopes", "group")).toEqual([]);
    expect(new Set(table.scale as string[])).toEqual(new Set(["link"]));
  });

  it("draws the curve of each new group's effect where a study asks for curves of effects", () => {
    expect(new Set(curves.model as string[])).toEqual(new Set(["slopes"]));
    expect(new Set(curves.variable as string[]).size).toBe(6);
  });

  it("tells effects on a 0/1 outcome on both scales", async () => {
    const data = {
      ...tinyColumns,
      y: (tinyColumns.y as Float64Array).map((y) => (y > 0.6 ? 1 : y < 9 ? 0 : y))
    };
    const {model} = fitted[0];
    const spec = {...model.spec, formula: "y ~ t + a + (1 + t | g)", family: "bernoulli"};
    const options = {chains: 2, warmup: 100, draws: 100, seed: "tiny"};
    const one = {
      model: {...model, spec},
      fit: await fit(spec, data, options, poolRunner({workers: 1})),
      columns: data,
      summed: null,
      ...unkept
    };
    const {rows} = lensTables(study, [one]);
    const response = rowsOf(rows, "slopes").filter(({scale}) => scale === "response");
    expect(response.filter(({estimand}) => estimand === "group")).toHaveLength(6);
    for (const {lower95, upper95} of response) {
      expect(Number(lower95)).toBeGreaterThan(-1);
      expect(Number(upper95)).toBeLessThan(1);
    }
    const link = rowsOf(rows, "slopes").filter(({scale}) => scale === "link");
    expect(link.map(({estimand}) => estimand)).not.toContain("group");
    const [overall] = link;
    const total = sharesOf(one.fit.effects.groups.map(({n}) => n));
    const average = averageEffects(one.fit.effects.draws!, total);
    expect(overall.median).toBe(summarize(average, 2, 100).q50);
  });
});
