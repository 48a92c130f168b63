import {describe, expect, it} from "vitest";
import {binaryCellRows, cellRows} from "../../../src/engine/design/cell-rows.js";
import {sumRows} from "../../../src/engine/design/summed-rows.js";
import {parseFormula} from "../../../src/engine/formula/formula.js";
import type {Columns} from "../../../src/engine/types.js";

const data: Columns = {
  y: Float64Array.of(1, 0, 1, 1, 0, 1),
  x: Float64Array.of(2, 4, 9, 1, 5, 6),
  t: Float64Array.of(1, 1, 0, 1, 0, 0),
  g: ["b", "b", "a", "b", "a", "b"]
};
const summed = sumRows(data, {fixed: ["g", "t"], averaged: ["y", "x"], outcome: "y"});
const parse = (text: string) => parseFormula(text, []);

describe("cellRows", () => {
  it("gives a row for each cell, of its means, with how many rows it stands for", () => {
    const {rows, within} = cellRows(parse("y ~ x + t + (1 | g)"), summed);
    expect({n: rows.n, total: rows.total, dropped: rows.dropped}).toEqual({
      n: 3,
      total: 6,
      dropped: 0
    });
    expect([...rows.counts!]).toEqual([2, 1, 3]);
    expect([...rows.data.y]).toEqual([0.5, 1, 2 / 3]);
    expect(within).toBe(summed);
  });

  it("tells an outcome that is equal in every row from one that varies inside equal means", () => {
    const fixed = {g: ["a", "a", "b", "b"], x: Float64Array.of(1, 2, 3, 5)};
    const sum = (y: Float64Array) =>
      sumRows({...fixed, y}, {fixed: ["g"], averaged: ["x", "y"], outcome: "y"});
    const formula = parse("y ~ 1 + (1 | g)");
    expect([...cellRows(formula, sum(Float64Array.of(0, 1, 1, 0))).rows.data.y]).toEqual([
      0.5, 0.5
    ]);
    expect(() => cellRows(formula, sum(Float64Array.of(1, 1, 1, 1)))).toThrow(
      "invalid outcome: y is 1 in every row; an effect needs one that varies"
    );
  });

  it.each([["y ~ x * t + (1 | g)"], ["y ~ I(t^2) + x + (1 + t | g)"]])(
    "takes means for columns where a formula is linear in them: %s",
    (text) => {
      expect(cellRows(parse(text), summed).rows.n).toBe(3);
    }
  );

  it.each([
    ["y ~ t + (1 | x)", "unsupported term: x of summed rows; x varies inside cells"],
    ["y ~ factor(x) + (1 | g)", "unsupported term: factor(x) of summed rows"],
    ["y ~ t:x:I(x + 1) + (1 | g)", "x varies inside cells and may enter only by itself"],
    ["y | se(t) ~ x + (1 | g)", "unsupported weights() or se(): rows that are summed have neither"],
    ["t ~ x + (1 | g)", "unknown outcome: t; the rows were summed for y"],
    ["y ~ h + (1 | g)", "unknown column: h"]
  ])("refuses %s", (text, sentence) => {
    expect(() => cellRows(parse(text), summed)).toThrow(sentence);
  });

  it("refuses an averaged column as a factor of another equation", () => {
    const formula = parseFormula("y ~ lambda * x + c", ["lambda ~ t", "c ~ t"]);
    expect(() => cellRows(formula, summed)).toThrow("unsupported term: x of summed rows");
  });
});

describe("binaryCellRows", () => {
  it("gives a row for each value of the outcome that a cell holds, and leaves nothing within", () => {
    const {rows, within} = binaryCellRows(parse("y ~ t + (1 | g)"), summed);
    expect(within).toBeNull();
    expect([...rows.data.y]).toEqual([0, 1, 1, 0, 1]);
    expect(rows.data.g).toEqual(["a", "a", "b", "b", "b"]);
    expect([...rows.counts!]).toEqual([1, 1, 1, 1, 2]);
    expect(rows.total).toBe(6);
  });

  it("finds whole counts where a mean of ones has been rounded", () => {
    const many = Float64Array.from({length: 49}, (_, i) => Number(i < 6));
    const sums = sumRows({y: many}, {fixed: [], averaged: ["y"], outcome: "y"});
    const {rows} = binaryCellRows(parse("y ~ 1"), sums);
    expect([...rows.counts!]).toEqual([43, 6]);
  });

  it("refuses controls that vary inside cells, also where only a comparison needs them", () => {
    const sentence = "unsupported column: x with family bernoulli; it varies inside cells";
    expect(() => binaryCellRows(parse("y ~ x + (1 | g)"), summed)).toThrow(sentence);
    expect(() => binaryCellRows(parse("y ~ t + (1 | g)"), summed, ["x"])).toThrow(sentence);
  });

  it("refuses an outcome of other values", () => {
    const sums = sumRows(data, {fixed: ["g", "t"], averaged: ["x"], outcome: "x"});
    expect(() => binaryCellRows(parse("x ~ t + (1 | g)"), sums)).toThrow(
      "invalid outcome: x is not 0 or 1 in every row"
    );
  });
});
