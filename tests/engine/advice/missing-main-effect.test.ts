import {describe, expect, it} from "vitest";
import {missingMainEffect} from "../../../src/engine/advice/missing-main-effect.js";
import type {ModelSpec} from "../../../src/engine/model/model.js";
import {evidenceOf} from "./evidence.js";

const of = (spec: Omit<ModelSpec, "treatment" | "by">) =>
  missingMainEffect(evidenceOf({...spec, treatment: "t", by: ["g"]}));

/** "`a`, `b`" of "a, b". */
const marked = (names: string) => names.replace(/[\w:]+/g, "`$&`");

describe("missingMainEffect", () => {
  it.each([
    ["y ~ t + t:x", [], "x"],
    ["y ~ 0 + Intercept + t + t:x + t:h", [], "x, h"],
    ["y ~ t + x:t + (1 | g)", [], "x"],
    ["y ~ t + I(t * x)", [], "x"],
    ["y ~ lambda * t + controls", ["lambda ~ h + x", "controls ~ x"], "h"]
  ])("warns that in %s %j a modifier has no term of its own: %s", (formula, equations, names) => {
    const advice = of({formula, equations});
    expect(advice).toMatchObject({code: "W13", severity: "warning"});
    expect(advice?.message.startsWith(`${marked(names)} may change the effect of \`t\``)).toBe(
      true
    );
    expect(advice?.remedy).toContain(
      `Add \`${names.replaceAll(", ", " + ")}\` to the outcome equation`
    );
  });

  it.each([
    ["y ~ t * x", []],
    ["y ~ t + x + (1 + t | g)", []],
    ["y ~ t + x:h", []],
    ["y ~ lambda * t + controls", ["lambda ~ x + (1 | g)", "controls ~ x"]],
    ["y ~ lambda * t + controls", ["lambda ~ 1 + (1 | g)", "controls ~ h"]]
  ])("is silent about %s %j", (formula, equations) => {
    expect(of({formula, equations})).toBeNull();
  });

  it("counts a varying intercept whose levels determine the modifier", () => {
    expect(of({formula: "y ~ t + t:h + (1 | g:h)"})).toBeNull();
    expect(of({formula: "y ~ t + t:h + (1 | h)"})).toBeNull();
    expect(of({formula: "y ~ t + t:h + (1 | g)"})).not.toBeNull();
    expect(of({formula: "y ~ t + t:h + (0 + t | g:h)"})).not.toBeNull();
  });

  it("does not count a varying intercept of the effect's own equation", () => {
    const equations = ["lambda ~ h + (1 | g:h)", "controls ~ 1"];
    expect(of({formula: "y ~ lambda * t + controls", equations})?.message).toMatch(/^`h` may/);
  });

  it("is silent without a treatment", () => {
    expect(missingMainEffect(evidenceOf({formula: "y ~ x:h"}))).toBeNull();
  });
});
