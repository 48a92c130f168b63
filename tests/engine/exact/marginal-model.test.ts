import {describe, expect, it} from "vitest";
import {MarginalModel} from "../../../src/engine/exact/marginal-model.js";
import {gatherClasses, hasOneFactor} from "../../../src/engine/exact/one-factor.js";
import {OneFactorMarginal} from "../../../src/engine/exact/one-factor-marginal.js";
import {PopulationPrior} from "../../../src/engine/exact/population-prior.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {coefficientPosterior, populationColumns} from "../../reference/coefficients.js";
import {slowMarginalDensity} from "../../reference/marginal-density.js";
import {probe} from "./monte-carlo.js";
import {models, sampled} from "./small-models.js";

const generator = createGenerator("marginal model");

/** Those that are fitted so: of at most one grouping factor. */
const own = models.filter(({model}) => hasOneFactor(model.cells));

describe.each(own)("the model of $name", ({model}) => {
  const made = sampled(model);
  const marginal = new OneFactorMarginal(gatherClasses(model.cells), model.cells.terms);
  const joint = new MarginalModel(made, marginal, "signed");
  const {coordinates} = joint;
  const point = () => Float64Array.from({length: coordinates.dim}, () => 0.7 * generator.normal());
  const {location} = new PopulationPrior(model.priors.population);

  /** The variances at the point evaluated last, as a reference takes them. */
  const variances = (q: Float64Array) => ({
    sigma: Math.sqrt(model.cells.ee / model.cells.n) * Math.exp(q[coordinates.variances - 1]),
    precision: marginal.precision.slice(),
    location,
    covariances: marginal.scales.map((scale) => {
      const k = Math.sqrt(scale.length);
      return scale.map((_, i) => {
        const [a, b] = [Math.floor(i / k), i % k];
        let sum = 0;
        for (let c = 0; c < k; ++c) sum += scale[a * k + c] * scale[b * k + c];
        return sum;
      });
    })
  });

  it("adds the prior to the rows' density", () => {
    const found = [point(), point(), point()].map((q) => {
      const density = joint.logDensity(q);
      const {precision, location: at, ...rest} = variances(q);
      const slow = slowMarginalDensity(model, {
        ...rest,
        precision: [...precision],
        location: [...at]
      });
      return density - slow - coordinates.logPrior(q);
    });
    expectClose(found.slice(1), [found[0], found[0]], {absolute: 1e-9 * Math.abs(found[0]) + 1e-9});
  });

  it("draws every parameter in its place, coefficients about their mean", () => {
    const q = point();
    joint.logDensity(q);
    const row = new Float64Array(model.variables.length).fill(NaN);
    const {mean} = probe((numbers) => {
      joint.draw(row, numbers);
      return row;
    });
    const {mean: expected} = coefficientPosterior(model, variances(q));
    const {p} = model.cells;
    const written = coordinates.write(new Float64Array(row.length), 0);
    expectClose(mean.subarray(p + written), expected.slice(p), {relative: 1e-7, absolute: 1e-8});
    // The line is the same, whichever columns are centred.
    const line = (columns: readonly ArrayLike<number>[], b: ArrayLike<number>) =>
      Array.from(model.design.outcome, (_, i) =>
        columns.reduce((sum, column, j) => sum + column[i] * b[j], 0)
      );
    expectClose(
      line(model.design.columns.population, mean),
      line(populationColumns(model), expected),
      {relative: 1e-7, absolute: 1e-8}
    );
    const sigma = model.variables.indexOf("sigma");
    expect(mean[sigma]).toBeCloseTo(variances(q).sigma, 12);
  });

  it("has no density where sigma is 0 or beyond numbers", () => {
    for (const far of [-2000, 2000]) {
      const q = point();
      q[coordinates.variances - 1] = far;
      expect(joint.logDensity(q)).toBe(-Infinity);
    }
  });
});
