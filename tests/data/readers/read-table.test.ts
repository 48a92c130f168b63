import {readFileSync} from "node:fs";
import {parquetWriteBuffer} from "hyparquet-writer";
import {tableFromArrays, tableToIPC} from "apache-arrow";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readTable, type DataTable, type ReadOptions} from "../../../src/data/readers/read-table.js";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, options?: ReadOptions): Promise<DataTable> =>
  readTable(bytes(text), "file.csv", options);
const plain = ({columns}: DataTable): Record<string, unknown[]> =>
  Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, Array.from<unknown>(column)])
  );

describe("readTable, of a csv file", () => {
  it.each([
    ["semicolons and comma decimals", "a;b\n1,5;x\n2,25;y\n", {a: [1.5, 2.25], b: ["x", "y"]}],
    ["tabs", "a\tb\n1\t2,5\n", {a: [1], b: [2.5]}],
    ["vertical bars", "a|b\n1|x\n", {a: [1], b: ["x"]}],
    ["a mark of UTF-8", "\ufeffa,b\n1,2\n", {a: [1], b: [2]}],
    ["thousands", 'a,b\n"1,234",1\n"12,000",2\n', {a: [1234, 12000], b: [1, 2]}],
    ["quoted line breaks", 'a,b\n"x\ny, ""z""",2\n', {a: ['x\ny, "z"'], b: [2]}],
    [
      "missing values of all sorts",
      "a,b\nNA,x\n.,\n,N/A\n1,null\n",
      {a: [NaN, NaN, NaN, 1], b: ["x", null, null, null]}
    ],
    ["one column, with a gap", "a\n1\n\n2\n", {a: [1, NaN, 2]}],
    ["blank lines", "a,b\n1,2\n\n3,4\n\n", {a: [1, 3], b: [2, 4]}],
    ["codes with zeros in front", "a,b\n007,1\n010,2\n", {a: ["007", "010"], b: [1, 2]}],
    ["numbers beyond a double", "a,b\n9007199254740993,1\n", {a: ["9007199254740993"], b: [1]}]
  ])("reads %s", async (_what, text, columns) => {
    expect(plain(await read(text))).toEqual(columns);
  });

  it.each([
    ["UTF-16, little end first", Buffer.from("\ufeffa,b\nä,2\n", "utf16le")],
    ["UTF-16 without a mark", Buffer.from("alpha,b\nä,2\n", "utf16le").subarray(0)],
    ["UTF-16, big end first", Buffer.from("\ufeffa,b\nä,2\n", "utf16le").swap16()],
    ["Latin-1", Buffer.from("a,b\nä,2\n", "latin1")]
  ])("reads %s, and says so", async (_what, buffer) => {
    const table = await readTable(new Uint8Array(buffer), "file.csv");
    expect(Object.values(table.columns)[0]).toEqual(["ä"]);
    expect(table.notes.join(" ")).toMatch(/UTF-16|Latin-1/);
  });

  it("names columns without names, and those that come twice", async () => {
    const table = await read("a,,a,a_2\n1,2,3,4\n");
    expect(Object.keys(table.columns)).toEqual(["a", "column_2", "a_3", "a_2"]);
    expect(table.notes).toEqual([
      "Column 2 has no name; here it is column_2.",
      "Column 3 is a second a; here it is a_3."
    ]);
  });

  it("says which cell makes a text of a column of numbers", async () => {
    const rows = Array.from({length: 40}, (_, i) => (i === 20 ? "12 (?)" : String(i)));
    const {notes} = await read(`a,b\n${rows.map((row) => `${row},1`).join("\n")}\n`);
    expect(notes).toEqual([
      "Column a is text because of one cell: row 22 has “12 (?)” where others have numbers."
    ]);
  });

  it("leaves out rows of another length when it is told to", async () => {
    const table = await read("a,b\n1,2\n3\n4,5\n6,7,8\n", {ragged: "leave out"});
    expect(plain(table)).toEqual({a: [1, 4], b: [2, 5]});
    expect(table.notes[0]).toMatch(/^2 rows, the first of them row 3, /);
  });

  it("reads 10,000 columns", async () => {
    const names = Array.from({length: 10_000}, (_, j) => `x${j}`);
    const row = names.map((_, j) => j).join(",");
    const {columns} = await read(`${names.join(",")}\n${row}\n${row}\n`);
    expect(Array.from(columns.x9999 as Float64Array)).toEqual([9999, 9999]);
  });
});

