import {describe, expect, it} from "vitest";
import {factorCrossProducts} from "../../../src/engine/exact/arrow-factor.js";
import {CellSolver} from "../../../src/engine/exact/cell-solver.js";
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
  return new CellSolver(cells, factorCrossProducts(cells).blocks, covariance);
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

/** M⁻¹ y in its two halves. */
function solve(solver: CellSolver, y: Float64Array): Float64Array {
  expect(solver.whiten(VARIANCE, y, 1)).toBe(true);
  solver.unwhiten(y);
  return y;
}

describe.each(models)("the solver of $name", ({model}) => {
  const size = model.cells.cells * model.cells.v;

  it("solves as elimination does, row by row", () => {
    for (const seed of ["one", "other"]) {
      const covariances = termsOf(model, seed).map((term) => term.scale.covariance());
      const solver = solverOf(model, covariances);
      const count = Math.min(2, model.cells.p + 1);
      const rows = rightSide(count * size);
      const {inverse} = eliminate(matrixOf(model, covariances));
      const each = [rows.subarray(0, size), rows.subarray(size)].slice(0, count);
      const expected = each.map((y) => times(inverse, [...y]));
      expect(solver.whiten(VARIANCE, rows, count)).toBe(true);
      each.forEach((x) => solver.unwhiten(x));
      // The matrix's condition, the data's weight over the variance, is below 1e4.
      expectClose(rows, expected.flat(), {relative: 1e-10, absolute: 1e-12});
    }
  });

  it("whitens: products of rows are those over the matrix", () => {
    const covariances = termsOf(model, "white").map((term) => term.scale.covariance());
    const y = rightSide(size);
    const solved = times(eliminate(matrixOf(model, covariances)).inverse, [...y]);
    const squares = solved.reduce((sum, x, i) => sum + x * y[i], 0);
    solverOf(model, covariances).whiten(VARIANCE, y, 1);
    expectClose([y.reduce((sum, x) => sum + x * x, 0)], [squares], {relative: 1e-10, absolute: 0});
  });

  it("factors anew for another variance", () => {
    const covariances = termsOf(model, "again").map((term) => term.scale.covariance());
    const [fresh, used] = [solverOf(model, covariances), solverOf(model, covariances)];
    used.whiten(100, rightSide(size), 1);
    const [a, b] = [fresh, used].map((solver) => solve(solver, rightSide(size)));
    expect(b).toEqual(a);
  });
});

describe("CellSolver", () => {
  it.each(["y ~ t + (1 + t | f)", "y ~ t + (1 + t | f) + (1 | g)"])(
    "says of %s that a variance below zero has no factor",
    (formula) => {
      const model = modelOf({formula});
      const covariances = termsOf(model, "negative").map((term) => term.scale.covariance());
      const whiten = (variance: number) =>
        solverOf(model, covariances).whiten(variance, rightSide(model.cells.cells * 2), 1);
      expect(whiten(-1)).toBe(false);
      expect(whiten(NaN)).toBe(false);
    }
  );
});
