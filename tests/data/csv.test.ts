import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readCsv} from "../../src/data/csv.js";
import {InputError} from "../../src/engine/error.js";

const column = (...cells: string[]) => readCsv(["x", ...cells].join("\n") + "\n").x;

describe("readCsv(text)", () => {
  it("gives numeric columns as numbers, others as texts, by name", () => {
    expect(readCsv("n,t\n1,a\n-2.5,b\n")).toEqual({
      n: Float64Array.of(1, -2.5),
      t: ["a", "b"]
    });
  });

  it.each([["1"], ["-2"], ["+3"], ["0"], ["0.5"], [".5"], ["5."], ["1e-4"], [" 7 "]])(
    "takes %j for a number",
    (cell) => {
      expect(column(cell)).toEqual(Float64Array.of(Number(cell)));
    }
  );

  it.each([
    ["007"],
    ["-01"],
    ["0x10"],
    ["2020-01"],
    ["1,5"],
    ["TRUE"],
    ["NaN"],
    ["Inf"],
    ["1e999"]
  ])("keeps %j a text", (cell) => {
    expect(column(`"${cell}"`)).toEqual([cell]);
  });

  it("keeps whole numbers beyond 2^53 texts, as they would change", () => {
    expect(column("9007199254740993")).toEqual(["9007199254740993"]);
    expect(column("9007199254740991")).toEqual(Float64Array.of(9007199254740991));
  });

  it("keeps a column a text when a single cell is one", () => {
    expect(column("1", "2", "none")).toEqual(["1", "2", "none"]);
  });

  it.each([["NA"], ["."], ['""']])("takes %s for missing, in numbers and in texts", (cell) => {
    expect(column("1", cell)).toEqual(Float64Array.of(1, NaN));
    expect(column("a", cell)).toEqual(["a", null]);
    expect(column(cell)).toEqual(Float64Array.of(NaN));
  });

  it("gives columns of length 0 for a header alone", () => {
    expect(readCsv("a,b\n")).toEqual({a: new Float64Array(0), b: new Float64Array(0)});
  });

  it("takes a byte-order mark, any line ends, and blank lines at the end", () => {
    const wanted = {a: Float64Array.of(1), b: ["x"]};
    expect(readCsv("\ufeffa,b\r\n1,x\r\n\r\n\r\n")).toEqual(wanted);
    expect(readCsv("a,b\r1,x")).toEqual(wanted);
  });

  it("reads commas, line ends and quotation marks inside quoted cells", () => {
    expect(column('"a,b"', '"c\nd"', '"say ""e"""', '""')).toEqual([
      "a,b",
      "c\nd",
      'say "e"',
      null
    ]);
  });

  it("keeps columns called like parts of objects", () => {
    expect(Object.keys(readCsv("__proto__,constructor\n1,2\n"))).toEqual([
      "__proto__",
      "constructor"
    ]);
  });

  it.each([
    {what: "empty text", text: "", says: /^missing header: /},
    {what: "a column without name", text: "a,,c\n1,2,3", says: /^missing column name: column 2;/},
    {what: "two columns of one name", text: "a,b,a\n1,2,3", says: /^ambiguous column name: "a"/},
    {what: "a short row", text: "a,b\n1,2\n3\n", says: /^invalid row: row 3 has 1 cell/},
    {what: "a long row", text: "a,b\n1,2,3\n", says: /^invalid row: row 2 has 3 cells/},
    {what: "a blank row inside", text: "a,b\n\n1,2\n", says: /^invalid row: row 2 /},
    {
      what: "a cell that never closes",
      text: 'a,b\n1,"x\n2,y\n',
      says: /^invalid quotation marks: /
    },
    {what: "text behind a closed cell", text: 'a,b\n1,"x"y\n', says: /^invalid quotation marks: /}
  ])("refuses $what", ({text, says}) => {
    expect(() => readCsv(text)).toThrow(InputError);
    expect(() => readCsv(text)).toThrow(says);
  });

  it("gives back every text that is written with quotation marks", () => {
    const cell = fc.string({unit: "grapheme"}).filter((text) => /\p{L}/u.test(text));
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(cell, {minLength: 1}), (cells) => {
        const isNA = (text: string) => text.trim() === "NA";
        expect(column("A", ...cells.map(quote))).toEqual([
          "A",
          ...cells.map((c) => (isNA(c) ? null : c))
        ]);
      }),
      {seed: 1960}
    );
  });

  it("gives back every number", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({noNaN: true, noDefaultInfinity: true}), {minLength: 1}),
        (xs) => {
          const safe = xs.filter((x) => !Number.isInteger(x) || Number.isSafeInteger(x));
          expect(column("0", ...safe.map(String))).toEqual(
            Float64Array.of(0, ...safe.map((x) => (x === 0 ? 0 : x)))
          );
        }
      ),
      {seed: 1960}
    );
  });
});
