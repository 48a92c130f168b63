import {describe, expect, it} from "vitest";
import {createDesign} from "../../../src/engine/design/design.js";
import {usableRows} from "../../../src/engine/design/rows.js";
import {InputError} from "../../../src/engine/error.js";
import {parseFormula} from "../../../src/engine/formula/formula.js";
import {locationOf} from "../../../src/engine/math/location.js";
import {defaultPriors} from "../../../src/engine/model/default-priors.js";
import {assignPriors, hasCorrelations} from "../../../src/engine/model/priors.js";
import {columns} from "../design/r.js";

function assign(text: string, statements: string[] = [], equations: string[] = []) {
  const formula = parseFormula(text, equations);
  const design = createDesign(formula, usableRows(formula, columns));
  return assignPriors(design, statements, defaultPriors(locationOf(design.outcome), "gaussian"));
}

/** The table as "class coef group prior". */
const rows = (...given: Parameters<typeof assign>) =>
  assign(...given).table.map(({class: kind, coef, group, prior}) =>
    [kind, coef, group, prior].filter(Boolean).join(" ")
  );

const crossed = "y ~ x + (1 + t | f) + (0 + t | g)";
const twice = ["a ~ x + (1 | g)", "b ~ z"];

describe("assignPriors", () => {
  it("gives brms's defaults where nothing is said", () => {
    expect(rows(crossed)).toEqual([
      "Intercept student_t(3, 1, 2.5)",
      "b x (flat)",
      "sd Intercept f student_t(3, 0, 2.5)",
      "sd t f student_t(3, 0, 2.5)",
      "sd t g student_t(3, 0, 2.5)",
      "cor f lkj(1)",
      "sigma student_t(3, 0, 2.5)"
    ]);
    expect(assign(crossed).table.every(({source}) => source === "default")).toBe(true);
  });

  it("lets the most specific statement win, in whatever order they come", () => {
    const statements = ["sd: normal(0, 1)", "sd[f]: normal(0, 2)", "sd[t|f]: normal(0, 3)"];
    const expected = ["sd Intercept f normal(0, 2)", "sd t f normal(0, 3)", "sd t g normal(0, 1)"];
    for (const order of [statements, statements.toReversed()])
      expect(rows(crossed, order).filter((row) => row.startsWith("sd"))).toEqual(expected);
  });

  it("takes an empty coefficient for none: sd[|f] is sd[f]", () => {
    const table = rows(crossed, ["sd[t|f]: normal(0, 3)", "sd[|f]: normal(0, 2)"]);
    expect(table).toContain("sd t f normal(0, 3)");
    expect(table).toContain("sd Intercept f normal(0, 2)");
  });

  it("lets the last of equally specific statements win", () => {
    const {population, table} = assign("y ~ x", ["b: normal(0, 1)", "b: normal(0, 2)"]);
    expect(population[1]).toEqual({family: "normal", arguments: [0, 2]});
    expect(table.find(({coef}) => coef === "x")?.source).toBe("user");
  });

  it("keeps the class b off a centred intercept, and on one that is a coefficient", () => {
    expect(rows("y ~ x", ["b: normal(0, 1)"])[0]).toBe("Intercept student_t(3, 1, 2.5)");
    expect(rows("y ~ 0 + Intercept + x", ["b: normal(0, 1)"])[0]).toBe("b Intercept normal(0, 1)");
    expect(rows("y ~ 0 + Intercept + x", ["b[Intercept]: normal(0, 9)"])[0]).toBe(
      "b Intercept normal(0, 9)"
    );
  });

  it("tells the equations of the two-equation form apart by class", () => {
    const statements = ["b_a: normal(0, 1)", "b_b[z]: normal(0, 2)", "sd_a: exponential(1)"];
    expect(rows("y ~ a * t + b", statements, twice)).toEqual([
      "b_a Intercept normal(0, 1)",
      "b_a x normal(0, 1)",
      "b_b Intercept (flat)",
      "b_b z normal(0, 2)",
      "sd_a Intercept g exponential(1)",
      "sigma student_t(3, 0, 2.5)"
    ]);
  });

  it("gives correlations their eta, by group when asked", () => {
    const text = "y ~ 1 + (1 + t | f) + (1 + t | g)";
    expect(assign(text).etas).toEqual([1, 1]);
    expect(assign(text, ["cor: lkj(2)"]).etas).toEqual([2, 2]);
    expect(assign(text, ["cor: lkj(2)", "cor[g]: lkj(4)"]).etas).toEqual([2, 4]);
  });

  it.each([
    [
      "b[xx]: normal(0, 1)",
      'unknown parameter in prior "b[xx]: normal(0, 1)": xx; did you mean x?'
    ],
    [
      "sd[ff]: normal(0, 1)",
      'unknown parameter in prior "sd[ff]: normal(0, 1)": ff; did you mean f?'
    ],
    ["sd[x|f]: normal(0, 1)", "unknown parameter in prior"],
    ["sd[t|f|g]: normal(0, 1)", "unknown parameter in prior"],
    ["Intercept[x]: normal(0, 1)", "unknown parameter in prior"],
    [
      "intercept: normal(0, 1)",
      'unknown class in prior "intercept: normal(0, 1)": intercept; did you mean Intercept?'
    ],
    ["b_lambda: normal(0, 1)", "unknown class in prior"],
    ["b: lkj(1)", "invalid prior for b: lkj; lkj is for cor only"],
    ["cor: normal(0, 1)", "invalid prior for cor: normal; correlations take lkj(eta)"],
    ["b: exponential(1)", "invalid prior for b: exponential; it is for sd and sigma"],
    ["Intercept: gamma(1, 1)", "invalid prior for Intercept: gamma; it is for sd and sigma"]
  ])("refuses %s", (statement, message) => {
    expect(() => assign(crossed, [statement])).toThrow(InputError);
    expect(() => assign(crossed, [statement])).toThrow(message);
  });

  it("refuses a prior on correlations where there are none", () => {
    expect(() => assign("y ~ x + (1 | g)", ["cor: lkj(2)"])).toThrow("unknown class in prior");
    expect(() => assign("y ~ x + (1 + t || g)", ["cor: lkj(2)"])).toThrow("unknown class in prior");
  });
});

describe("hasCorrelations", () => {
  it("needs two coefficients and one bar", () => {
    expect(hasCorrelations({correlated: true, coefficients: ["a", "b"]})).toBe(true);
    expect(hasCorrelations({correlated: true, coefficients: ["a"]})).toBe(false);
    expect(hasCorrelations({correlated: false, coefficients: ["a", "b"]})).toBe(false);
  });
});
