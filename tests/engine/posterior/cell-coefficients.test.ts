import {describe, expect, it} from "vitest";
import {createModel} from "../../../src/engine/model/model.js";
import {gatherCells, scatterCells} from "../../../src/engine/posterior/cell-coefficients.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {columns} from "../design/r.js";

const {design, cells} = createModel({formula: "y ~ x + (1 + t | f * g) + (0 + x | h)"}, columns);
const generator = createGenerator("cells");
const normals = (length: number) => Float64Array.from({length}, () => generator.normal());
const terms = cells.terms.map(({columns: own, levels}) => ({
  values: normals(own.length * levels),
  adjoint: new Float64Array(own.length * levels).fill(NaN)
}));
const gamma = new Float64Array(cells.v * cells.cells).fill(NaN);
gatherCells(cells, terms, gamma);

describe("gatherCells", () => {
  it("gives a cell the coefficients of all terms on a column, added up", () => {
    const level = (k: number, name: string) => design.terms[k].levels.indexOf(name);
    const names = design.terms.map(({levels}) => levels[levels.length - 1]);
    expect(names).toEqual(["c", "v", "c_v", "1"]);
    const expected = [0, 1].map((a) =>
      [0, 1, 2].reduce((sum, k) => {
        const {length} = design.terms[k].levels;
        return sum + terms[k].values[a * length + level(k, names[k])];
      }, 0)
    );
    // The last cell is the last level of every factor; columns are 1, t and x.
    const last = [0, 1, 2].map((column) => gamma[(column + 1) * cells.cells - 1]);
    expectClose(last, [...expected, terms[3].values[level(3, "1")]], {absolute: 1e-14});
  });
});

describe("scatterCells", () => {
  it("is the transpose of gathering", () => {
    const byGamma = normals(gamma.length);
    scatterCells(cells, terms, byGamma);
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i], 0);
    const there = dot(gamma, byGamma);
    const back = terms.reduce((sum, {values, adjoint}) => sum + dot(values, adjoint), 0);
    expectClose(back, there, {absolute: 1e-12});
  });
});
