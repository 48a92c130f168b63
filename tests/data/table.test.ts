import {readFileSync} from "node:fs";
import {table as createTable} from "arquero";
import {describe, expect, it} from "vitest";
import {readDta} from "../../src/data/dta.js";
import {cells, fromColumns, fromDta, isMissing, toColumns} from "../../src/data/table.js";
import {InputError} from "../../src/engine/error.js";

describe("fromDta(file)", () => {
  it("keeps the variables, their order and their codes", () => {
    const file = readDta(readFileSync("tests/fixtures/dta/haven-118.dta"));
    const table = fromDta(file);
    expect(table.columnNames()).toEqual(file.variables.map(({name}) => name));
    expect(toColumns(table)).toEqual(
      Object.fromEntries(file.variables.map(({name, values}) => [name, values]))
    );
  });
});

describe("toColumns(table)", () => {
  it("undoes fromColumns", () => {
    const columns = {x: Float64Array.of(1, NaN), t: ["a", null]};
    expect(toColumns(fromColumns(columns))).toEqual(columns);
  });

  it("gives the rows that are shown, in the order they are shown", () => {
    const table = createTable({x: Float64Array.of(3, 1, 2, 4), t: ["c", "a", "b", "d"]});
    const shown = table.filter((d: {x: number}) => d.x < 4).orderby("x");
    expect(toColumns(shown)).toEqual({x: Float64Array.of(1, 2, 3), t: ["a", "b", "c"]});
  });

  it("writes NaN for missing numbers and null for missing texts, whatever stood there", () => {
    const table = createTable({x: [1, null, undefined, NaN], t: ["a", null, undefined, NaN]});
    expect(toColumns(table)).toEqual({
      x: Float64Array.of(1, NaN, NaN, NaN),
      t: ["a", null, null, null]
    });
  });

  it("gives booleans as 0 and 1, and a column without values as numbers", () => {
    expect(toColumns(createTable({b: [true, false], e: [null, null]}))).toEqual({
      b: Float64Array.of(1, 0),
      e: Float64Array.of(NaN, NaN)
    });
  });

  it.each([[["a", 1]], [[1, {}]], [["a", new Date(0)]]])("refuses a column of %j", (mix) => {
    expect(() => toColumns(createTable({m: mix}))).toThrow(InputError);
    expect(() => toColumns(createTable({m: mix}))).toThrow(/^ambiguous column: "m" holds /);
  });
});

describe("cells(table, name)", () => {
  it("refuses a column that is not there, and names those that are", () => {
    expect(() => cells(createTable({a: [1], b: [2]}), "c")).toThrow(
      'missing column: "c"; the columns are a, b'
    );
  });
});

describe("isMissing(value)", () => {
  it("holds for null, undefined and NaN, and for nothing else", () => {
    expect([null, undefined, NaN].every(isMissing)).toBe(true);
    expect([0, "", "NA", false, Infinity].some(isMissing)).toBe(false);
  });
});
