import {describe, expect, it} from "vitest";
import {createModel} from "../../../src/engine/model/model.js";
import {
  levelCross,
  levelInformation,
  levelSums,
  slopeByCell
} from "../../../src/engine/posterior/information.js";
import {expectClose} from "../../assert.js";
import {columns} from "../design/r.js";

const {design, cells} = createModel({formula: "y ~ x + t + (1 + t | f) + (0 + t | g)"}, columns);
const information = {...cells, precision: 2};
const y = design.outcome;
const x = design.columns.population.map((column, j) => column.map((v) => v - cells.means[j]));

describe.each([0, 1])("what the data tell of the levels of term %i", (t) => {
  const term = cells.terms[t];
  const {codes, levels} = design.terms[t];
  const z = design.columns.varying[t];

  it("is the sum over rows of products of the columns that vary, times the precision", () => {
    const own = levelInformation(cells, term, information);
    for (const [a, za] of z.entries())
      for (const [b, zb] of z.entries())
        levels.forEach((_, level) => {
          let sum = 0;
          for (let i = 0; i < y.length; ++i) if (codes[i] === level) sum += 2 * za[i] * zb[i];
          expectClose(own[(a * z.length + b) * levels.length + level], sum, {absolute: 1e-10});
        });
  });

  it("is shared with the population columns by the sum of their products", () => {
    const own = levelCross(cells, term, information);
    for (const [j, xj] of x.entries())
      for (const [a, za] of z.entries())
        levels.forEach((_, level) => {
          let sum = 0;
          for (let i = 0; i < y.length; ++i) if (codes[i] === level) sum += 2 * za[i] * xj[i];
          expectClose(own[(j * z.length + a) * levels.length + level], sum, {absolute: 1e-10});
        });
  });

  it("has the slope that residuals give, at any coefficients", () => {
    const deviation = Float64Array.from(x, (_, j) => 0.3 * j - 0.2);
    const gamma = Float64Array.from({length: cells.v * cells.cells}, (_, i) => Math.sin(i));
    const slope = levelSums(cells, term, slopeByCell(cells, information, deviation, gamma));
    // One varying column is 1 and the other t; both terms share the cells of f and g.
    const cell = new Map<string, number>();
    const byRow = design.terms[0].codes.map((code, i) => {
      const key = `${code} ${design.terms[1].codes[i]}`;
      const known = [...cells.terms[0].codes].findIndex(
        (own, c) => own === code && cells.terms[1].codes[c] === design.terms[1].codes[i]
      );
      cell.set(key, known);
      return known;
    });
    const distinct: Float64Array[] = [];
    cells.terms.forEach(({columns: positions}, k) => {
      positions.forEach((position, a) => (distinct[position] = design.columns.varying[k][a]));
    });
    const residual = y.map((own, i) => {
      let fit = 0;
      x.forEach((xj, j) => (fit += xj[i] * (cells.reference[j] + deviation[j])));
      distinct.forEach((column, v) => (fit += column[i] * gamma[v * cells.cells + byRow[i]]));
      return own - fit;
    });
    for (const [a, za] of z.entries())
      levels.forEach((_, level) => {
        let sum = 0;
        for (let i = 0; i < y.length; ++i) if (codes[i] === level) sum += 2 * za[i] * residual[i];
        expectClose(slope[a * levels.length + level], sum, {absolute: 1e-9});
      });
    expect(cell.size).toBe(cells.cells);
  });
});
