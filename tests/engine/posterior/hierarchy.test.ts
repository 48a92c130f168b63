import {describe, expect, it} from "vitest";
import {createModel} from "../../../src/engine/model/model.js";
import {Hierarchy} from "../../../src/engine/posterior/hierarchy.js";
import {sampledModel} from "../../../src/engine/posterior/sampled-model.js";
import {expectClose} from "../../assert.js";
import {centralDifference} from "../../reference/central-difference.js";
import {columns} from "../design/r.js";

const spec = {
  formula: "y ~ x + (1 + t | f) + (1 | g)",
  priors: ["b: normal(0.3, 1)", "cor: lkj(2)", "sd[g]: exponential(1)"]
};
const model = sampledModel(createModel(spec, columns));
const reference = Float64Array.of(1, -2);
const hierarchy = new Hierarchy(model, reference, {...model.cells, precision: 0.6});
const q = Float64Array.from({length: hierarchy.dim}, (_, i) => Math.sin(i + 1));

describe("Hierarchy", () => {
  it("has one coordinate for every coefficient, scale, correlation and standardised level", () => {
    expect(hierarchy.dim).toBe(2 + (2 + 1 + 2 * 3) + (1 + 2));
  });

  it("puts the population coefficients at the reference when their coordinates are 0", () => {
    hierarchy.set(q.map((x, i) => (i < 2 ? 0 : x)));
    expect([...hierarchy.beta]).toEqual([...reference]);
    expect([...hierarchy.deviation]).toEqual([0, 0]);
  });

  it("has, without a likelihood, the gradient of the log prior density", () => {
    const gradient = new Float64Array(hierarchy.dim).fill(NaN);
    hierarchy.set(q);
    for (const {adjoint} of hierarchy.terms) adjoint.fill(0);
    hierarchy.writeGradient(new Float64Array(2), gradient);
    const expected = centralDifference((point) => hierarchy.set(point), q);
    expectClose(gradient, expected, {relative: 1e-6, absolute: 1e-7});
  });

  it("adds the gradient of a likelihood that is linear in the coefficients", () => {
    const [slopes, weight] = [Float64Array.of(0.7, -0.4), 0.3];
    const value = (point: Float64Array) => {
      let sum =
        hierarchy.set(point) + slopes[0] * hierarchy.beta[0] + slopes[1] * hierarchy.beta[1];
      for (const {values} of hierarchy.terms) for (const x of values) sum += weight * x;
      return sum;
    };
    const expected = centralDifference(value, q);
    const gradient = new Float64Array(hierarchy.dim).fill(NaN);
    hierarchy.set(q);
    for (const {adjoint} of hierarchy.terms) adjoint.fill(weight);
    hierarchy.writeGradient(slopes.slice(), gradient);
    expectClose(gradient, expected, {relative: 1e-6, absolute: 1e-7});
  });

  it("writes an intercept that belongs to columns as they are, not centred", () => {
    const out = new Float64Array(model.variables.length).fill(NaN);
    const at = hierarchy.writeScales(q, out);
    expect(model.variables[at]).toBe("sigma");
    expectClose(out[0], hierarchy.beta[0] - model.cells.means[1] * hierarchy.beta[1], {
      absolute: 1e-15
    });
    hierarchy.writeLevels(out, at + 1);
    expect([...out.keys()].filter((v) => Number.isNaN(out[v]))).toEqual([at]);
  });
});
