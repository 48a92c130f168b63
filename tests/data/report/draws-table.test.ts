import {beforeAll, describe, expect, it} from "vitest";
import {drawsTable} from "../../../src/data/report/draws-table.js";
import type {FittedModel} from "../../../src/data/study.js";
import {variableView, type Columns} from "../../../src/engine/index.js";
import {fitTiny} from "./tiny-study.js";

let fitted: FittedModel[];

beforeAll(async () => {
  fitted = await fitTiny();
});

const numbers = (table: Columns, name: string) => table[name] as Float64Array;

describe("drawsTable", () => {
  it("has .chain, .iteration and a column per model and group shown", () => {
    const names = Object.keys(drawsTable(fitted.slice(0, 2)));
    expect(names.slice(0, 3)).toEqual([".chain", ".iteration", "slopes:0_1"]);
    expect(names).toHaveLength(2 + 6 + 5);
  });

  it("keeps 250 draws of a chain, counted from one within each", () => {
    const table = drawsTable(fitted.slice(0, 2));
    const chain = numbers(table, ".chain");
    expect(chain).toHaveLength(3 * 250);
    expect([chain[0], chain[249], chain[250], chain.at(-1)]).toEqual([1, 1, 2, 3]);
    const iteration = numbers(table, ".iteration");
    expect([iteration[0], iteration[249], iteration[250]]).toEqual([1, 250, 1]);
  });

  it("thins evenly: the k-th kept draw is the ⌊k × draws / kept⌋-th of its chain", () => {
    const kept = numbers(drawsTable([fitted[0]]), "slopes:1_2");
    const all = variableView(fitted[0].fit.effects.draws!, 4);
    const expected = [0, 1].flatMap((chain) =>
      Array.from({length: 250}, (_, k) => all[chain * 300 + Math.floor(k * 1.2)])
    );
    expect([...kept]).toEqual(expected);
    expect(new Set(kept.subarray(0, 250)).size).toBe(250);
  });

  it("marks chains that a model does not have as missing", () => {
    const kept = numbers(drawsTable(fitted.slice(0, 2)), "slopes:0_1");
    expect(kept.subarray(0, 500).some(Number.isNaN)).toBe(false);
    expect(kept.subarray(500).every(Number.isNaN)).toBe(true);
  });

  it("keeps no draw twice when a chain has fewer than 250", () => {
    const table = drawsTable([fitted[2]]);
    expect(numbers(table, ".iteration")).toHaveLength(100);
    expect(numbers(table, "constant:0_1")).toEqual(variableView(fitted[2].fit.effects.draws!, 0));
  });
});
