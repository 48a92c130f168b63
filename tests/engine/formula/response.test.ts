import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {expressionText, parseExpression} from "../../../src/engine/formula/expression.js";
import {parseFormula} from "../../../src/engine/formula/formula.js";
import {plainAdditions, readResponse} from "../../../src/engine/formula/response.js";

function read(text: string) {
  const {outcome, weights, errors} = readResponse(parseExpression(text));
  return [outcome, weights && expressionText(weights), errors && expressionText(errors)];
}

describe("readResponse", () => {
  it.each([
    ["y", ["y", null, null]],
    ["y | se(s)", ["y", null, "s"]],
    ["y | weights(w)", ["y", "w", null]],
    ["y | se(s) + weights(w)", ["y", "w", "s"]],
    ["y | weights(n / 10) + se(v^2)", ["y", "n/10", "v^2"]]
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ["I(y)", /unsupported outcome: "I\(y\)"; name one column left of "~"/],
    ["y + x", /unsupported outcome: "y\+x"/],
    ["y | trials(n)", /unsupported addition to the outcome: "trials\(n\)"; use se/],
    ["y | s", /unsupported addition to the outcome: "s"/],
    ["y | se(s) * weights(w)", /unsupported addition to the outcome/],
    ["y | se(s) + se(r)", /ambiguous addition to the outcome: two se\(\)/]
  ])("refuses %s with one sentence", (text, message) => {
    expect(() => read(text)).toThrow(InputError);
    expect(() => read(text)).toThrow(message);
  });
});

describe("plainAdditions", () => {
  it.each([
    ["y | se(s, sigma = FALSE) ~ x", "y | se(s) ~ x"],
    ["y | se(s, sigma=F) + weights(w) ~ x", "y | se(s) + weights(w) ~ x"],
    ["y | se(s) ~ a + b", "y | se(s) ~ a + b"],
    ["y ~ x", "y ~ x"],
    ["y", "y"]
  ])("turns %s into %s", (text, expected) => {
    expect(plainAdditions(text)).toBe(expected);
  });

  it("refuses a residual scale beside known standard errors, and says how to have one", () => {
    expect(() => parseFormula("y | se(s, sigma = TRUE) ~ 1")).toThrow(InputError);
    expect(() => parseFormula("y | se(s, sigma = TRUE) ~ 1")).toThrow(
      'unsupported se(): "y | se(s, sigma = TRUE)"; a residual scale beside known standard errors is a group term with one level per row, such as (1 | row)'
    );
  });

  it("refuses weights that are to be scaled", () => {
    expect(() => parseFormula("y | weights(w, scale = TRUE) ~ 1")).toThrow(
      /unsupported weights\(\): .*; give it one column, scaled beforehand/
    );
  });
});
