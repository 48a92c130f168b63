import {describe, expect, it} from "vitest";
import {toArrow} from "../../src/data/arrow.js";
import {tableOfArrow, tableOfRows} from "../../src/components/taken-table.js";
import type {Row} from "../../src/components/taken-table.js";

const kinds = (rows: readonly Row[]) =>
  Object.fromEntries(tableOfRows(rows, []).columns.map(({name, kind}) => [name, kind]));

describe("tableOfRows", () => {
  it("takes the narrowest kind that holds every value of a column", () => {
    expect(
      kinds([
        {a: 1, b: 2 ** 31, c: 1, d: true, e: "x", f: null, g: NaN, h: -0},
        {a: null, b: 1, c: 0.5, d: null, e: null, f: null, g: 1, h: 1}
      ])
    ).toEqual({
      ...{a: "whole", b: "double", c: "double", d: "truth"},
      ...{e: "text", f: "text", g: "double", h: "double"}
    });
  });
  it("writes columns of several kinds as texts", () => {
    const [{kind, values}] = tableOfRows([{a: 1}, {a: "x"}, {a: true}, {}], []).columns;
    expect([kind, ...Array.from(values)]).toEqual(["text", "1", "x", "true", null]);
  });
  it("keeps a column that is called note beside the warnings' own", () => {
    const {columns, notes} = tableOfRows([{note: "mine"}], ["A.", "B."]);
    expect(columns.map(({name, values}) => [name, values[0]])).toEqual([
      ["note", "mine"],
      ["note_", "A. B."]
    ]);
    expect(notes).toEqual({note: "A. B."});
  });
});

describe("tableOfArrow", () => {
  const bytes = toArrow(
    {
      text: ["a", null],
      n: Float64Array.of(3, NaN),
      x: Float64Array.of(0.1, NaN),
      y: Float64Array.of(0.1, NaN),
      ok: Float64Array.of(1, NaN)
    },
    {types: {n: "int32", x: "float32", ok: "bool"}, metadata: {key: "4f", stand_in: ""}}
  );
  const buffer = Uint8Array.from(bytes).buffer;

  it("reads a report's table with its kinds and its notes", () => {
    const {rows, columns, notes} = tableOfArrow(buffer, []);
    expect([rows, notes]).toEqual([2, {key: "4f", stand_in: ""}]);
    expect(columns.map(({name, kind, values}) => [name, kind, ...Array.from(values)])).toEqual([
      ["text", "text", "a", null],
      ["n", "whole", 3, null],
      ["x", "single", Math.fround(0.1), NaN],
      ["y", "double", 0.1, NaN],
      ["ok", "truth", true, null]
    ]);
  });
  it("adds the warnings", () => {
    const {columns, notes} = tableOfArrow(buffer, ["Not to be trusted."]);
    expect(Array.from(columns.at(-1)!.values)).toEqual(Array(2).fill("Not to be trusted."));
    expect(notes).toEqual({key: "4f", stand_in: "", note: "Not to be trusted."});
  });
});
