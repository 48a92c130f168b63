import {describe, expect, it} from "vitest";
import {crossProducts, levelCoefficients} from "../../../src/engine/exact/cross-products.js";
import {expectClose} from "../../assert.js";
import {levelColumns, populationColumns} from "../../reference/coefficients.js";
import {product, transpose} from "../../reference/dense.js";
import {models} from "./small-models.js";

describe.each(models)("the cross-products of $name", ({model}) => {
  const {cells, design} = model;
  const x = populationColumns(model);
  const z = levelColumns(model);

  it("are those of the rows of [Z X e]", () => {
    const e = [...design.outcome].map((y, i) =>
      x.reduce((sum, column, j) => sum - column[i] * cells.reference[j], y)
    );
    const columns = [...z, ...x, e];
    const expected = product(columns, transpose(columns)).flat();
    // Sums over 60 rows of numbers of order one, and e is orthogonal to X but for rounding.
    expectClose(crossProducts(cells), expected, {relative: 1e-12, absolute: 1e-12});
  });

  it("count a coefficient for every level", () => {
    expect(levelCoefficients(cells)).toBe(z.length);
  });
});
