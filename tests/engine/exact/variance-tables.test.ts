import {describe, expect, it} from "vitest";
import {gatherClasses} from "../../../src/engine/exact/one-factor.js";
import {varianceTables} from "../../../src/engine/exact/variance-tables.js";
import {experiment, modelOf, sampled} from "./small-models.js";

const all = experiment("tables");

const tablesOf = (formula: string, priors: string[] = []) => {
  const model = sampled(modelOf({formula, priors: ["Intercept: flat", ...priors]}, all));
  const make = () => varianceTables(model, gatherClasses(model.cells));
  return {make, dims: make().map(({dim}) => dim)};
};

describe("varianceTables", () => {
  it.each([
    {formula: "y ~ x", dims: [1]},
    {formula: "y ~ x + (1 | f)", dims: [2]},
    {formula: "y ~ x + (1 + t || f)", dims: [3]},
    {formula: "y ~ x + t", priors: ["b: student_t(3, 0, 1)"], dims: [1, 1, 1]},
    {formula: "y ~ x + (1 | f)", priors: ["b: cauchy(0, 1)"], dims: [2, 1]}
  ])(
    "are of all variances, and of each heavy tail: $formula, $priors",
    ({formula, priors, dims}) => {
      expect(tablesOf(formula, priors).dims).toEqual(dims);
    }
  );

  it("are made once for a model, whose chains share them", () => {
    const {make} = tablesOf("y ~ x + (1 | f)");
    expect(make()).toBe(make());
    expect(tablesOf("y ~ x + (1 | f)").make()).not.toBe(make());
  });

  it("are refused where the density has no end", () => {
    const one = {...all, f: (all.f as string[]).map((level) => (level === "d" ? "b" : "a"))};
    const spec = {formula: "y ~ x + (1 | f)", priors: ["sd: flat", "Intercept: flat"]};
    const model = sampled(modelOf(spec, one));
    expect(() => varianceTables(model, gatherClasses(model.cells))).toThrow(
      /^invalid posterior: the density of the scales has no integral; give class sd and sigma proper priors/
    );
  });
});
