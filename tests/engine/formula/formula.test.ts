import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {expressionText} from "../../../src/engine/formula/expression.js";
import {parseFormula, type Equation} from "../../../src/engine/formula/formula.js";
import {termKey} from "../../../src/engine/formula/terms.js";

const only = (text: string) => parseFormula(text).equations[0];
const factors = ({groups}: Equation) => groups.map((group) => group.factors.join(":"));

describe("parseFormula", () => {
  it("reads outcome, population terms and group terms", () => {
    const {response, equations} = parseFormula("y ~ 1 + x + (1 + t | g)");
    expect(response).toBe("y");
    expect(equations.length).toBe(1);
    const [{name, intercept, terms, groups, multiplier}] = equations;
    expect([name, intercept, terms.map(termKey)]).toEqual(["", "centred", ["x"]]);
    expect(multiplier).toEqual({sign: 1, factors: []});
    expect(groups).toMatchObject([{factors: ["g"], intercept: true, correlated: true}]);
    expect(groups[0].terms.map(termKey)).toEqual(["t"]);
  });

  it.each([
    ["y ~ x", "centred"],
    ["y ~ 1 + x", "centred"],
    ["y ~ 0 + x", "none"],
    ["y ~ x - 1", "none"],
    ["y ~ 0 + Intercept + x", "plain"]
  ])("gives %s a %s intercept", (text, intercept) => {
    expect(only(text).intercept).toBe(intercept);
  });

  it("takes Intercept out of the terms, since no column has that name", () => {
    expect(only("y ~ 0 + Intercept + x").terms.map(termKey)).toEqual(["x"]);
  });

  it.each([
    ["(1 | a)", ["a"]],
    ["(1 | a*b)", ["a", "b", "a:b"]],
    ["(1 | a*b*c)", ["a", "b", "c", "a:b", "a:c", "b:c", "a:b:c"]],
    ["(1 | a/b)", ["a", "a:b"]],
    ["(1 | a:b)", ["a:b"]],
    ["(1 | a + b)", ["a", "b"]],
    ["(1 | a) + (0 + t | b)", ["a", "b"]]
  ])("expands the group side of %s", (bar, groups) => {
    expect(factors(only(`y ~ 1 + ${bar}`))).toEqual(groups);
  });

  it("gives every expanded group term the same coefficients", () => {
    const {groups} = only("y ~ 1 + (0 + t || a*b)");
    for (const {intercept, terms, correlated} of groups) {
      expect([intercept, correlated]).toEqual([false, false]);
      expect(terms.map(termKey)).toEqual(["t"]);
    }
    expect(groups.length).toBe(3);
  });

  it.each([
    ["(t | g)", true],
    ["(1 + t | g)", true],
    ["(0 + t | g)", false],
    ["(t - 1 | g)", false]
  ])("gives %s a varying intercept: %s", (bar, intercept) => {
    expect(only(`y ~ 1 + ${bar}`).groups[0].intercept).toBe(intercept);
  });

  it.each([
    ["y x", /invalid formula: "y x" has no "~"/],
    ["log(y) ~ x", /unsupported outcome: "log\(y\)"; name one column/],
    ["y ~ (1 | 1)", /invalid group term: "1" right of the bar/],
    ["y ~ (1 | I(x))", /unsupported grouping factor: I\(x\)/],
    ["y ~ ((1 | a) | b)", /invalid group term: a bar inside a bar/],
    ["y ~ x ~ z", /./]
  ])("refuses %s", (text, message) => {
    expect(() => parseFormula(text)).toThrow(InputError);
    expect(() => parseFormula(text)).toThrow(message);
  });
});

describe("the two-equation form", () => {
  const both = ["lambda ~ z + (1 | g)", "controls ~ 0 + x"];

  it("gives every equation its name, multiplier, terms and groups", () => {
    const {response, equations} = parseFormula("y ~ lambda * t + controls", both);
    expect(response).toBe("y");
    const [lambda, controls] = equations;
    expect([lambda.name, controls.name]).toEqual(["lambda", "controls"]);
    expect(lambda.multiplier.factors.map(expressionText)).toEqual(["t"]);
    expect(controls.multiplier.factors).toEqual([]);
    expect([lambda.terms.map(termKey), controls.terms.map(termKey)]).toEqual([["z"], ["x"]]);
    expect([factors(lambda), factors(controls)]).toEqual([["g"], []]);
  });

  it("never centres an intercept: brms treats it as an ordinary coefficient there", () => {
    const {equations} = parseFormula("y ~ lambda * t + controls", both);
    expect(equations.map(({intercept}) => intercept)).toEqual(["plain", "none"]);
  });

  it("keeps the order of the equations, whatever that of the formula", () => {
    const {equations} = parseFormula("y ~ controls + lambda * t", both);
    expect(equations.map(({name}) => name)).toEqual(["lambda", "controls"]);
  });

  it.each([
    ["an equation without ~", "y ~ a * t", ["a z"], /invalid equation: "a z" has no "~"/],
    ["an equation given twice", "y ~ a", ["a ~ x", "a ~ z"], /ambiguous equation: "a"/],
    ["an equation for sigma", "y ~ a", ["a ~ x", "sigma ~ x"], /unsupported equation: "sigma/],
    ["a part left out", "y ~ a", ["a ~ x", "b ~ z"], /missing name in formula: "b"/],
    ["something else beside the parts", "y ~ a + x", ["a ~ z"], /unsupported formula: "x"/]
  ])("refuses %s", (_, formula, equations, message) => {
    expect(() => parseFormula(formula, equations)).toThrow(InputError);
    expect(() => parseFormula(formula, equations)).toThrow(message);
  });
});
