import {describe, expect, it} from "vitest";
import {createDesign} from "../../../src/engine/design/design.js";
import {coefficientName, termColumns} from "../../../src/engine/design/matrix.js";
import {usableRows} from "../../../src/engine/design/rows.js";
import {parseFormula} from "../../../src/engine/formula/formula.js";
import {expectClose} from "../../assert.js";
import {columns, matrices} from "./r.js";

function designOf(text: string) {
  const formula = parseFormula(text);
  return createDesign(formula, usableRows(formula, columns, Object.keys(columns)));
}

describe("the columns of a formula", () => {
  it.each(matrices)("of $formula have brms's names, in its order", ({formula, names}) => {
    expect(designOf(formula).coefficients.map(({name}) => name)).toEqual(names);
  });

  it.each(matrices)("of $formula have R's numbers", (matrix) => {
    const {population} = designOf(matrix.formula).columns;
    // R prints 15 digits.
    population.forEach((column, j) => {
      expectClose(column, matrix.columns[j], {absolute: 1e-13, relative: 1e-13}, matrix.names[j]);
    });
    expect(population.length).toBe(matrix.columns.length);
  });
});

describe("termColumns", () => {
  it("gives nothing for no terms, with and without a constant", () => {
    expect(termColumns([], true, {}, columns)).toEqual({names: [], columns: []});
    expect(termColumns([], false, {}, columns)).toEqual({names: [], columns: []});
  });
});

describe("coefficientName", () => {
  it.each([
    ["region_txtSouth America", "region_txtSouthAmerica"],
    ["I(x^2)", "IxE2"],
    ["I((x+z)/2-1)", "IxPzD2M1"],
    ["I(x*z)", "IxMUz"],
    ["age55+", "age55P"],
    ["größeÄrmer", "größeÄrmer"],
    ["a:b.c_d", "a:b.c_d"],
    ["share50%", "share50%"]
  ])("writes %s as brms does: %s", (text, name) => {
    expect(coefficientName(text)).toBe(name);
  });
});
