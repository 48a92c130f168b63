import {describe, expect, it} from "vitest";
import {createGenerator} from "../../src/engine/random/generator.js";
import {expectClose} from "../assert.js";
import {bernoulliCases, gaussianCases, knownErrors} from "./cases.js";
import {drawOutcome, drawTruth, specOf, trueEffects, type Generative} from "./generative.js";
import {drawCorrelationFactor, exponential, half, normal, studentT} from "./prior.js";

const [first] = gaussianCases;

describe("specOf", () => {
  it("writes the model as a person would", () => {
    expect(specOf(first)).toEqual({
      formula: "y ~ 1 + t + x + (0 + t | g)",
      family: "gaussian",
      priors: [
        "Intercept: normal(1, 1)",
        "b: normal(0.5, 1)",
        "sd: exponential(1)",
        "sigma: student_t(4, 0, 1)"
      ],
      treatment: "t",
      by: ["g"]
    });
  });

  it("leaves sigma out where standard errors are known, and in 0/1 models", () => {
    expect(specOf(knownErrors).formula).toBe("y | se(se) ~ 1 + (1 | g)");
    const told = [knownErrors, ...bernoulliCases].flatMap((model) => specOf(model).priors ?? []);
    expect(told.filter((text) => text.startsWith("sigma"))).toEqual([]);
  });
});

describe("a prior", () => {
  const half4 = half(studentT(4, 0, 2));
  it.each([
    // Variance of a Student t: scale² df / (df − 2); a half normal's mean: sqrt(2 / pi).
    {prior: normal(2, 3), mean: 2, variance: 9},
    {prior: exponential(2), mean: 0.5, variance: 0.25},
    {prior: half(normal(0, 1)), mean: Math.sqrt(2 / Math.PI), variance: 1 - 2 / Math.PI},
    {prior: studentT(9, 1, 2), mean: 1, variance: (4 * 9) / 7}
  ])("$prior.text has the mean and variance it should have", ({prior, mean, variance}) => {
    const generator = createGenerator(prior.text);
    const n = 40_000;
    const draws = Float64Array.from({length: n}, () => prior.draw(generator));
    const centre = draws.reduce((sum, x) => sum + x, 0) / n;
    const spread = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / n;
    expectClose(centre, mean, {absolute: 4.5 * Math.sqrt(variance / n)});
    // The kurtosis of none of them is above 9: the variance's error is at most sqrt(8 / n) of it.
    expectClose(spread, variance, {relative: 4.5 * Math.sqrt(8 / n)});
    expect(half4.text).toBe("student_t(4, 0, 2)");
  });

  it.each([
    {k: 2, eta: 1},
    {k: 2, eta: 4},
    {k: 3, eta: 1},
    {k: 3, eta: 2}
  ])("lkj($eta) of order $k has correlations of variance 1 / (2 eta + k − 1)", ({k, eta}) => {
    const generator = createGenerator("lkj");
    const n = 10_000;
    // A correlation is a beta variable on ± 1 with both shapes eta + (k − 2) / 2 [lewandowski2009].
    const variance = 1 / (2 * eta + k - 1);
    for (let i = 1; i < k; ++i) {
      let squares = 0;
      for (let d = 0; d < n; ++d) {
        const factor = drawCorrelationFactor(k, eta, generator);
        squares += factor[i].reduce((sum, x, m) => sum + x * (factor[i - 1][m] ?? 0), 0) ** 2;
      }
      // Kurtosis below a normal's 3.
      expectClose(squares / n, variance, {relative: 4.5 * Math.sqrt(2 / n)});
    }
  });
});

describe("simulated data", () => {
  const small: Generative = {
    ...first,
    columns: {
      g: ["a", "a", "b"],
      t: Float64Array.from([0, 1, 1]),
      x: Float64Array.from([0, 0, 3])
    }
  };
  const truth = new Map([
    ["b_Intercept", 1],
    ["b_t", 2],
    ["b_x", 10],
    ["r_g[a,t]", 0.5],
    ["r_g[b,t]", -0.5],
    ["sigma", 0]
  ]);

  it("are the linear predictor where sigma is 0", () => {
    const y = drawOutcome(small, truth, createGenerator("y"));
    expect([...y]).toEqual([1, 3.5, 32.5]);
    expect([...trueEffects(small, truth)]).toEqual([
      ["a", 2.5],
      ["b", 1.5]
    ]);
  });

  it("take the intercept's prior where the columns are at their means", () => {
    const certain = {...small.priors, intercept: normal(7, 0), b: normal(3, 0)};
    const drawn = drawTruth({...small, priors: certain}, createGenerator("truth"));
    // Means of t and x: 2/3 and 1.
    expectClose(drawn.get("b_Intercept") ?? NaN, 7 - 3 * (2 / 3) - 3, {absolute: 1e-12});
  });
});
