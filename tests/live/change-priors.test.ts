import {describe, expect, it} from "vitest";
import {changePriors, hasScale, priorWords, scaleOf} from "../../src/live/change-priors.js";

const same = {spread: {family: null, factor: 1}, coefficients: {factor: 1}};

describe("changePriors", () => {
  it("leaves every statement to the letter when nothing is changed", () => {
    const texts = ["Intercept: student_t(3, 0.25,2.5)", "b: flat", "sd[g]: cauchy( 0, 1)", "odd"];
    expect(changePriors(texts, same)).toEqual(texts);
  });

  it("scales priors on sds, wherever they stand, and no others", () => {
    const texts = ["sd: student_t(3, 0, 2.5)", "sd_lambda[Intercept|g]: exponential(4)", "b: flat"];
    expect(
      changePriors([...texts, "sigma: normal(0, 1)"], {...same, spread: {family: null, factor: 2}})
    ).toEqual([
      "sd: student_t(3, 0, 5)",
      "sd_lambda[Intercept|g]: exponential(2)",
      "b: flat",
      "sigma: normal(0, 1)"
    ]);
  });

  it("takes another family at the scale that the prior had, times the factor", () => {
    const spread = {family: "exponential", factor: 2};
    expect(changePriors(["sd: student_t(3, 0, 2.5)"], {...same, spread})).toEqual([
      "sd: exponential(0.2)"
    ]);
  });

  it("scales priors on coefficients, not the intercept's, and keeps their place", () => {
    const texts = [
      "b: normal(0, 1)",
      "b_lambda[x]: normal(0.5, 2)",
      "b[z]: flat",
      "Intercept: normal(0, 1)"
    ];
    expect(changePriors(texts, {...same, coefficients: {factor: 0.5}})).toEqual([
      "b: normal(0, 0.5)",
      "b_lambda[x]: normal(0.5, 1)",
      "b[z]: flat",
      "Intercept: normal(0, 1)"
    ]);
  });
});

describe("scaleOf", () => {
  it.each([
    ["normal(0, 2)", 2],
    ["student_t(3, 0, 2.5)", 2.5],
    ["cauchy(0,4)", 4],
    ["exponential(4)", 0.25],
    ["flat", NaN],
    ["gamma(2, 3)", NaN]
  ])("of %s is %d", (prior, scale) => {
    expect(scaleOf(prior)).toBe(scale);
  });
});

describe("priorWords", () => {
  it("says a prior as readers do, as the change would leave it", () => {
    const texts = ["b: flat", "sd: student_t(3, 0, 2.5)"];
    expect(priorWords(texts, "sd", {family: null, factor: 0.5})).toEqual({
      family: "half-t with 3 degrees of freedom",
      measure: "scale",
      sizes: [1.25]
    });
    expect(priorWords(texts, "sd", {family: "exponential", factor: 1})).toEqual({
      family: "exponential",
      measure: "mean",
      sizes: [2.5]
    });
    expect(priorWords(["b: normal(0, 1)"], "b", {family: null, factor: 1})?.family).toBe("normal");
  });

  it("says every scale of a kind, the widest first, and of one family alone", () => {
    const texts = ["b: normal(0, 0.25)", "b[x]: normal(0, 1)", "b[y]: normal(0, 1)", "b[z]: flat"];
    const halved = priorWords([...texts, "b[u]: cauchy(0, 9)"], "b", {family: null, factor: 0.5});
    expect(halved).toEqual({family: "normal", measure: "scale", sizes: [0.5, 0.125]});
  });

  it("has none where there is no scale", () => {
    expect(priorWords(["b: flat", "sd: flat"], "b", {family: null, factor: 1})).toBeNull();
    expect([hasScale(["b: flat"], "b"), hasScale(["b_lambda: normal(0, 1)"], "b")]).toEqual([
      false,
      true
    ]);
  });
});
