import {describe, expect, it} from "vitest";
import {CrossedMarginal} from "../../../src/engine/exact/crossed-marginal.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {
  coefficientPosterior,
  levelColumns,
  populationColumns
} from "../../reference/coefficients.js";
import {drawnFrom, pointOf, takeIn} from "./marginal-points.js";
import {probe} from "./monte-carlo.js";
import {models} from "./small-models.js";

/** No term leads, then each of them. */
const cases = models.flatMap(({name, model}) =>
  [-1, ...model.cells.terms.keys()].map((lead) => ({name, model, lead}))
);

describe.each(cases)("all coefficients of $name, term $lead eliminated first", ({model, lead}) => {
  const marginal = new CrossedMarginal(model.cells, lead);

  it("draws all coefficients from their distribution given the variances", () => {
    const point = pointOf(model, "draws");
    takeIn(model, marginal, point);
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
    takeIn(model, marginal, pointOf(model, "squares"));
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

describe("a CrossedMarginal", () => {
  const {model} = models[8];

  it("says of coefficients beyond numbers that they are not determined", () => {
    for (const lead of [-1, 0]) {
      const marginal = new CrossedMarginal(model.cells, lead);
      expect(takeIn(model, marginal, pointOf(model, "in"))).toBe(true);
      expect(takeIn(model, marginal, {...pointOf(model, "out"), sigma: NaN})).toBe(false);
    }
  });

  it("draws the same for the same seed", () => {
    const marginal = new CrossedMarginal(model.cells, 0);
    takeIn(model, marginal, pointOf(model, "same"));
    const [a, b] = ["one", "one"].map((seed) => {
      marginal.draw(createGenerator(seed));
      return drawnFrom(marginal);
    });
    expect(a).toEqual(b);
  });
});
