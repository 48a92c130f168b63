import {beforeAll, describe, expect, it} from "vitest";
import {toArrow} from "../../../src/data/arrow.js";
import {chainsTables, shownRows} from "../../../src/data/report/chains-tables.js";
import type {FittedModel, StudyDefinition} from "../../../src/data/study.js";
import {fit, runChainsInTurn, variableIndex, variableView} from "../../../src/engine/index.js";
import {fitTiny, rowsOf, tinyColumns, tinyStudy, unkept} from "./tiny-study.js";

const study = tinyStudy as StudyDefinition;
let fitted: FittedModel[];
let nuts: FittedModel;

beforeAll(async () => {
  fitted = await fitTiny();
  const model = {...study.models[0], id: "by-nuts"};
  const options = {...model.sampler, method: "nuts"} as const;
  const one = await fit(model.spec, tinyColumns, options, runChainsInTurn);
  nuts = {model, fit: one, columns: tinyColumns, summed: null, ...unkept};
});

describe("shownRows", () => {
  it("keeps the scales, the worst of all, and the largest, smallest and rarest effects", () => {
    const names = shownRows(study, fitted[0]).map(({variable}) => variable);
    const {groups} = fitted[0].fit.effects;
    const largest = groups.reduce((a, b) => (b.mean > a.mean ? b : a)).key;
    const smallest = groups.reduce((a, b) => (b.mean < a.mean ? b : a)).key;
    const rarest = groups.reduce((a, b) => (b.n < a.n ? b : a)).key;
    for (const key of [largest, smallest, rarest]) expect(names).toContain(`effect:${key}`);
    for (const name of ["sigma", "sd_a__t", "sd_a:b__Intercept"]) expect(names).toContain(name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeLessThan(20);
  });
});

describe("chainsTables", () => {
  it("thins each chain evenly and rounds to less than a pixel", () => {
    const {traces} = chainsTables(study, fitted);
    const rows = rowsOf(traces, "slopes").filter((row) => row.variable === "sigma");
    const {draws} = fitted[0].fit;
    const all = variableView(draws, variableIndex(draws, "sigma"));
    const spread = Math.max(...all) - Math.min(...all);
    expect(rows).toHaveLength(2 * 100);
    for (const {chain, iteration, value} of rows) {
      const own = all[(Number(chain) - 1) * 300 + Number(iteration) - 1];
      expect(Math.abs(Number(value) - own)).toBeLessThan(spread / 400);
    }
    expect(rows.slice(0, 3).map(({iteration}) => iteration)).toEqual([1, 4, 7]);
  });

  it("counts every draw of the run in the bins of its chain", () => {
    const {ranks} = chainsTables(study, fitted);
    const rows = rowsOf(ranks, "equations").filter((row) => row.variable === "sigma");
    for (const chain of [1, 2, 3]) {
      const own = rows.filter((row) => row.chain === chain);
      expect(own).toHaveLength(20);
      expect(own.reduce((sum, {count}) => sum + Number(count), 0)).toBe(260);
      expect(own[0].expected).toBe(13);
    }
  });

  it("has energies where NUTS has them, as densities, and none of exact draws", () => {
    const {energy} = chainsTables(study, [fitted[2], nuts]);
    expect(rowsOf(energy, "constant")).toEqual([]);
    for (const kind of ["energy", "change"]) {
      const rows = rowsOf(energy, "by-nuts").filter((row) => row.kind === kind);
      const step = Number(rows[1].x) - Number(rows[0].x);
      const mass = rows.reduce((sum, {density}) => sum + step * Number(density), 0);
      expect(mass).toBeCloseTo(1, 2);
      // Energies are taken about their mean, and changes go up as often as down.
      const centre = rows.reduce(
        (sum, {x, density}) => sum + step * Number(x) * Number(density),
        0
      );
      expect(Math.abs(centre)).toBeLessThan(0.5);
    }
  });

  it("has a trace for whatever has ranks", () => {
    const {traces, ranks} = chainsTables(study, fitted);
    const names = (table: typeof traces) => new Set(table.variable as readonly string[]);
    expect(names(traces)).toEqual(names(ranks));
  });

  it("gives the same bytes each time", () => {
    const bytes = () => Object.values(chainsTables(study, fitted)).map((table) => toArrow(table));
    expect(bytes()).toEqual(bytes());
  });
});
