import {describe, expect, it} from "vitest";
import type {Cells} from "../../../src/engine/design/cells.js";
import {factorCrossProducts, type ArrowFactor} from "../../../src/engine/exact/arrow-factor.js";
import type {Model} from "../../../src/engine/model/model.js";
import {expectClose} from "../../assert.js";
import {populationColumns} from "../../reference/coefficients.js";
import {product, transpose, zeros} from "../../reference/dense.js";
import {experiment, modelOf, models} from "./small-models.js";

/** The factor written out, cells first. */
function assemble({blocks, border, corner}: ArrowFactor, {cells, v, p}: Cells): number[][] {
  const size = cells * v;
  const out = zeros(size + p);
  for (let i = 0; i < size; ++i)
    for (let b = 0; b < v; ++b) out[i][Math.floor(i / v) * v + b] = blocks[i * v + b];
  for (let j = 0; j < p; ++j) {
    for (let i = 0; i < size; ++i) out[size + j][i] = border[j * size + i];
    for (let k = 0; k < p; ++k) out[size + j][size + k] = corner[j * p + k];
  }
  return out;
}

/** Cross-products from rows: every cell's varying columns, then the population's. */
function fromRows(model: Model): number[][] {
  const {cells, design} = model;
  const {v, terms} = cells;
  const varying: number[][] = [];
  terms.forEach(({columns}, t) =>
    columns.forEach((column, a) => (varying[column] = [...design.columns.varying[t][a]]))
  );
  const isIn = (row: number, cell: number) =>
    design.terms.every(({codes}, t) => codes[row] === terms[t].codes[cell]);
  const own = Array.from({length: cells.cells * v}, (_, i) =>
    varying[i % v].map((x, row) => (isIn(row, Math.floor(i / v)) ? x : 0))
  );
  const columns = [...own, ...populationColumns(model)];
  return product(columns, transpose(columns));
}

const collinear = modelOf({formula: "y ~ x + twice + z + both + (1 | f)"});
const spanned = modelOf({formula: "y ~ 0 + Intercept + t + f + (1 + t | f)"});
const none = modelOf({formula: "y ~ 0 + (1 + t + x | f)"});
const constants = {...experiment("constants"), t: new Float64Array(60)};
const empty = modelOf({formula: "y ~ x + (1 + t | f)"}, constants);

const cases = [
  ...models,
  {name: "collinear population columns", model: collinear},
  {name: "population columns that the groups' span", model: spanned},
  {name: "no population columns", model: none},
  {name: "a varying column of zeros", model: empty}
];

describe.each(cases)("the factor of $name", ({model}) => {
  const factor = factorCrossProducts(model.cells);
  const whole = assemble(factor, model.cells);

  it("times its transpose is the cross-products of the rows", () => {
    const expected = fromRows(model);
    const got = product(whole, transpose(whole));
    // Sums over 60 rows, and pivots that were called zero below 1e-11 of their column.
    const size = Math.max(...expected.map((row, i) => row[i]));
    expectClose(got.flat(), expected.flat(), {absolute: 1e-12 * size});
  });

  it("is lower triangular, with no negative pivot", () => {
    whole.forEach((row, i) => {
      expect(row[i]).toBeGreaterThanOrEqual(0);
      expect(row.slice(i + 1).every((value) => value === 0)).toBe(true);
    });
  });
});

describe("factorCrossProducts(cells)", () => {
  it("drops a collinear column, and only that", () => {
    const {p} = collinear.cells;
    const {corner} = factorCrossProducts(collinear.cells);
    const pivots = Array.from({length: p}, (_, j) => corner[j * p + j]);
    // Intercept (within the groups' span), x, twice, z, both.
    expect(pivots.map((pivot) => pivot > 0)).toEqual([false, true, false, true, false]);
    for (const j of [2, 4]) for (let i = j; i < p; ++i) expect(corner[i * p + j]).toBe(0);
  });

  it("drops the treatment of a cell that nobody treats", () => {
    const {cells} = models[5].model;
    const {blocks} = factorCrossProducts(cells);
    const pivots = Array.from({length: cells.cells}, (_, c) => blocks[4 * c + 3] > 0);
    expect(pivots).toEqual([true, true, true, false]);
  });

  it("has nothing but the population's factor without group terms", () => {
    const {blocks, border, corner} = factorCrossProducts(models[0].model.cells);
    expect([blocks.length, border.length, corner.length]).toEqual([0, 0, 9]);
  });
});
