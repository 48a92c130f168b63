import {beforeAll, describe, expect, it} from "vitest";
import {convergenceTable, judgedRows} from "../../../src/data/report/convergence-table.js";
import {effectsTable} from "../../../src/data/report/effects-table.js";
import {sumStudy} from "../../../src/data/report/study-cells.js";
import type {FittedModel, StudyDefinition} from "../../../src/data/study.js";
import {fit, runChainsInTurn} from "../../../src/engine/index.js";
import {fitTiny, rowsOf, tinyColumns, tinyStudy, unkept} from "./tiny-study.js";

const study = tinyStudy as StudyDefinition;
let fitted: FittedModel[];

beforeAll(async () => {
  fitted = await fitTiny();
});

describe("judgedRows", () => {
  it("has every parameter, level and group effect that the verdict is on, once", () => {
    for (const one of fitted) {
      const rows = judgedRows(study, one);
      const {parameters, effects} = one.fit;
      expect(new Set(rows.map(({variable}) => variable)).size).toBe(rows.length);
      expect(rows).toHaveLength(parameters.length + effects.groups.length);
    }
  });

  it("holds the numbers that the verdict quotes", () => {
    for (const one of fitted) {
      const rows = judgedRows(study, one);
      const {max_rhat, min_ess_bulk, min_ess_tail, reasons} = one.fit.diagnostics;
      expect(Math.max(...rows.map(({rhat}) => rhat))).toBe(max_rhat);
      expect(Math.min(...rows.map(({ess_bulk}) => ess_bulk))).toBe(min_ess_bulk);
      expect(Math.min(...rows.map(({ess_tail}) => ess_tail))).toBe(min_ess_tail);
      expect(rows.some(({missed}) => missed !== "")).toBe(reasons.length > 0);
    }
  });

  it("puts what misses a limit first and says which", () => {
    const [first, ...others] = judgedRows(study, fitted[2]);
    // A hundred draws in all have no effective size of 400.
    expect(first.missed).toContain("bulk size");
    expect(first.strain).toBeGreaterThan(1);
    expect(others.every(({strain}, i) => strain <= [first, ...others][i].strain)).toBe(true);
  });

  it("names groups in the words of the study", () => {
    const rows = judgedRows(study, fitted[0]);
    expect(rows.find(({variable}) => variable === "effect:0_1")?.label).toBe(
      "Effect in the group: No and Low"
    );
  });
});

describe("judgedRows of a fit to cells", () => {
  it("names each group and level as the table of effects does", async () => {
    const [first] = tinyStudy.models;
    const model = {
      ...first,
      // The third level of `b` has no words, and its cells come first.
      live: {cells: "all", groups: {kind: "crossed" as const, modifiers: ["a", "b"]}}
    };
    const answered = Object.fromEntries(
      Object.entries(tinyColumns).map(([name, column]) => [name, column.slice(2)])
    );
    const cells = sumStudy({cells: {all: ["b", "t", "a"]}, models: [model]}, answered);
    const {data, specs} = cells.get("all")!;
    const summed = {spec: specs.get("slopes")!, data};
    const options = {chains: 1, warmup: 100, draws: 100, seed: "cells"};
    const one: FittedModel = {
      model,
      fit: await fit(summed.spec, data, options, runChainsInTurn),
      columns: data.columns,
      summed,
      ...unkept
    };
    const labels = new Map(judgedRows(study, one).map(({variable, label}) => [variable, label]));
    const effects = rowsOf(effectsTable(study, [one], tinyColumns), "slopes");
    expect(effects.length).toBe(6);
    for (const {group, label} of effects)
      expect(labels.get(`effect:${String(group)}`)).toBe(`Effect in the group: ${String(label)}`);
    for (const [a, word] of ["No", "Yes"].entries())
      expect(labels.get(`r_a[${String(a)},t]`)).toBe(`${word}: deviation of the effect`);
  });
});

describe("convergenceTable", () => {
  it("keeps what is read of each model's rows, in their order", () => {
    const rows = rowsOf(convergenceTable(study, fitted), "equations");
    const judged = judgedRows(study, fitted[1]);
    expect(rows.map((row) => row.variable)).toEqual(judged.map((row) => row.variable));
    expect(rows[0].ess_bulk).toBe(Math.round(judged[0].ess_bulk));
    expect(rows[0].rhat).toBeCloseTo(judged[0].rhat, 4);
    expect(Object.keys(rows[0])).not.toContain("mean");
  });
});
