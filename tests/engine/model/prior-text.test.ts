import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {distributionText, parsePrior} from "../../../src/engine/model/prior-text.js";

describe("parsePrior", () => {
  it.each([
    ["b: normal(0, 1)", "b", [], "normal", [0, 1]],
    ["b[alliance]: normal(-0.5, 1e-2)", "b", ["alliance"], "normal", [-0.5, 0.01]],
    ["Intercept:student_t(3,0,2.5)", "Intercept", [], "student_t", [3, 0, 2.5]],
    ["sd[x | g]: exponential(2)", "sd", ["x", "g"], "exponential", [2]],
    ["b_lambda[z:w]: cauchy(0, 1)", "b_lambda", ["z:w"], "cauchy", [0, 1]],
    ["cor: lkj(2)", "cor", [], "lkj", [2]],
    [" sigma : flat ", "sigma", [], "flat", []],
    ["sigma: flat()", "sigma", [], "flat", []],
    ["sd: (flat)", "sd", [], "flat", []],
    ['sd[g]: ""', "sd", ["g"], "flat", []],
    ["sd: inv_gamma_variance(1, 0.001)", "sd", [], "inv_gamma_variance", [1, 0.001]]
  ] as const)("reads %s", (text, kind, brackets, family, given) => {
    expect(parsePrior(text)).toEqual({
      class: kind,
      brackets: [...brackets],
      distribution: {family, arguments: [...given]},
      text: text.trim()
    });
  });

  it.each([
    ["normal(0, 1)", /invalid prior: "normal\(0, 1\)"; write class/],
    ["b normal(0, 1)", /invalid prior: .*; write class/],
    ["b: normal(0, 1", /invalid distribution: "normal\(0, 1" in prior/],
    ["b: 3", /unknown prior distribution: 3/],
    [
      "b: norml(0, 1)",
      /unknown prior distribution: norml in "b: norml\(0, 1\)"; did you mean normal\?/
    ],
    ["b: constructor(1)", /unknown prior distribution: constructor/],
    ["b: normal(0)", /gives normal 1 arguments; it takes mean, sd/],
    ["b: flat(1)", /gives flat 1 arguments; it takes none/],
    ["b: normal(0, -1)", /has sd -1; it must be positive/],
    ["b: normal(0, 0)", /has sd 0; it must be positive/],
    ["b: student_t(0, 0, 1)", /has df 0; it must be positive/],
    ["cor: lkj(-2)", /has eta -2; it must be positive/],
    ["b: normal(zero, 1)", /mean must be a number/],
    ["b: normal(0, Infinity)", /sd must be a number/],
    ["b: normal(, 1)", /mean must be a number/],
    ["b: normal(0, )", /sd must be a number/]
  ])("refuses %s", (text, message) => {
    expect(() => parsePrior(text)).toThrow(InputError);
    expect(() => parsePrior(text)).toThrow(message);
  });
});

describe("distributionText", () => {
  it("writes as brms does", () => {
    expect(distributionText({family: "student_t", arguments: [3, 0, 2.5]})).toBe(
      "student_t(3, 0, 2.5)"
    );
    expect(distributionText({family: "flat", arguments: []})).toBe("(flat)");
  });

  it.each(["normal(0, 0.5)", "lkj(1)", "gamma(2, 0.1)"])("gives back %s", (text) => {
    expect(distributionText(parsePrior(`sd: ${text}`).distribution)).toBe(text);
  });
});
