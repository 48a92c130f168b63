import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {formulaColumns, pick, usableRows} from "../../../src/engine/design/rows.js";
import {parseFormula} from "../../../src/engine/formula/formula.js";
import type {Columns} from "../../../src/engine/types.js";

const data: Columns = {
  y: Float64Array.of(1, NaN, 3, 4, 5),
  x: Float64Array.of(1, 2, NaN, 4, 5),
  treated: Float64Array.of(0, 1, 0, 1, NaN),
  g: ["a", "b", null, "b", "a"],
  empty: new Float64Array(5).fill(NaN),
  same: new Float64Array(5).fill(2),
  text: ["p", "q", "r", "s", "t"]
};
const rows = (text: string, also?: string[], columns = data) =>
  usableRows(parseFormula(text), columns, also);

describe("usableRows", () => {
  it("drops and counts rows in which a column of the formula is missing", () => {
    const {n, dropped, kept, data: left} = rows("y ~ x");
    expect([n, dropped, [...kept]]).toEqual([3, 2, [0, 3, 4]]);
    expect(left).toEqual({y: Float64Array.of(1, 4, 5), x: Float64Array.of(1, 4, 5)});
  });

  it("minds grouping factors, functions' columns and columns asked for beside the formula", () => {
    expect([...rows("y ~ 1 + (1 | g)").kept]).toEqual([0, 3, 4]);
    expect([...rows("y ~ I(x^2)").kept]).toEqual([0, 3, 4]);
    expect([...rows("y ~ x", ["treated"]).kept]).toEqual([0, 3]);
  });

  it("pays no heed to columns that nothing uses", () => {
    expect(rows("y ~ 1").dropped).toBe(1);
  });

  it("names an unknown column with the nearest that there is", () => {
    expect(() => rows("y ~ treatd")).toThrow("unknown column: treatd; did you mean treated?");
    expect(() => rows("y ~ x", ["g2"])).toThrow("unknown column: g2; did you mean g?");
  });

  it("does not mistake what every object has for a column", () => {
    expect(() => rows("y ~ constructor")).toThrow("unknown column: constructor");
  });

  it("names the row, counted from 1, of an infinite value", () => {
    const infinite = {...data, x: Float64Array.of(1, 2, -Infinity, 4, 5)};
    expect(() => rows("y ~ x", [], infinite)).toThrow(
      "invalid value in column x: -Infinity in row 3; a model needs finite numbers"
    );
  });

  it.each([
    ["a constant outcome", "same ~ x", /invalid outcome: same is 2 in every row/],
    [
      "a text outcome",
      "text ~ x",
      /invalid outcome: text is text \("p"\); give a column of numbers/
    ],
    [
      "a column without any value",
      "y ~ x + empty",
      /missing rows: column empty is missing in every/
    ]
  ])("refuses %s", (_, text, message) => {
    expect(() => rows(text)).toThrow(InputError);
    expect(() => rows(text)).toThrow(message);
  });

  it("says when no row is complete though no column is empty", () => {
    const gaps = {y: Float64Array.of(1, NaN), x: Float64Array.of(NaN, 2)};
    expect(() => rows("y ~ x", [], gaps)).toThrow(
      "missing rows: each of the 2 rows lacks at least one of y, x"
    );
  });

  it("refuses data without a row", () => {
    const none = {y: new Float64Array(), x: new Float64Array()};
    expect(() => rows("y ~ x", [], none)).toThrow("missing rows: the data hold no row");
  });
});

describe("formulaColumns", () => {
  it("lists every column once, the outcome first, and no equation's name", () => {
    const formula = parseFormula("y ~ lambda * t + controls", [
      "lambda ~ I(a * b) + (1 + c | g:h)",
      "controls ~ a + t"
    ]);
    expect(formulaColumns(formula)).toEqual(["y", "t", "a", "b", "c", "g", "h"]);
  });
});

describe("pick", () => {
  it("takes rows of numbers and of texts, in the order asked for", () => {
    expect(pick(Float64Array.of(5, 6, 7), Int32Array.of(2, 0))).toEqual(Float64Array.of(7, 5));
    expect(pick(["a", null, "c"], Int32Array.of(1, 2))).toEqual([null, "c"]);
  });
});
