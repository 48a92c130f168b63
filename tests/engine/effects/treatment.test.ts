import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {
  checkTreatment,
  impliedEffect,
  isAmbiguous,
  treatmentOf,
  withTreatment
} from "../../../src/engine/effects/treatment.js";
import {parseFormula} from "../../../src/engine/formula/formula.js";

describe("treatmentOf", () => {
  it("compares the larger of two numbers with the smaller", () => {
    expect(treatmentOf("t", Float64Array.of(0, 1, 0))).toEqual({
      name: "t",
      low: 0,
      high: 1,
      arms: true
    });
    expect(treatmentOf("t", Float64Array.of(5, 3))).toMatchObject({low: 3, high: 5, arms: true});
  });

  it("compares two texts in their order", () => {
    expect(treatmentOf("t", ["treated", "control"])).toMatchObject({
      low: "control",
      high: "treated",
      arms: true
    });
  });

  it("takes a unit of a number with more values, which has no arms", () => {
    expect(treatmentOf("dose", Float64Array.of(0.5, 2, 7))).toEqual({
      name: "dose",
      low: 0,
      high: 1,
      arms: false
    });
  });

  it.each([
    [
      "a constant number",
      Float64Array.of(1, 1),
      /invalid treatment: t is 1 in every row; an effect needs two/
    ],
    ["a constant text", ["a", "a"], /invalid treatment: t is a in every row/],
    [
      "three texts",
      ["a", "b", "c"],
      /ambiguous treatment: t has 3 levels \(a, b, c …\); make a 0\/1/
    ]
  ])("refuses %s", (_, column, message) => {
    expect(() => treatmentOf("t", column)).toThrow(InputError);
    expect(() => treatmentOf("t", column)).toThrow(message);
  });

  it.each([
    [["a", "b", "c"], true],
    [["a", "b"], false],
    [["a", "a"], false],
    [Float64Array.of(1, 2, 3), false],
    [Float64Array.of(1, 1), false]
  ])("isAmbiguous(%j) is %s", (column, expected) => {
    expect(isAmbiguous(column)).toBe(expected);
  });
});

describe("withTreatment", () => {
  const data = {t: Float64Array.of(0, 1), x: Float64Array.of(5, 6), arm: ["a", "b"]};

  it("sets one column to one value and leaves the data as they were", () => {
    const set = withTreatment(data, treatmentOf("t", data.t), 1);
    expect(set).toEqual({...data, t: Float64Array.of(1, 1)});
    expect(data.t).toEqual(Float64Array.of(0, 1));
  });

  it("sets texts to texts", () => {
    expect(withTreatment(data, treatmentOf("arm", data.arm), "b").arm).toEqual(["b", "b"]);
  });
});

describe("checkTreatment", () => {
  it.each([
    ["y ~ t * x", []],
    ["y ~ x + (1 + t | g)", []],
    ["y ~ I(t * x)", []],
    ["y ~ lambda * t + b", ["lambda ~ x", "b ~ 1"]]
  ])("finds t in %s %j", (text, equations) => {
    expect(() => checkTreatment("t", parseFormula(text, equations))).not.toThrow();
  });

  it("refuses a treatment that the formula does not hold", () => {
    expect(() => checkTreatment("t", parseFormula("y ~ x"))).toThrow(
      "invalid treatment: t is not in the formula; add it, or name a column that is"
    );
  });

  it("refuses a treatment that the formula groups by, whose levels' effects would be left out", () => {
    expect(() => checkTreatment("t", parseFormula("y ~ t + (1 | t:g)"))).toThrow(
      "unsupported treatment: t right of a bar"
    );
  });
});

describe("impliedEffect", () => {
  it.each([
    ["y ~ x + (1 + t | g)", [], "t", ["g"]],
    ["y ~ 1 + (0 + t | g) + (1 | h)", [], "t", ["g"]],
    ["y ~ 1 + (1 + t | a*b)", [], "t", ["a", "b"]],
    ["y ~ 1 + (1 + t | a) + (1 + t | b:c)", [], "t", ["a", "b", "c"]],
    ["y ~ lambda * t + c", ["lambda ~ x + (1 | g)", "c ~ x"], "t", ["g"]],
    ["y ~ lambda * t + c", ["lambda ~ x + (1 + x | g)", "c ~ x"], "t", ["g"]]
  ])("of %s %j is that of %s by %j", (text, equations, treatment, by) => {
    expect(impliedEffect(parseFormula(text, equations))).toEqual({treatment, by});
  });

  it.each([
    ["no slope varies", "y ~ t + (1 | g)", []],
    ["two slopes vary", "y ~ 1 + (1 + t + x | g)", []],
    ["the slope is that of a product", "y ~ 1 + (0 + t:x | g)", []],
    ["the slope is that of a function", "y ~ 1 + (1 + I(t^2) | g)", []],
    ["the multiplier is no column", "y ~ lambda * (2 * t) + c", ["lambda ~ 1 + (1 | g)", "c ~ 1"]],
    ["the multiplier is a product", "y ~ lambda * t * x + c", ["lambda ~ 1 + (1 | g)", "c ~ 1"]],
    ["only predictors change the effect", "y ~ lambda * t + c", ["lambda ~ x", "c ~ x"]]
  ])("is none where %s", (_, text, equations) => {
    expect(impliedEffect(parseFormula(text, equations))).toBeNull();
  });
});
