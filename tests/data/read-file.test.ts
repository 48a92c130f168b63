import {mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readDta} from "../../src/data/dta.js";
import {readAnyFile, readDataFile} from "../../src/data/read-file.js";
import {InputError} from "../../src/engine/error.js";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "poolhouse-read-"));
});

afterAll(() => rmSync(folder, {recursive: true}));

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const csv = (text: string) => readDataFile(put("file.csv", text)).columns;

describe("readDataFile", () => {
  it("reads .csv by its ending, whatever its case, and keeps the bytes", () => {
    const {columns, bytes} = readDataFile(put("DATA.CSV", "x,y\n1,a\n"));
    expect(columns).toEqual({x: Float64Array.of(1), y: ["a"]});
    expect(new TextDecoder().decode(bytes)).toBe("x,y\n1,a\n");
  });

  it("reads the codes of .dta, and takes empty texts for missing, as Stata does", () => {
    const {columns, bytes} = readDataFile("tests/fixtures/dta/haven-118.dta");
    const {variables} = readDta(bytes);
    expect(Object.keys(columns)).toEqual(variables.map(({name}) => name));
    let emptyTexts = 0;
    for (const variable of variables) {
      const column = columns[variable.name];
      if (variable.type === "number") expect(column).toEqual(variable.values);
      else {
        variable.values.forEach((text, i) => {
          emptyTexts += Number(text === "");
          expect(column[i]).toBe(text === "" ? null : text);
        });
      }
    }
    expect(emptyTexts).toBeGreaterThan(0);
  });

  it("reads infinities among numbers as such, for a model to refuse by row", () => {
    expect(csv("x\n1\nInf\n-inf\n+Infinity\n-1e999\nNA\n").x).toEqual(
      Float64Array.of(1, Infinity, -Infinity, Infinity, -Infinity, NaN)
    );
  });

  it("leaves texts that only look like infinities alone", () => {
    expect(csv("x\nInf\nEng\n").x).toEqual(["Inf", "Eng"]);
    expect(csv("x\ninformation\n1\n").x).toEqual(["information", "1"]);
  });

  it.each([
    {
      what: "a file that is not there",
      make: () => join(folder, "no.csv"),
      message: /^missing file: .*no\.csv; check the path$/
    },
    {
      what: "a path through a file",
      make: () => join(put("a.csv", "x\n1\n"), "b.csv"),
      message: /^missing file: /
    },
    {
      what: "a folder",
      make: () => {
        mkdirSync(join(folder, "folder.csv"));
        return join(folder, "folder.csv");
      },
      message: /^invalid file: .*folder\.csv is a folder; name a data file in it$/
    },
    {
      what: "another ending",
      make: () => put("a.xlsx", ""),
      message:
        /^unsupported file: .*a\.xlsx; its name must end in \.csv, \.dta, \.sav, \.parquet or \.arrow$/
    },
    {
      what: "an ending that objects have",
      make: () => put("a.constructor", ""),
      message: /^unsupported file: /
    },
    {
      what: "text that is not UTF-8",
      make: () => put("l.csv", Buffer.from("x\n\xe9\n", "latin1")),
      message: /^invalid csv: .*UTF-8/
    },
    {
      what: "text renamed .dta, even when its first letter is the code of a release",
      make: () => put("y.dta", "year,x\n1,2\n"),
      message: /^invalid Stata file: its first bytes are not Stata's; /
    },
    {what: "an empty .dta file", make: () => put("e.dta", ""), message: /^invalid Stata file: /}
  ])("refuses $what", ({make, message}) => {
    const path = make();
    expect(() => readDataFile(path)).toThrow(InputError);
    expect(() => readDataFile(path)).toThrow(message);
  });
});

describe("readAnyFile", () => {
  it("reads SPSS files beside the rest, and refuses what its ending does not say", async () => {
    const sav = "tests/fixtures/sav/example.sav";
    const {columns, bytes} = await readAnyFile(sav);
    expect(columns.y).toEqual(Float64Array.of(100000.25, -3, 0, 7));
    expect(bytes.length).toBe(statSync(sav).size);
    expect((await readAnyFile(put("a.csv", "x\n1\n"))).columns).toEqual({x: Float64Array.of(1)});
    await expect(readAnyFile(put("a.sav", "x,y\n1,2\n"))).rejects.toThrow(
      /^invalid file: a\.sav does not begin as a \.sav file does; /
    );
  });
});
