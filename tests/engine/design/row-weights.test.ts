import {describe, expect, it} from "vitest";
import {rowWeights} from "../../../src/engine/design/row-weights.js";
import {usableRows} from "../../../src/engine/design/rows.js";
import {InputError} from "../../../src/engine/error.js";
import {parseFormula} from "../../../src/engine/formula/formula.js";
import type {Columns} from "../../../src/engine/types.js";

const data: Columns = {
  y: Float64Array.of(1, 2, 3, 4),
  s: Float64Array.of(1, 2, 0.5, 4),
  w: Float64Array.of(3, 0, 1, 8),
  text: ["a", "b", "c", "d"]
};

function weightsOf(formula: string, columns: Columns = data) {
  const parsed = parseFormula(formula);
  return rowWeights(parsed, usableRows(parsed, columns));
}

describe("rowWeights", () => {
  it.each([
    ["y ~ 1", null],
    ["y | weights(w) ~ 1", [3, 0, 1, 8]],
    ["y | se(s) ~ 1", [1, 0.25, 4, 0.0625]],
    ["y | se(s) + weights(w) ~ 1", [3, 0, 4, 0.5]],
    ["y | se(2 * s) ~ 1", [0.25, 0.0625, 1, 0.015625]]
  ])("of %s are w / se²", (formula, expected) => {
    expect(weightsOf(formula)).toEqual(expected && Float64Array.from(expected));
  });

  it("leave rows out that lack one, and leave the column as it was", () => {
    const s = Float64Array.of(1, NaN, 0.5, 4);
    expect(weightsOf("y | se(s) ~ 1", {...data, s})).toEqual(Float64Array.of(1, 4, 0.0625));
    weightsOf("y | se(s) + weights(w) ~ 1");
    expect(data.w).toEqual(Float64Array.of(3, 0, 1, 8));
  });

  it.each([
    [
      "y | se(w) ~ 1",
      "invalid standard error: w is 0 in row 2; it must be positive, so leave the row out or mend it"
    ],
    ["y | se(s - 1) ~ 1", "invalid standard error: s-1 is 0 in row 1; it must be positive"],
    ["y | weights(w - 1) ~ 1", "invalid weight: w-1 is -1 in row 2; weights must not be negative"],
    ["y | weights(0 * w) ~ 1", "invalid weights: 0*w is 0 in every row; some row must count"],
    [
      "y | se(text) ~ 1",
      'invalid standard error: column text is text ("a"); give a column of numbers'
    ],
    [
      "y | weights(text) ~ 1",
      'invalid weight: column text is text ("a"); give a column of numbers'
    ],
    ["y | se(sd) ~ 1", "unknown column: sd;"]
  ])("refuse %s with one sentence", (formula, message) => {
    expect(() => weightsOf(formula)).toThrow(InputError);
    expect(() => weightsOf(formula)).toThrow(message);
  });

  it("name a wrong row by its place in the file, rows left out counted", () => {
    const columns = {...data, y: Float64Array.of(NaN, 2, 3, 4), s: Float64Array.of(1, 2, 3, -1)};
    expect(() => weightsOf("y | se(s) ~ 1", columns)).toThrow("s is -1 in row 4");
  });
});
