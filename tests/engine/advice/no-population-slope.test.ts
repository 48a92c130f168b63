import {describe, expect, it} from "vitest";
import {noPopulationSlope} from "../../../src/engine/advice/no-population-slope.js";
import {evidenceOf} from "./evidence.js";

const of = (formula: string, equations: string[] = []) =>
  noPopulationSlope(evidenceOf({formula, equations}));

describe("noPopulationSlope", () => {
  it.each([
    ["y ~ x + (1 + t | g)", [], "t"],
    ["y ~ 1 + (1 + t | g) + (0 + t | f)", [], "t"],
    ["y ~ t + (1 + t * h | g)", [], "h, t:h"],
    ["y ~ a * t + b", ["a ~ 1 + (1 + x | g)", "b ~ x"], "x"]
  ])("warns that in %s %j slopes vary around zero: %s", (formula, equations, names) => {
    const advice = of(formula, equations);
    expect(advice).toMatchObject({code: "W14", severity: "warning"});
    expect(advice?.message).toContain(
      `The slope of ${names.replace(/[\w:]+/g, "`$&`")} varies by group`
    );
    expect(advice?.remedy).toBe(
      `Add \`${names.replaceAll(", ", " + ")}\` outside the group terms.`
    );
  });

  it.each([
    ["y ~ t + (1 + t | g)", []],
    ["y ~ t * x + (0 + x:t | g)", []],
    ["y ~ 1 + (1 | g)", []],
    ["y ~ a * t + b", ["a ~ x + (1 + x | g)", "b ~ 1"]]
  ])("is silent about %s %j", (formula, equations) => {
    expect(of(formula, equations)).toBeNull();
  });
});
