import {describe, expect, it} from "vitest";
import {
  isSigmaBounded,
  unboundedSds,
  type ScalePriors
} from "../../../src/engine/exact/bounded-scales.js";
import {PopulationPrior} from "../../../src/engine/exact/population-prior.js";
import type {Columns} from "../../../src/engine/types.js";
import {experiment, modelOf} from "./small-models.js";

const data = experiment("bounded scales");
const f = data.f as string[];
const few = {
  ...data,
  one: f.map(() => "all"),
  two: f.map((level) => "aabb"["abcd".indexOf(level)]),
  three: f.map((level) => "aabc"["abcd".indexOf(level)]),
  again: f.map((level) => `again ${level}`),
  third: f.map((level) => "xxyz"["abcd".indexOf(level)])
};

function scalePriors(formula: string, priors: string[], columns: Columns = few): ScalePriors {
  const {cells, priors: all} = modelOf({formula, priors}, columns);
  const {precision} = new PopulationPrior(all.population);
  return {cells, precision, sds: all.sds, sigma: all.sigma};
}

const flat = ["sd: flat", "Intercept: flat"];
const own = ["sd: flat", "Intercept: normal(0, 1)"];

describe("unboundedSds", () => {
  // The density falls as sd to the power −(levels − 1), or −levels where the intercept is held.
  it.each([
    ["y ~ 1 + (1 | one)", flat, [0]],
    ["y ~ 1 + (1 | two)", flat, [0]],
    ["y ~ 1 + (1 | three)", flat, null],
    ["y ~ 1 + (1 | f)", flat, null],
    ["y ~ 1 + (1 | one)", own, [0]],
    ["y ~ 1 + (1 | two)", own, null],
    ["y ~ 0 + (1 | two)", ["sd: flat"], null],
    ["y ~ 0 + (1 | one)", ["sd: flat"], [0]]
  ])("of %s under %j is %j", (formula, priors, expected) => {
    expect(unboundedSds(scalePriors(formula, priors))).toEqual(expected);
  });

  it("is null of proper priors, whatever the levels", () => {
    for (const prior of ["normal(0, 1)", "cauchy(0, 1)", "exponential(1)", "gamma(2, 1)"])
      expect(unboundedSds(scalePriors("y ~ 1 + (1 | one)", [`sd: ${prior}`]))).toBeNull();
  });

  it("counts only levels at which a column is not 0", () => {
    // Nobody is treated at level d, so that t varies over three levels, two beside its own slope.
    expect(unboundedSds(scalePriors("y ~ t + (0 + t | f)", flat))).toBeNull();
    const t = (data.t as Float64Array).map((value, i) => ("ab".includes(f[i]) ? value : 0));
    expect(unboundedSds(scalePriors("y ~ t + (0 + t | f)", flat, {...few, t}))).toEqual([0]);
    expect(unboundedSds(scalePriors("y ~ t + (1 + t | f)", flat, {...few, t}))).toEqual([1]);
  });

  it("takes off what columns with flat priors explain of the levels", () => {
    const levels = Float64Array.from(f, (level) => "abcd".indexOf(level));
    const more = {...few, levels, squares: levels.map((value) => value * value)};
    expect(unboundedSds(scalePriors("y ~ levels + (1 | f)", flat, more))).toBeNull();
    expect(unboundedSds(scalePriors("y ~ levels + squares + (1 | f)", flat, more))).toEqual([0]);
    const held = [...flat, "b[squares]: normal(0, 1)"];
    expect(unboundedSds(scalePriors("y ~ levels + squares + (1 | f)", held, more))).toBeNull();
  });

  it("sees sds that grow together though neither could alone", () => {
    // Three levels bound one sd; by two terms over the same three, both can grow.
    expect(unboundedSds(scalePriors("y ~ 1 + (1 | three) + (1 | third)", flat))).toEqual([0, 1]);
    expect(unboundedSds(scalePriors("y ~ 1 + (1 | f) + (1 | again)", flat))).toBeNull();
    expect(unboundedSds(scalePriors("y ~ 1 + (1 | three) + (1 | g)", flat))).toBeNull();
  });
});

describe("isSigmaBounded", () => {
  const rows = (n: number): Columns =>
    Object.fromEntries(Object.entries(few).map(([name, column]) => [name, column.slice(0, n)]));
  const bounded = (formula: string, n: number, priors: string[]) =>
    isSigmaBounded(scalePriors(formula, priors, rows(n)));
  const none = ["Intercept: flat", "sigma: flat"];

  it("asks for two rows more than flat coefficients, as for a density that falls as 1 / sigma²", () => {
    expect([2, 3, 4, 5].map((n) => bounded("y ~ x", n, none))).toEqual([false, false, true, true]);
    const held = ["sigma: flat", "Intercept: normal(0, 1)", "b: normal(0, 1)"];
    expect([2, 3].map((n) => bounded("y ~ x", n, held))).toEqual([true, true]);
  });

  it("asks for one more for every flat sd", () => {
    const both = [...none, "sd: flat"];
    expect([3, 4, 5].map((n) => bounded("y ~ 1 + (1 | f)", n, both))).toEqual([false, true, true]);
    expect(bounded("y ~ 1 + (1 | f)", 3, none)).toBe(true);
  });

  it("asks nothing under a proper prior, nor where there is no sigma", () => {
    expect(bounded("y ~ x", 2, ["sigma: cauchy(0, 1)"])).toBe(true);
    expect(isSigmaBounded({...scalePriors("y ~ x", none, rows(2)), sigma: null})).toBe(true);
  });
});
