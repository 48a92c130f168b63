import {describe, expect, it} from "vitest";
import {columnsOf} from "../../../src/data/report/rows.js";

describe("columnsOf", () => {
  it("makes a column per name, in order of appearance", () => {
    const columns = columnsOf([{x: 1}, {y: "a", x: 2}]);
    expect(Object.keys(columns)).toEqual(["x", "y"]);
  });

  it("marks what a row lacks: NaN among numbers, null among texts", () => {
    expect(columnsOf([{x: 1}, {y: "a"}, {x: null, y: null}])).toEqual({
      x: Float64Array.of(1, NaN, NaN),
      y: [null, "a", null]
    });
  });

  it("takes a column without any value for texts", () => {
    expect(columnsOf([{x: null}])).toEqual({x: [null]});
  });

  it("refuses numbers and texts in one column", () => {
    expect(() => columnsOf([{x: 1}, {x: "one"}])).toThrow(
      'ambiguous column: x holds numbers and "one"; keep one kind'
    );
  });

  it("makes no columns of no rows", () => {
    expect(columnsOf([])).toEqual({});
  });
});
