import {describe, expect, it} from "vitest";
import {factorCrossProducts} from "../../../src/engine/exact/arrow-factor.js";
import {createCellSolver, type CellSolver} from "../../../src/engine/exact/cell-solver.js";
import {GroupCovariance} from "../../../src/engine/exact/group-covariance.js";
import type {Model} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {cellCovariance} from "../../reference/coefficients.js";
import {eliminate, product, times, transpose, zeros} from "../../reference/dense.js";
import {modelOf, models, termsOf} from "./small-models.js";

const VARIANCE = 0.49;

function solverOf({cells}: Model, covariances: readonly Float64Array[]): CellSolver {
  const covariance = new GroupCovariance(cells);
  covariance.update(covariances);
  return createCellSolver(cells, factorCrossProducts(cells), covariance);
}

/** σ²I + L'KL written out. */
function matrixOf({cells}: Model, covariances: readonly Float64Array[]): number[][] {
  const {v} = cells;
  const {blocks} = factorCrossProducts(cells);
  const factor = zeros(cells.cells * v);
  factor.forEach((row, i) => {
    for (let b = 0; b < v; ++b) row[Math.floor(i / v) * v + b] = blocks[i * v + b];
  });
  const inner = product(product(transpose(factor), cellCovariance(cells, covariances)), factor);
  return inner.map((row, i) => row.map((value, j) => value + (i === j ? VARIANCE : 0)));
}

function rightSide(length: number): Float64Array {
  const generator = createGenerator("right side");
  return Float64Array.from({length}, () => generator.normal());
}

describe.each(models)("the solver of $name", ({model}) => {
  it("solves as elimination does, and leaves its surroundings alone", () => {
    for (const seed of ["one", "other"]) {
      const covariances = termsOf(model, seed).map((term) => term.scale.covariance());
      const solver = solverOf(model, covariances);
      expect(solver.factor(VARIANCE)).toBe(true);
      const y = rightSide(model.cells.cells * model.cells.v);
      const solved = Float64Array.of(7, ...y, 8, 9);
      solver.solve(solved, 1);
      const expected = times(eliminate(matrixOf(model, covariances)).inverse, [...y]);
      // The matrix's condition, the data's weight over the variance, is below 1e4.
      expectClose(solved, [7, ...expected, 8, 9], {relative: 1e-10, absolute: 1e-12});
    }
  });

  it("factors anew for another variance", () => {
    const covariances = termsOf(model, "again").map((term) => term.scale.covariance());
    const [fresh, used] = [solverOf(model, covariances), solverOf(model, covariances)];
    used.factor(100);
    const [a, b] = [fresh, used].map((solver) => {
      solver.factor(VARIANCE);
      const y = rightSide(model.cells.cells * model.cells.v);
      solver.solve(y, 0);
      return y;
    });
    expect(b).toEqual(a);
  });
});

describe("the solver that goes cell by cell", () => {
  it("agrees with the dense one, which a second term without variance calls for", () => {
    const alone = modelOf({formula: "y ~ t + (1 + t | f)"});
    const crossed = modelOf({formula: "y ~ t + (1 + t | f) + (1 | one)"});
    const [covariance] = termsOf(alone, "both").map((term) => term.scale.covariance());
    const [byCell, dense] = [
      solverOf(alone, [covariance]),
      solverOf(crossed, [covariance, Float64Array.of(0)])
    ];
    const [a, b] = [byCell, dense].map((solver) => {
      expect(solver.factor(VARIANCE)).toBe(true);
      const y = rightSide(8);
      solver.solve(y, 0);
      return y;
    });
    expect(byCell.constructor).not.toBe(dense.constructor);
    expectClose(a, b, {relative: 1e-11, absolute: 1e-13});
  });

  it.each(["y ~ t + (1 + t | f)", "y ~ t + (1 + t | f) + (1 | g)"])(
    "or not, says of %s that a variance below zero has no factor",
    (formula) => {
      const model = modelOf({formula});
      const covariances = termsOf(model, "negative").map((term) => term.scale.covariance());
      expect(solverOf(model, covariances).factor(-1)).toBe(false);
      expect(solverOf(model, covariances).factor(NaN)).toBe(false);
    }
  );
});