describe("readTable refuses by one sentence", () => {
  it.each([
    [
      "a short row",
      "a,b,c\n1,2,3\n1,2\n",
      /^invalid row: row 3 has 2 cells where the header has 3 \(nothing from column c on\); /
    ],
    [
      "a long row",
      "a,b\n1,2,3\n1,2\n4,5\n",
      /^invalid row: row 2 has 3 cells .*more after column b/
    ],
    [
      "an open quotation mark",
      'a,b\n1,2\n3,"x\n',
      /^invalid quotation marks: "x in line 3, column 2; /
    ],
    ["a header alone", "a,b\n", /^missing rows: /],
    ["an empty header", "\n1,2\n", /^missing header: /],
    ["an empty file", "", /^missing data: file\.csv is empty; /],
    [
      "a zip archive",
      "PK\u0003\u0004\u0000\u0000",
      /^unsupported file: file\.csv is a zip archive or an Excel workbook; unpack it/
    ],
    ["a web page", "<!doctype html><p>", /^unsupported file: file\.csv is a web page; /],
    ["a Stata file cut off", "<stata_dta><header>", /^invalid Stata file: /],
    ["an SPSS file cut off", "$FL2@(#) SPSS DATA FILE", /^invalid SPSS file: /],
    ["a Parquet file cut off", "PAR1 and no more", /^invalid Parquet file: /],
    ["an Arrow file cut off", "ARROW1\u0000\u0000", /^(invalid Arrow file|missing columns)/]
  ])("%s", async (_what, text, sentence) => {
    await expect(read(text)).rejects.toThrow(sentence);
  });

  it("a file of zero bytes, and one with some", async () => {
    await expect(readTable(new Uint8Array(50), "z.csv")).rejects.toThrow(/nothing but zero bytes/);
    await expect(readTable(bytes("a,b\n1,\u0000\n"), "z.csv")).rejects.toThrow(
      /^invalid file: byte 7 is zero/
    );
  });

  it("a damaged Stata or SPSS file, wherever the damage is", async () => {
    const files = [
      readFileSync("tests/fixtures/sav/example.sav"),
      readFileSync("tests/fixtures/sav/example.zsav")
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), {minLength: 1, maxLength: 4}),
        fc.nat(),
        async (file, changes, cut) => {
          const changed = new Uint8Array(file);
          for (const [at, value] of changes) changed[4 + (at % (changed.length - 4))] = value;
          const length = cut % 2 === 0 ? changed.length : Math.max(5, cut % changed.length);
          const outcome = await readTable(changed.subarray(0, length), "x.sav").then(
            () => "read",
            (reason: unknown) => (reason instanceof Error ? reason.name : "?")
          );
          expect(["read", "InputError"]).toContain(outcome);
        }
      ),
      {numRuns: 200, seed: 7}
    );
  });
});

describe("readTable, of other formats", () => {
  it.each(["example.sav", "plain.sav", "example.zsav"])(
    "reads %s as haven wrote it",
    async (name) => {
      const file = readFileSync(`tests/fixtures/sav/${name}`);
      const table = await readTable(new Uint8Array(file), name);
      expect(plain(table)).toEqual({
        score_of_it: [1, 2, NaN, 1.5],
        g: ["a", "Bäh", null, "d"],
        y: [100000.25, -3, 0, 7]
      });
      expect(table.words.score_of_it).toEqual({
        label: "A score",
        levels: [
          [1, "Low"],
          [2, "High"]
        ]
      });
    }
  );

  it("reads Parquet and Arrow", async () => {
    const parquet = parquetWriteBuffer({
      columnData: [
        {name: "x", data: [1.5, null, 3]},
        {name: "g", data: ["a", "b", null]},
        {name: "t", data: [true, false, true]}
      ]
    });
    const expected = {x: [1.5, NaN, 3], g: ["a", "b", null], t: [1, 0, 1]};
    expect(plain(await readTable(new Uint8Array(parquet), "x.csv"))).toEqual(expected);
    const arrow = tableToIPC(tableFromArrays({x: Float64Array.of(1.5, 3), g: ["a", "b"]}), "file");
    expect(plain(await readTable(arrow, "x"))).toEqual({x: [1.5, 3], g: ["a", "b"]});
    const stream = tableToIPC(tableFromArrays({x: Int32Array.of(1, 2)}), "stream");
    expect(plain(await readTable(stream, "x.arrow"))).toEqual({x: [1, 2]});
  });
});
