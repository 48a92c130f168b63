import {makeVector, Table, tableToIPC, vectorFromArray} from "apache-arrow";
import {describe, expect, it} from "vitest";
import {readReport} from "../../src/components/report.js";
import type {StudyCard} from "../../src/components/study-types.js";

const limits = [50, 80, 90, 95];
const study = {
  modifiers: [
    {name: "race", label: "race", levels: ["white", "nonwhite"]},
    {name: "region", label: "region", levels: ["Asia"]}
  ]
} as unknown as StudyCard;

/** As the loaders write it: by the full Arrow library, which the pages do not load. */
function bytes(columns: Record<string, unknown>): ArrayBuffer {
  const vectors = Object.entries(columns).map(([name, values]) => [
    name,
    values instanceof Float32Array || values instanceof Float64Array
      ? makeVector(values)
      : vectorFromArray(values as (string | null)[])
  ]);
  const table = new Table(Object.fromEntries(vectors) as Record<string, never>);
  return Uint8Array.from(tableToIPC(table, "stream")).buffer;
}

function rung(name: string, median: readonly number[]): Record<string, Float64Array> {
  const at = (shift: number): Float64Array => Float64Array.from(median, (m) => m + shift);
  return {
    [`${name}.median`]: at(0),
    [`${name}.mean`]: at(0.01),
    [`${name}.sd`]: at(1),
    ...Object.fromEntries(limits.map((width) => [`${name}.lower${width}`, at(-width / 100)])),
    ...Object.fromEntries(limits.map((width) => [`${name}.upper${width}`, at(width / 100)]))
  };
}

const effects = bytes({
  model: ["a", "a", "b"],
  group: ["1", "0", "Asia"],
  label: ["white", "nonwhite", "Asia"],
  race: ["white", "nonwhite", null],
  region: [null, null, "Asia"],
  n: Float64Array.of(10, 20, 30),
  n_treated: Float64Array.of(4, 9, 15),
  n_control: Float64Array.of(6, 11, 15),
  p_positive: Float64Array.of(0.9, 0.5, 1),
  pooling: Float64Array.of(0.3, NaN, 1),
  rhat: Float64Array.of(1, 1.01, 1),
  ess_bulk: Float64Array.of(400, 500, 600),
  ...rung("partial", [0.3, -0.1, 0.2]),
  ...rung("saturated", [0.4, NaN, 0.2])
});

const parameters = bytes({
  model: ["a"],
  variable: ["b_alliance"],
  label: ["Alliance"],
  class: ["b"],
  mean: Float64Array.of(0.31),
  sd: Float64Array.of(0.04),
  ...Object.fromEntries(
    [2.5, 5, 10, 25, 50, 75, 90, 95, 97.5].map((q) => [`q${q}`, Float64Array.of(q)])
  ),
  mcse_mean: Float64Array.of(0.001),
  rhat: Float64Array.of(1.001),
  ess_bulk: Float64Array.of(900),
  ess_tail: Float64Array.of(800)
});

const curves = bytes({
  model: ["a", "a", "a", "a", "b", "b"],
  variable: ["sigma", "sigma", "tau", "tau", "tau", "tau"],
  x: Float32Array.of(0, 1, 2, 3, 4, 5),
  density: Float32Array.of(0.5, 0.25, 1, 2, 3, 4)
});

const report = readReport({study, effects, parameters, curves});

describe("readReport", () => {
  it("reads one row a group and model, with the rungs that the table holds", () => {
    expect(report.effects).toHaveLength(3);
    const [first] = report.effects;
    expect(first).toMatchObject({model: "a", group: "1", label: "white", n: 10, n_treated: 4});
    expect(Object.keys(first.rungs)).toEqual(["saturated", "partial"]);
    expect(first.rungs.partial).toEqual({
      median: 0.3,
      mean: 0.3 + 0.01,
      sd: 1.3,
      lower: {50: 0.3 - 0.5, 80: 0.3 - 0.8, 90: 0.3 - 0.9, 95: 0.3 - 0.95},
      upper: {50: 0.3 + 0.5, 80: 0.3 + 0.8, 90: 0.3 + 0.9, 95: 0.3 + 0.95}
    });
  });
  it("gives each row the levels of its own model's modifiers only", () => {
    expect(report.effects.map(({levels}) => levels)).toEqual([
      {race: "white"},
      {race: "nonwhite"},
      {region: "Asia"}
    ]);
  });
  it("keeps what cannot be estimated as NaN", () => {
    expect(report.effects[1].rungs.saturated!.median).toBeNaN();
    expect(report.effects[1].pooling).toBeNaN();
  });
  it("reads limits of parameters from their quantiles", () => {
    expect(report.parameters).toEqual([
      {
        model: "a",
        variable: "b_alliance",
        label: "Alliance",
        class: "b",
        median: 50,
        mean: 0.31,
        sd: 0.04,
        lower: {50: 25, 80: 10, 90: 5, 95: 2.5},
        upper: {50: 75, 80: 90, 90: 95, 95: 97.5},
        mcse_mean: 0.001,
        rhat: 1.001,
        ess_bulk: 900,
        ess_tail: 800
      }
    ]);
  });
  it("cuts curves where the variable or the model changes, though the grid runs on", () => {
    expect(report.curves.map(({model, variable}) => [model, variable])).toEqual([
      ["a", "sigma"],
      ["a", "tau"],
      ["b", "tau"]
    ]);
    expect(report.curves[1].x).toEqual(Float32Array.of(2, 3));
    expect(report.curves[2].density).toEqual(Float32Array.of(3, 4));
  });
  it("shares the curves' numbers instead of copying them", () => {
    expect(report.curves[0].x.buffer).toBe(report.curves[2].x.buffer);
  });
  it("does without curves", () => {
    expect(readReport({study, effects, parameters}).curves).toEqual([]);
  });
});
