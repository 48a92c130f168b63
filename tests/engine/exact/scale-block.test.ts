import {describe, expect, it} from "vitest";
import {OneFactorMarginal} from "../../../src/engine/exact/one-factor-marginal.js";
import {gatherClasses} from "../../../src/engine/exact/one-factor.js";
import {ScaleBlock} from "../../../src/engine/exact/scale-block.js";
import {VarianceCoordinates} from "../../../src/engine/exact/variance-coordinates.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {experiment, modelOf} from "./small-models.js";

const ROOM = 6;
const COUNT = 5;
const data = {...experiment("scales"), se: new Float64Array(60).fill(0.5)};

const cases = [
  {formula: "y ~ x + (1 | f)", priors: ["sd: gamma(3, 2)", "sigma: cauchy(0, 1)"]},
  {formula: "y ~ x + t", priors: ["b: student_t(3, 1, 2)", "sigma: lognormal(0, 1)"]},
  {formula: "y ~ x + (0 + t | f)", priors: ["b: cauchy(0, 1)", "Intercept: student_t(5, 0, 2)"]},
  {formula: "y | se(se) ~ 1 + (1 + t || f)", priors: ["sd: normal(0, 1)"]}
].map((spec) => ({name: spec.formula, model: modelOf(spec, data)}));

describe.each(cases)("the scales of $name", ({model}) => {
  const coordinates = new VarianceCoordinates(model, "log");
  const marginal = new OneFactorMarginal(gatherClasses(model.cells), model.cells.terms);
  const made = new ScaleBlock(model, ROOM);
  const generator = createGenerator("scales");
  for (let k = 0; k < made.logs.length; ++k) made.logs[k] = generator.normal();
  const density = new Float64Array(ROOM).fill(3);
  made.set(COUNT, density);
  const pointOf = (i: number) =>
    Float64Array.from({length: made.dim}, (_, c) => made.logs[c * ROOM + i]);

  it("are coordinates in their order", () => {
    expect([made.dim, made.variances]).toEqual([coordinates.dim, coordinates.variances]);
    for (let i = 0; i < COUNT; ++i) {
      const sigma = coordinates.set(pointOf(i), marginal);
      const written = new Float64Array(made.variances);
      coordinates.write(written, 0);
      const own = written.map((_, c) => made.values[c * ROOM + i]);
      expectClose(own, written, {relative: 1e-14});
      expectClose(made.variance[i], sigma * sigma, {relative: 1e-14});
      expectClose(made.logVariance(i), 2 * Math.log(sigma), {relative: 1e-12, absolute: 1e-12});
    }
  });

  it("add their log prior density, with that of the precisions of heavy tails", () => {
    const apart = Array.from({length: COUNT}, (_, i) => {
      const q = pointOf(i);
      coordinates.set(q, marginal);
      // Half the logs of the precisions belong to the coefficients' density.
      const logs = q.subarray(made.variances).reduce((sum, x) => sum + x, 0);
      return density[i] - 3 - coordinates.logPrior(q) - 0.5 * logs;
    });
    for (const value of apart) expectClose(value, apart[0], {absolute: 1e-12});
    expect(density[COUNT]).toBe(3);
  });

  it("are copied whole", () => {
    const before = {logs: pointOf(1), variance: made.variance[1]};
    made.copy(1, 5);
    expect(pointOf(5)).toEqual(before.logs);
    expect(made.variance[5]).toBe(before.variance);
    for (let c = 0; c < made.dim; ++c)
      expect(made.values[c * ROOM + 5]).toBe(made.values[c * ROOM + 1]);
  });
});
