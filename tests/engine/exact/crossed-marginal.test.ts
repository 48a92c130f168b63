import {describe, expect, it} from "vitest";
import {CrossedMarginal} from "../../../src/engine/exact/crossed-marginal.js";
import {gatherClasses, hasOneFactor} from "../../../src/engine/exact/one-factor.js";
import {OneFactorMarginal} from "../../../src/engine/exact/one-factor-marginal.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {
  coefficientPosterior,
  levelColumns,
  populationColumns
} from "../../reference/coefficients.js";
import {slowMarginalDensity} from "../../reference/marginal-density.js";
import {drawnFrom, evaluateAt, pointOf} from "./marginal-points.js";
import {probe} from "./monte-carlo.js";
import {models} from "./small-models.js";

const apart = (values: readonly number[]) => values.slice(1).map((value) => value - values[0]);

describe.each(models)("the dense marginal density of $name", ({model}) => {
  const marginal = new CrossedMarginal(model.cells);

  it("is that of the rows' normal distribution, scales of 0 included", () => {
    const points = [pointOf(model, "a"), pointOf(model, "b", 3), pointOf(model, "c", 0)];
    const fast = points.map((at) => evaluateAt(model, marginal, at));
    const slow = points.map((at) => slowMarginalDensity(model, at));
    expectClose(apart(fast), apart(slow), {relative: 1e-9, absolute: 1e-9});
  });

  it("draws all coefficients from their distribution given the variances", () => {
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

  it("sums the squares of what a draw leaves over, row by row", () => {
    evaluateAt(model, marginal, pointOf(model, "squares"));
    marginal.draw(createGenerator("squares"));
    const drawn = drawnFrom(marginal);
    const {reference, p} = model.cells;
    const columns = [...populationColumns(model), ...levelColumns(model)];
    const squares = model.design.outcome.reduce((sum, y, i) => {
      const fit = columns.reduce(
        (total, column, j) => total + column[i] * (drawn[j] + (j < p ? reference[j] : 0)),
        0
      );
      return sum + (y - fit) ** 2;
    }, 0);
    expectClose(marginal.squares(), squares, {relative: 1e-10});
  });
});

describe("the two marginal densities", () => {
  const both = models.filter(({model}) => hasOneFactor(model.cells));

  it.each(both)("agree on $name", ({model}) => {
    const {cells} = model;
    const one = new OneFactorMarginal(gatherClasses(cells), cells.terms);
    const dense = new CrossedMarginal(cells);
    const points = Array.from({length: 8}, (_, i) => pointOf(model, `agree ${i}`, 10 ** (i - 4)));
    const [a, b] = [one, dense].map((own) => points.map((at) => evaluateAt(model, own, at)));
    expectClose(apart(a), apart(b), {relative: 1e-9, absolute: 1e-9});
    expect(a.every(Number.isFinite)).toBe(true);
  });
});
