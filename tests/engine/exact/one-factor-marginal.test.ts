import {describe, expect, it} from "vitest";
import {gatherClasses, hasOneFactor} from "../../../src/engine/exact/one-factor.js";
import {OneFactorMarginal} from "../../../src/engine/exact/one-factor-marginal.js";
import type {Model} from "../../../src/engine/model/model.js";
import {expectClose} from "../../assert.js";
import {centralDifference} from "../../reference/central-difference.js";
import {coefficientPosterior} from "../../reference/coefficients.js";
import {slowMarginalDensity} from "../../reference/marginal-density.js";
import {drawnFrom, evaluateAt, pointOf} from "./marginal-points.js";
import {probe} from "./monte-carlo.js";
import {experiment, modelOf, models} from "./small-models.js";

const data = experiment("one factor");
// Every level has the same rows of t, so that all groups are of one class.
const balanced = {
  ...data,
  t: (data.t as Float64Array).map((_, i) => Math.floor(i / 4) % 2),
  many: (data.f as string[]).map((_, i) => `row ${i % 20}`)
};

const cases = [
  ...models.filter(({model}) => hasOneFactor(model.cells)),
  ...[
    {formula: "y ~ t + (1 + t | f) + (0 + x | f)", priors: ["b: cauchy(0, 1)"]},
    {formula: "y ~ x + z + f", priors: ["b: normal(0.5, 2)", "Intercept: flat"]},
    {formula: "y ~ t + x + (1 + t | many)"},
    {formula: "y ~ x + twice + (1 | f)", priors: ["b: student_t(3, 1, 2)"]}
  ].map((spec) => ({name: `balanced ${spec.formula}`, model: modelOf(spec, balanced)}))
];

function marginalOf({cells}: Model): OneFactorMarginal {
  return new OneFactorMarginal(gatherClasses(cells), cells.terms);
}

describe.each(cases)("the marginal density of $name", ({model}) => {
  it("is that of the rows' normal distribution, up to a constant", () => {
    const marginal = marginalOf(model);
    const points = ["a", "b", "c"].map((seed) => pointOf(model, seed));
    const [first, ...others] = points.map((at) => evaluateAt(model, marginal, at));
    const [slow, ...slower] = points.map((at) => slowMarginalDensity(model, at));
    const apart = (values: number[], from: number) => values.map((value) => value - from);
    expectClose(apart(others, first), apart(slower, slow), {relative: 1e-9, absolute: 1e-9});
  });

  it("stays right where scales are 0, or far beyond the residuals", () => {
    const marginal = marginalOf(model);
    const [base, none, wide] = [1, 0, 1e3].map((factor) => pointOf(model, "scaled", factor));
    const at = (point: typeof base) => evaluateAt(model, marginal, point);
    const slow = (point: typeof base) => slowMarginalDensity(model, point);
    // The rows' matrix has a condition of 1e7 when scales are this wide.
    expectClose(at(none) - at(base), slow(none) - slow(base), {relative: 1e-9, absolute: 1e-9});
    expectClose(at(wide) - at(base), slow(wide) - slow(base), {relative: 1e-7, absolute: 1e-7});
  });

  it("has the derivatives of its differences", () => {
    const marginal = marginalOf(model);
    const point = pointOf(model, "slopes");
    const {terms} = model.cells;
    const flat = Float64Array.of(
      Math.log(point.sigma),
      ...point.precision.map((own) => Math.log(own > 0 ? own : 1)),
      ...point.scales.flatMap((own) => [...own])
    );
    const moved = (q: Float64Array): number => {
      const p = model.cells.p;
      let from = 1 + p;
      const scales = terms.map(({columns}) => q.slice(from, (from += columns.length ** 2)));
      const precision = point.precision.map((own, j) => (own > 0 ? Math.exp(q[1 + j]) : 0));
      return evaluateAt(model, marginal, {...point, scales, precision, sigma: Math.exp(q[0])});
    };
    const expected = centralDifference(moved, flat, 1e-4);
    moved(flat);
    marginal.differentiate();
    const found = Float64Array.of(
      marginal.byLogSigma,
      ...marginal.byLogPrecision,
      ...marginal.byScales.flatMap((own) => [...own])
    );
    // Above the diagonal scales have no place, and what is said of them is not used.
    const used = Float64Array.of(
      ...new Array<number>(1 + model.cells.p).fill(1),
      ...terms.flatMap(({columns: {length: k}}) =>
        Array.from({length: k * k}, (_, i) => Number(i % k <= Math.floor(i / k)))
      )
    );
    const kept = (values: Float64Array) => values.map((value, i) => value * used[i]);
    const size = Math.max(1, ...expected.map(Math.abs));
    expectClose(kept(found), kept(expected), {relative: 1e-7, absolute: 1e-8 * size});
  });

  it("draws all coefficients from their distribution given the variances", () => {
    const marginal = marginalOf(model);
    const point = pointOf(model, "draws");
    evaluateAt(model, marginal, point);
    const {mean, covariance} = probe((generator) => {
      marginal.draw(generator);
      return drawnFrom(marginal);
    });
    const expected = coefficientPosterior(model, {
      ...point,
      location: Float64Array.from(point.location),
      precision: Float64Array.from(point.precision)
    });
    const {reference, p} = model.cells;
    const centre = expected.mean.map((value, i) => value - (i < p ? reference[i] : 0));
    expectClose(mean, centre, {relative: 1e-8, absolute: 1e-8});
    expectClose(covariance.flat(), expected.covariance.flat(), {relative: 1e-8, absolute: 1e-8});
  });
});

describe("OneFactorMarginal", () => {
  it("draws coefficients of 0 where scales are 0", () => {
    const model = modelOf({formula: "y ~ t + (1 + t | f)"}, data);
    const marginal = marginalOf(model);
    evaluateAt(model, marginal, pointOf(model, "zero", 0));
    const {mean, covariance} = probe((generator) => {
      marginal.draw(generator);
      return drawnFrom(marginal).slice(model.cells.p);
    });
    expect([...mean, ...covariance.flat()].every((value) => value === 0)).toBe(true);
  });

  it("is NaN where sigma is 0 or not a number", () => {
    const model = modelOf({formula: "y ~ t + (1 + t | f)"}, data);
    const point = pointOf(model, "beyond");
    for (const sigma of [0, NaN])
      expect(evaluateAt(model, marginalOf(model), {...point, sigma})).toBeNaN();
  });
});
