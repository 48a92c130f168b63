import {describe, expect, it} from "vitest";
import {runMarginalChain, MarginalPosterior} from "../../../src/engine/exact/marginal-chain.js";
import {gatherClasses, hasOneFactor} from "../../../src/engine/exact/one-factor.js";
import {OneFactorMarginal} from "../../../src/engine/exact/one-factor-marginal.js";
import type {Model} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {resolveOptions} from "../../../src/engine/sampler/options.js";
import {expectClose} from "../../assert.js";
import {centralDifference} from "../../reference/central-difference.js";
import {expectMean} from "./monte-carlo.js";
import {modelOf, models, sampled} from "./small-models.js";

const marginalOf = ({cells}: Model) => new OneFactorMarginal(gatherClasses(cells), cells.terms);

function posteriorOf(model: Model, seed = "posterior"): MarginalPosterior {
  return new MarginalPosterior(sampled(model), marginalOf(model), createGenerator(seed));
}

const cases = models.filter(({model}) => hasOneFactor(model.cells));

describe.each(cases)("the posterior of the variances of $name", ({model}) => {
  const posterior = posteriorOf(model);
  const density = (q: Float64Array) =>
    posterior.logDensity(q, new Float64Array(posterior.dim).fill(NaN));

  it("has the gradient of its differences", () => {
    const generator = createGenerator("gradient");
    for (let i = 0; i < 5; ++i) {
      const q = Float64Array.from({length: posterior.dim}, () => {
        const x = generator.normal();
        return x + 0.3 * Math.sign(x);
      });
      const gradient = new Float64Array(posterior.dim).fill(NaN);
      posterior.logDensity(q, gradient);
      const expected = centralDifference(density, q);
      const size = Math.max(1, ...expected.map(Math.abs));
      expectClose(gradient, expected, {absolute: 1e-8 * size});
    }
  });

  it("names every parameter, and draws all of them anew at every point", () => {
    expect(posterior.variables).toEqual(model.variables);
    const q = new Float64Array(posterior.dim).fill(0.4);
    const rows = [0, 1].map(() => {
      const row = new Float64Array(model.variables.length).fill(NaN);
      posterior.constrain(q, row);
      return row;
    });
    model.variables.forEach((name, v) => {
      const isVariance = /^(sd_|cor_|sigma)/.test(name);
      expect(rows[0][v] === rows[1][v], name).toBe(isVariance);
      expect(rows[0][v]).not.toBeNaN();
    });
  });
});

describe("MarginalPosterior", () => {
  it("writes the variances of the point it is asked for, not of the one evaluated last", () => {
    const {model} = cases[cases.length - 1];
    const posterior = posteriorOf(model);
    const [here, there] = [0.4, 1.3].map((x) => new Float64Array(posterior.dim).fill(x));
    const row = new Float64Array(model.variables.length);
    posterior.logDensity(there, new Float64Array(posterior.dim));
    posterior.constrain(here, row);
    const spread = Math.sqrt(model.cells.ee / model.cells.n);
    expectClose(row[model.variables.indexOf("sigma")], spread * Math.exp(0.4), {relative: 1e-14});
  });

  it("has no density and no slope where sigma is beyond numbers", () => {
    const {model} = cases[cases.length - 1];
    const posterior = posteriorOf(model);
    const q = new Float64Array(posterior.dim).fill(1000);
    const gradient = new Float64Array(posterior.dim).fill(NaN);
    expect(posterior.logDensity(q, gradient)).toBe(-Infinity);
    expect(gradient.every((slope) => slope === 0)).toBe(true);
  });
});

describe("runMarginalChain", () => {
  it("gives sigma its inverse chi-square where nothing else is unknown", () => {
    const spec = {formula: "y ~ x + t", priors: ["Intercept: flat", "sigma: flat"]};
    const model = modelOf(spec);
    const options = resolveOptions({warmup: 300, draws: 3000});
    const run = () =>
      runMarginalChain(sampled(model), marginalOf(model), options, createGenerator("nuts"), {});
    const {values, acceptance} = run();
    const {n, p, ee} = model.cells;
    // ee is the sum of squares of the least-squares residuals; a flat sigma costs one degree.
    const precision = values.slice(3 * options.draws).map((sigma) => 1 / sigma ** 2);
    expectMean(precision, (n - p - 1) / ee, "1 / sigma²");
    for (const j of [1, 2])
      expectMean(
        values.slice(j * options.draws, (j + 1) * options.draws),
        model.cells.reference[j],
        "slope"
      );
    expect(acceptance).toBeGreaterThan(0.6);
    expect(run().values).toEqual(values);
  });
});
