import {describe, expect, it} from "vitest";
import {pairUp, toSlabs} from "../../src/components/pairing.js";
import type {ParameterRow} from "../../src/components/types.js";
import {estimate, triangle} from "./effect-rows.js";

function parameter(model: string, variable: string, median = 0): ParameterRow {
  return {
    ...estimate(median),
    model,
    variable,
    label: variable.toUpperCase(),
    class: "b",
    mcse_mean: 0,
    rhat: 1,
    ess_bulk: 1000,
    ess_tail: 1000
  };
}

const models = {published: "before", corrected: "after"};
const parameters = [
  parameter("after", "b", 0.4),
  parameter("before", "a", 0.1),
  parameter("before", "b", 0.2),
  parameter("other", "a", 0.9),
  parameter("after", "a", 0.3),
  parameter("after", "new", 0.5),
  parameter("before", "gone", 0.6)
];

describe("pairUp", () => {
  it("joins the coefficients that both models have, in the published model's order", () => {
    const pairs = pairUp(parameters, {...models, keep: () => true});
    expect(pairs.map(({key, label}) => [key, label])).toEqual([
      ["a", "A"],
      ["b", "B"]
    ]);
    expect(pairs.map(({published, corrected}) => [published.median, corrected.median])).toEqual([
      [0.1, 0.3],
      [0.2, 0.4]
    ]);
  });
  it("keeps what it is asked to keep", () => {
    const keep = ({variable}: ParameterRow): boolean => variable === "b";
    expect(pairUp(parameters, {...models, keep}).map(({key}) => key)).toEqual(["b"]);
    expect(pairUp(parameters, {...models, keep: () => false})).toEqual([]);
  });
  it("pairs nothing where one of the models is missing", () => {
    expect(pairUp(parameters, {...models, corrected: "none", keep: () => true})).toEqual([]);
    expect(pairUp([], {...models, keep: () => true})).toEqual([]);
  });
});

describe("toSlabs", () => {
  const pairs = pairUp(parameters, {...models, keep: () => true});
  it("makes two slabs a pair, the published one first", () => {
    const slabs = toSlabs(pairs, []);
    expect(slabs.map(({key, series, estimate: {median}}) => [key, series, median])).toEqual([
      ["a", "published", 0.1],
      ["a", "corrected", 0.3],
      ["b", "published", 0.2],
      ["b", "corrected", 0.4]
    ]);
  });
  it("gives each slab the curve of its own model", () => {
    const curves = ["after", "before", "other"].map((model, i) => ({
      ...triangle("a", i),
      model
    }));
    const slabs = toSlabs(pairs, curves);
    expect(slabs.slice(0, 2).map(({curve}) => curve?.model)).toEqual(["before", "after"]);
  });
  it("does without curves that the report lacks", () => {
    for (const slab of toSlabs(pairs, [])) expect(slab).not.toHaveProperty("curve");
  });
});
