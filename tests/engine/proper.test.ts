import {describe, expect, it} from "vitest";
import {InputError} from "../../src/engine/error.js";
import {createModel, type ModelSpec} from "../../src/engine/model/model.js";
import {refuseUndetermined} from "../../src/engine/proper.js";
import {experiment} from "./exact/small-models.js";

const data = {
  ...experiment("proper"),
  constant: new Float64Array(60).fill(0.1),
  far: Float64Array.from({length: 60}, (_, i) => 1e5 + Math.sin(i)),
  s: new Float64Array(60).fill(2)
};
const check = (spec: ModelSpec) => () => {
  refuseUndetermined(createModel(spec, data));
};

describe("refuseUndetermined", () => {
  it.each([
    ["y ~ x + twice", "b_twice"],
    ["y ~ twice + x + t", "b_x"],
    ["y ~ x + z + both + (1 | f)", "b_both"],
    ["y ~ t + constant", "b_constant"],
    ["y ~ x + I(0 * t)", "b_I0MUt"],
    ["y ~ 0 + Intercept + constant", "b_constant"],
    ["y | se(s) ~ x + twice", "b_twice"],
    ["t ~ x + twice + (1 | f)", "b_twice", "bernoulli"]
  ])("refuses %s under flat priors, and names %s", (formula, name, family = "gaussian") => {
    expect(check({formula, family})).toThrow(InputError);
    expect(check({formula, family})).toThrow(`invalid posterior: ${name} is not determined`);
  });

  it.each<[string, ...string[]]>([
    ["y ~ x + z + far"],
    ["y ~ 0 + Intercept + far"],
    ["y ~ x + twice", "b: normal(0, 1)"],
    ["y ~ x + twice", "b[twice]: student_t(3, 0, 1)"],
    ["y ~ t + constant", "b[constant]: normal(0, 1)"],
    ["y ~ x + (1 | f)"]
  ])("takes %s with %s", (formula, ...priors) => {
    expect(check({formula, priors})).not.toThrow();
  });
});
