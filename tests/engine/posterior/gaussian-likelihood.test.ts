import {describe, expect, it} from "vitest";
import {createModel, type Model} from "../../../src/engine/model/model.js";
import {GaussianLikelihood} from "../../../src/engine/posterior/gaussian-likelihood.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {columns} from "../design/r.js";

const model = createModel({formula: "y ~ x + z + (1 + t | f * g) + (0 + x | h)"}, columns);

/** Random coefficients: deviations from the reference, and levels by term. */
function randomPoint({cells}: Model, seed: string) {
  const generator = createGenerator(seed);
  const draw = (length: number) => Float64Array.from({length}, () => generator.normal());
  return {
    deviation: draw(cells.p),
    terms: cells.terms.map(({columns: own, levels}) => ({
      values: draw(own.length * levels),
      adjoint: new Float64Array(own.length * levels).fill(NaN)
    }))
  };
}

/** The residual of every row, straight from the design's columns. */
function residuals({design, cells}: Model, point: ReturnType<typeof randomPoint>): number[] {
  return Array.from(design.outcome, (y, i) => {
    let e = y;
    design.columns.population.forEach((column, j) => {
      e -= (column[i] - cells.means[j]) * (cells.reference[j] + point.deviation[j]);
    });
    design.terms.forEach(({codes, levels}, k) => {
      design.columns.varying[k].forEach((column, a) => {
        e -= column[i] * point.terms[k].values[a * levels.length + codes[i]];
      });
    });
    return e;
  });
}

describe("GaussianLikelihood", () => {
  const point = randomPoint(model, "likelihood");
  const likelihood = new GaussianLikelihood(model.cells, point.terms);
  likelihood.deviation.set(point.deviation);
  const precision = 0.7;
  const squares = likelihood.evaluate(precision);
  const rows = residuals(model, point);

  it("returns the residual sum of squares of the rows", () => {
    expectClose(
      squares,
      rows.reduce((sum, e) => sum + e * e, 0),
      {relative: 1e-10}
    );
  });

  it("fills the gradient with respect to population coefficients, times the precision", () => {
    const expected = model.design.columns.population.map(
      (column, j) =>
        precision * rows.reduce((sum, e, i) => sum + e * (column[i] - model.cells.means[j]), 0)
    );
    expectClose([...likelihood.byDeviation], expected, {relative: 1e-9, absolute: 1e-9});
  });

  it("fills every term's gradient with respect to its levels", () => {
    model.design.terms.forEach(({codes, levels}, k) => {
      const expected = new Float64Array(point.terms[k].values.length);
      model.design.columns.varying[k].forEach((column, a) => {
        rows.forEach((e, i) => {
          expected[a * levels.length + codes[i]] += precision * e * column[i];
        });
      });
      expectClose([...point.terms[k].adjoint], [...expected], {relative: 1e-9, absolute: 1e-9});
    });
  });

  it("gives the same answer when asked again", () => {
    expect(likelihood.evaluate(precision)).toBe(squares);
  });
});
