import {describe, expect, it} from "vitest";
import {MarginalModel} from "../../../src/engine/exact/marginal-model.js";
import {OneFactorBlock} from "../../../src/engine/exact/one-factor-block.js";
import {gatherClasses} from "../../../src/engine/exact/one-factor.js";
import {OneFactorMarginal} from "../../../src/engine/exact/one-factor-marginal.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {probe} from "./monte-carlo.js";
import {experiment, modelOf, sampled} from "./small-models.js";

const SIZE = 4;
const COUNT = 3;
const data = {...experiment("block"), se: new Float64Array(60).fill(0.5)};

const cases = [
  {formula: "y ~ x + t"},
  {formula: "y ~ 0 + (1 | f)"},
  {formula: "y ~ t + x + (1 | f)", priors: ["b: student_t(4, 0, 1)", "sigma: exponential(2)"]},
  {formula: "y ~ t + (0 + t | f)", priors: ["Intercept: normal(0, 1)", "b: normal(0.5, 1)"]},
  {formula: "y | se(se) ~ x + (1 | f)", priors: ["sd: cauchy(0, 1)"]}
].map((spec) => ({name: spec.formula, model: modelOf(spec, data)}));

describe.each(cases)("a block of points of $name", ({model}) => {
  const made = sampled(model);
  const classes = gatherClasses(model.cells);
  const block = new OneFactorBlock(made, classes, SIZE);
  const {logs, room, dim} = block.scales;
  const generator = createGenerator("block");
  for (let k = 0; k < logs.length; ++k) logs[k] = 0.5 * generator.normal();
  const proposals = Float64Array.of(1, 0.25, 3, NaN, NaN, NaN, NaN, NaN);
  const weights = new Float64Array(room).fill(7);
  block.weigh(COUNT, proposals, weights);
  const pointOf = (i: number) => Float64Array.from({length: dim}, (_, c) => logs[c * room + i]);
  const single = () => {
    const marginal = new OneFactorMarginal(classes, model.cells.terms);
    return new MarginalModel(made, marginal, "log");
  };

  it("weighs them by the density that each has by itself, less that of its proposal", () => {
    const joint = single();
    const apart = Array.from(
      {length: COUNT},
      (_, i) => weights[i] + Math.log(proposals[i]) - joint.logDensity(pointOf(i))
    );
    for (const value of apart) expectClose(value, apart[0], {absolute: 1e-9});
    expect(weights[COUNT]).toBe(7);
  });

  it("draws all parameters of each as it would by itself, into their places", () => {
    const variables = model.variables.length;
    const [at, stride] = [1, 6];
    const space = {values: new Float64Array(at + variables * stride).fill(9), at, stride};
    const drawn = probe((numbers) => {
      block.draw(COUNT, numbers, space);
      return space.values;
    });
    for (let i = 0; i < COUNT; ++i) {
      const joint = single();
      joint.logDensity(pointOf(i));
      const row = new Float64Array(variables);
      const alone = probe((numbers) => {
        joint.draw(row, numbers);
        return row;
      });
      const place = (v: number) => at + v * stride + i;
      const close = {relative: 1e-8, absolute: 1e-9};
      expectClose(
        alone.mean.map((_, v) => drawn.mean[place(v)]),
        alone.mean,
        close
      );
      expectClose(
        alone.covariance.flatMap((own, v) =>
          own.map((_, w) => drawn.covariance[place(v)][place(w)])
        ),
        alone.covariance.flat(),
        close
      );
    }
    for (let v = 0; v < variables; ++v)
      for (let i = COUNT; i < stride; ++i) expect(space.values[at + v * stride + i]).toBe(9);
  });

  it("copies a point with all that its draw needs", () => {
    block.copy(1, SIZE);
    block.copy(SIZE, 2);
    const variables = model.variables.length;
    const space = {values: new Float64Array(variables * SIZE), at: 0, stride: SIZE};
    const {mean} = probe((numbers) => {
      block.draw(COUNT, numbers, space);
      return space.values;
    });
    for (let v = 0; v < variables; ++v) expect(mean[v * SIZE + 2]).toBe(mean[v * SIZE + 1]);
  });

  it("has no weight where sigma or a scale is beyond numbers", () => {
    for (const far of [-2000, 2000]) {
      if (dim === 0) continue;
      logs[(block.scales.variances - 1) * room] = far;
      block.weigh(1, proposals, weights);
      if (far > 0 || model.variables.includes("sigma")) expect(weights[0]).toBe(-Infinity);
    }
  });
});
