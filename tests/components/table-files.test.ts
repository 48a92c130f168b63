import {tableFromIPC} from "apache-arrow";
import {csvParseRows} from "d3";
import {parquetMetadata, parquetReadObjects} from "hyparquet";
import {describe, expect, it} from "vitest";
import {csvOf} from "../../src/components/csv.js";
import {arrowOf, parquetOf, tableFormats} from "../../src/components/table-files.js";
import {tableOfRows} from "../../src/components/taken-table.js";
import type {Row} from "../../src/components/taken-table.js";
import {hostileTexts} from "./hostile.js";

const rows: readonly Row[] = [
  {group: 'Asia, "East"', n: 40, median: 0.1 + 0.2, stable: true},
  {group: null, n: 35, median: NaN, stable: null}
];
const marks = ["Stand-in data.", "Not to be trusted."];
const note = marks.join(" ");

describe("a table as CSV", () => {
  it("keeps full precision, quotes where needed and is empty where unknown", () => {
    expect(csvOf(tableOfRows(rows, []))).toBe(
      'group,n,median,stable\n"Asia, ""East""",40,0.30000000000000004,true\n,35,,\n'
    );
  });
  it("carries every warning in a column of its own", () => {
    const [head, ...lines] = csvParseRows(csvOf(tableOfRows(rows, marks)).trimEnd());
    expect(head).toEqual(["group", "n", "median", "stable", "note"]);
    expect(lines.map((line) => line[4])).toEqual([note, note]);
  });
  it("writes single precision with the digits it has", () => {
    const values = Float32Array.of(0.1, 1 / 3, -1234.5678, 1e-30, 16777216, NaN);
    const column = {name: "x", kind: "single", values} as const;
    const [, ...lines] = csvOf({rows: 6, columns: [column], notes: {}}).split("\n");
    expect(lines.slice(0, 2)).toEqual(["0.1", "0.33333334"]);
    const read = lines.slice(0, 5).map((line) => Math.fround(Number(line)));
    expect(read).toEqual([...values.subarray(0, 5)]);
    expect(lines[5]).toBe("");
  });
  it("lets no spreadsheet run a text, and leaves numbers that are texts alone", () => {
    const texts = ["=1+1", "+A1", "-A1", "@SUM(1)", "\t=1", " =1", "\r=1", "-5", "+1.5", "a=b"];
    const [, ...lines] = csvParseRows(
      csvOf(
        tableOfRows(
          texts.map((text) => ({text})),
          []
        )
      ).trimEnd()
    );
    const kept = ["-5", "+1.5", "a=b"];
    expect(lines.map(([text]) => text)).toEqual(
      texts.map((text) => (kept.includes(text) ? text : `'${text}`))
    );
    expect(csvOf(tableOfRows([{"=1+1": 1}], []))).toBe("'=1+1\n1\n");
  });
});

describe("a table as Arrow", () => {
  it("has types that stack, and the warnings in a column and in its metadata", () => {
    const read = tableFromIPC(arrowOf(tableOfRows(rows, marks)));
    expect(read.schema.fields.map(({name, type}) => [name, String(type)])).toEqual([
      ["group", "Dictionary<Int32, Utf8>"],
      ["n", "Int32"],
      ["median", "Float64"],
      ["stable", "Bool"],
      ["note", "Dictionary<Int32, Utf8>"]
    ]);
    expect(read.toArray().map((row: {toJSON(): unknown}) => row.toJSON())).toEqual(
      rows.map((row) => ({...row, note}))
    );
    expect([...read.schema.metadata]).toEqual([["note", note]]);
  });
});

describe("a table as Parquet", () => {
  it("keeps types, has null for what is missing, and the warnings in its metadata", async () => {
    const file = await parquetOf(tableOfRows(rows, marks));
    const {schema, key_value_metadata: metadata} = parquetMetadata(file);
    expect(schema.slice(1).map(({name, type, converted_type: as}) => [name, type, as])).toEqual([
      ["group", "BYTE_ARRAY", "UTF8"],
      ["n", "INT32", undefined],
      ["median", "DOUBLE", undefined],
      ["stable", "BOOLEAN", undefined],
      ["note", "BYTE_ARRAY", "UTF8"]
    ]);
    expect(metadata).toEqual([{key: "note", value: note}]);
    expect(await parquetReadObjects({file})).toEqual([
      {...rows[0], note},
      {...rows[1], median: null, note}
    ]);
  });
  it("keeps single precision as such", async () => {
    const column = {name: "x", kind: "single", values: Float32Array.of(0.1, NaN)} as const;
    const file = await parquetOf({rows: 2, columns: [column], notes: {}});
    expect(parquetMetadata(file).schema[1].type).toBe("FLOAT");
    expect(await parquetReadObjects({file})).toEqual([{x: Math.fround(0.1)}, {x: null}]);
  });
});

describe("every format", () => {
  it("can be read when there are no rows", async () => {
    const empty = tableOfRows([], marks);
    expect(csvOf(empty)).toBe("\n");
    expect(tableFromIPC(arrowOf(empty)).numRows).toBe(0);
    expect(await parquetReadObjects({file: await parquetOf(empty)})).toEqual([]);
  });

  it("brings hostile texts back as they were, as cells and as headings", async () => {
    const heads = hostileTexts.map((text, i) => `${text}.${i}`);
    const hostile: Row[] = hostileTexts.map((cell) =>
      Object.fromEntries([["text", cell], ...heads.map((name) => [name, cell] as const)])
    );
    const table = tableOfRows(hostile, ['=a, "warning"\n']);
    const names = ["text", ...heads, "note"];
    const cells = hostileTexts.map((text) => [...Array<string>(heads.length + 1).fill(text)]);

    const arrow = tableFromIPC(arrowOf(table));
    expect(arrow.schema.fields.map(({name}) => name)).toEqual(names);
    expect(
      hostileTexts.map((_, i) => heads.map((_, k) => String(arrow.getChildAt(k)?.get(i))))
    ).toEqual(cells.map((line) => line.slice(1)));
    const file = await parquetOf(table);
    const read = await parquetReadObjects({file});
    expect(
      parquetMetadata(file)
        .schema.slice(1)
        .map(({name}) => name)
    ).toEqual(names);
    expect(read.map((row) => ["text", ...heads].map((name) => String(row[name])))).toEqual(cells);

    const [first, ...lines] = csvParseRows(csvOf(table).slice(0, -1));
    const unmarked = (text: string) => text.replace(/^'/, "");
    expect(first.map(unmarked)).toEqual(names);
    expect(lines.map((line) => line.slice(0, -1).map(unmarked))).toEqual(cells);
  });

  it("is written with its own type", async () => {
    const types = await Promise.all(
      tableFormats.map(async ({write}) => (await write(tableOfRows(rows, []))).type)
    );
    expect(types).toEqual([
      "text/csv;charset=utf-8",
      "application/vnd.apache.arrow.stream",
      "application/vnd.apache.parquet"
    ]);
  });
});
