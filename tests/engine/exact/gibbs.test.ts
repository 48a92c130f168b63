import {describe, expect, it} from "vitest";
import {Gibbs, isExact} from "../../../src/engine/exact/gibbs.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {coefficientPosterior} from "../../reference/coefficients.js";
import {expectMean} from "./monte-carlo.js";
import {experiment, modelOf, sampled} from "./small-models.js";

const data = experiment("gibbs");

describe("isExact(model)", () => {
  it("asks that every population prior be normal, Student t, Cauchy or flat", () => {
    const asks = (...priors: string[]) => isExact(sampled(modelOf({formula: "y ~ x", priors})));
    expect([asks(), asks("b: cauchy(0, 1)", "Intercept: normal(0, 1)")]).toEqual([true, true]);
    expect([asks("b: logistic(0, 1)"), asks("Intercept: logistic(0, 1)")]).toEqual([false, false]);
  });
});

/** Draws of the model, row by row, after the start is forgotten. */
function draw(model: ReturnType<typeof sampled>, count: number, seed: string): Float64Array[] {
  const chain = new Gibbs(model, createGenerator(seed));
  for (let i = 0; i < 50; ++i) chain.forget();
  return Array.from({length: count}, () => {
    const row = new Float64Array(model.variables.length);
    chain.draw(row);
    return row;
  });
}

describe("Gibbs", () => {
  it("moves with every draw, and forgets without writing", () => {
    const model = sampled(modelOf({formula: "y ~ x + t + (1 + t | f) + (1 | g)"}, data));
    const [first, second] = draw(model, 2, "moves");
    expect(first.every((value, v) => value !== second[v])).toBe(true);
    expect(draw(model, 2, "moves")).toEqual([first, second]);
  });

  it("throws away the whole warm-up, and accepts all", () => {
    const chain = new Gibbs(sampled(modelOf({formula: "y ~ x"}, data)), createGenerator("idle"));
    expect([chain.warmup, chain.acceptance]).toEqual([Infinity, NaN]);
  });

  it("keeps coefficients about their mean given the variances, when these hardly move", () => {
    // Priors as narrow as these leave the closed form at sd 0.8 and sigma 0.7.
    const spec = {
      formula: "y ~ x + t + (1 | f) + (1 | g)",
      priors: ["sd: normal(0.8, 1e-5)", "sigma: normal(0.7, 1e-5)", "Intercept: flat"]
    };
    const model = modelOf(spec, data);
    const covariance = Float64Array.of(0.64);
    const {mean} = coefficientPosterior(model, {
      sigma: 0.7,
      covariances: [covariance, covariance],
      location: new Float64Array(3),
      precision: new Float64Array(3)
    });
    const rows = draw(sampled(model), 1500, "closed form");
    const shift = (row: Float64Array) =>
      row[1] * model.cells.means[1] + row[2] * model.cells.means[2];
    const centred = Float64Array.from(rows, (row) => row[0] + shift(row));
    expectMean(centred, mean[0], "intercept at the means");
    for (const v of [1, 2])
      expectMean(
        Float64Array.from(rows, (row) => row[v]),
        mean[v],
        "slope"
      );
    for (let j = 0; j < 7; ++j)
      expectMean(
        Float64Array.from(rows, (row) => row[6 + j]),
        mean[3 + j],
        `level ${j}`
      );
    expectClose(rows[1500 - 1].subarray(3, 6), [0.8, 0.8, 0.7], {absolute: 1e-3});
  });

  it("finds out by itself when there are no residuals", () => {
    const y = (data.y as Float64Array).map((_, i) => i % 4);
    const model = sampled(modelOf({formula: "y ~ x + (1 | f) + (1 | g)"}, {...data, y}));
    expect(() => draw(model, 200, "perfect")).toThrow(
      "invalid posterior: the model explains the outcome without residuals"
    );
  });
});
