import {describe, expect, it} from "vitest";
import {CoefficientSampler} from "../../../src/engine/exact/coefficients.js";
import {GroupCovariance} from "../../../src/engine/exact/group-covariance.js";
import {PopulationPrior} from "../../../src/engine/exact/population-prior.js";
import type {Model} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import type {Generator} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";
import {cellsOfLevels, coefficientPosterior} from "../../reference/coefficients.js";
import {times} from "../../reference/dense.js";
import {expectNormal, probe} from "./monte-carlo.js";
import {experiment, modelOf, models, termsOf} from "./small-models.js";

const SIGMA = 0.7;

/** The sampler, what it draws (population, then levels), and the textbook's answer. */
function setUp(model: Model) {
  const {cells, priors} = model;
  const terms = termsOf(model, "coefficients");
  const sampler = new CoefficientSampler(cells, new GroupCovariance(cells), terms);
  const prior = new PopulationPrior(priors.population);
  const draw = (generator: Generator) => {
    if (!sampler.draw(SIGMA, prior, generator)) return new Float64Array(0);
    return Float64Array.from([
      ...sampler.deviation.map((value, j) => value + cells.reference[j]),
      ...terms.flatMap(({values}) => [...values])
    ]);
  };
  const covariances = terms.map((term) => term.scale.covariance());
  const {location, precision} = prior;
  const expected = () =>
    coefficientPosterior(model, {sigma: SIGMA, covariances, location, precision});
  return {sampler, terms, draw, expected};
}

describe.each(models)("coefficients of $name", ({model}) => {
  const {sampler, terms, draw, expected} = setUp(model);
  const {mean, covariance} = expected();

  it("have, number by number, the mean and covariance of the textbook", () => {
    const probed = probe(draw);
    // The textbook inverts a matrix of condition 1e4 or less.
    expectClose(probed.mean, mean, {relative: 1e-9, absolute: 1e-10});
    expectClose(probed.covariance.flat(), covariance.flat(), {relative: 1e-9, absolute: 1e-10});
  });

  it("have them in 20,000 draws", () => {
    const generator = createGenerator("20,000 draws");
    const draws = Array.from({length: 20_000}, () => draw(generator));
    expectNormal(draws, mean, covariance);
  });

  it("add up to the cells' coefficients", () => {
    draw(createGenerator("cells"));
    const {v, cells} = model.cells;
    const values = terms.flatMap((term) => [...term.values]);
    const byCell = times(cellsOfLevels(model.cells), values);
    const gamma = byCell.map((_, i) => sampler.gamma[(i % v) * cells + Math.floor(i / v)]);
    expectClose(gamma, byCell, {absolute: 1e-13});
  });
});

describe("CoefficientSampler", () => {
  it.each(["twice", "2 - x", "both"])(
    "returns false when %s is collinear under a flat prior",
    (w) => {
      // Whether rounding leaves a pivot above or below zero differs from sample to sample.
      const answers = Array.from({length: 20}, (_, i) => {
        const data = experiment(`collinear ${i}`);
        const column = w === "2 - x" ? (data.x as Float64Array).map((x) => 2 - x) : data[w];
        const model = modelOf({formula: "y ~ x + z + w + (1 | f)"}, {...data, w: column});
        const {cells, priors} = model;
        const terms = termsOf(model, "collinear");
        return new CoefficientSampler(cells, new GroupCovariance(cells), terms).draw(
          SIGMA,
          new PopulationPrior(priors.population),
          createGenerator("collinear")
        );
      });
      expect(answers).toEqual(answers.map(() => false));
    }
  );

  it("takes collinear columns under proper priors", () => {
    const {draw, expected} = setUp(
      modelOf({formula: "y ~ x + twice + z + both + (1 + t | f)", priors: ["b: normal(0.1, 1)"]})
    );
    const probed = probe(draw);
    const {mean, covariance} = expected();
    expectClose(probed.mean, mean, {absolute: 1e-9});
    expectClose(probed.covariance.flat(), covariance.flat(), {absolute: 1e-9});
  });

  it("stays exact under priors a million times wider than anything in the data", () => {
    const priors = ["b: normal(0, 1e6)", "Intercept: normal(0, 1e6)"];
    const {draw, expected} = setUp(modelOf({formula: "y ~ x + t + (1 + t | f) + (1 | g)", priors}));
    const probed = probe(draw);
    const {mean, covariance} = expected();
    // A draw from the prior has ten digits fewer behind the point than the answer it becomes.
    expectClose(probed.mean, mean, {absolute: 1e-8});
    expectClose(probed.covariance.flat(), covariance.flat(), {absolute: 1e-8});
  });

  it.each([0, NaN, Infinity])("returns false for a sigma of %d where something varies", (sigma) => {
    const {sampler} = setUp(models[5].model);
    const prior = new PopulationPrior(models[5].model.priors.population);
    expect(sampler.draw(sigma, prior, createGenerator("sigma"))).toBe(false);
  });

  it("takes columns of very different size, as a year and a share", () => {
    const data = experiment("sizes");
    const columns = {
      ...data,
      x: (data.x as Float64Array).map((x) => 2000 + 10 * x),
      z: (data.z as Float64Array).map((z) => 1e-4 * z)
    };
    const {draw, expected} = setUp(
      modelOf({formula: "y ~ x + z + (1 + t | f) + (1 | g)"}, columns)
    );
    const probed = probe(draw);
    const {mean, covariance} = expected();
    expectClose(probed.mean, mean, {relative: 1e-6, absolute: 1e-8});
    const sds = covariance.map((row, i) => Math.sqrt(row[i]));
    const scaled = (matrix: number[][]) =>
      matrix.flatMap((row, i) => row.map((value, j) => value / (sds[i] * sds[j])));
    expectClose(scaled(probed.covariance), scaled(covariance), {absolute: 1e-7});
  });
});
