import {readdirSync, readFileSync} from "node:fs";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {missingName, readDta, type DtaFile, type DtaVariable} from "../../src/data/dta.js";
import {InputError} from "../../src/engine/error.js";

interface Expected {
  file: string;
  rows: number;
  label: string;
  variables: {
    name: string;
    label: string;
    format: string;
    type: string;
    values: string[];
    labels: {value: string; text: string}[] | null;
  }[];
}

const FOLDER = "tests/fixtures/dta";
const read = (file: string) => new Uint8Array(readFileSync(`${FOLDER}/${file}`));
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".dta"));
const expected = JSON.parse(readFileSync(`${FOLDER}/expected.json`, "utf8")) as Expected[];

// haven's numbers are printed with 17 digits, so that numbers must agree to the last bit.
const number = (text: string) => (text.startsWith(".") ? NaN : Number(text));
const isCode = (text: string) => /^\.[a-z]?$/.test(text);

function missingNames({missing, values}: DtaVariable): string[] {
  return Array.from({length: values.length}, (_, i) => missingName(missing?.[i] ?? 0));
}

function labelsByCode(variable: DtaVariable): [string, string][] {
  const numbers = [...(variable.valueLabels ?? [])].map(([code, text]) => [String(code), text]);
  const codes = [...(variable.missingLabels ?? [])].map(([code, text]) => [
    missingName(code),
    text
  ]);
  return [...numbers, ...codes].sort() as [string, string][];
}

/** What the reader makes of bytes: a file, or the InputError's message. Other errors get out. */
function attempt(bytes: Uint8Array): DtaFile | string {
  try {
    return readDta(bytes);
  } catch (reason) {
    if (reason instanceof InputError) return reason.message;
    throw reason;
  }
}

describe("readDta(bytes) agrees with haven", () => {
  it("on a file of every release in every byte order", () => {
    const releases = files.map((file) => readDta(read(file)).release);
    expect(new Set(releases)).toEqual(new Set([113, 114, 115, 117, 118, 119]));
    expect(expected.map(({file}) => file)).toEqual(files.toSorted());
  });

  it.each(expected)("on $file", ({file, rows, label, variables}) => {
    const found = readDta(read(file));
    expect(found.rows).toBe(rows);
    expect(found.label).toBe(label);
    expect(found.variables.map(({name}) => name)).toEqual(variables.map(({name}) => name));
    found.variables.forEach((variable, k) => {
      const wanted = variables[k];
      const {label: itsLabel, format, type} = variable;
      expect({label: itsLabel, format, type}).toEqual({
        label: wanted.label,
        format: wanted.format,
        type: wanted.type
      });
      if (variable.type === "text") {
        expect(variable.values).toEqual(wanted.values);
      } else {
        expect([...variable.values]).toEqual(wanted.values.map(number));
        const codes = wanted.values.map((text) => (isCode(text) ? text : ""));
        expect(missingNames(variable)).toEqual(codes);
        const labels = (wanted.labels ?? []).map((row): [string, string] => [row.value, row.text]);
        expect(labelsByCode(variable)).toEqual(labels.sort());
      }
    });
  });

  it("and reads the time stamp, which haven does not show", () => {
    for (const file of files.filter((name) => name.startsWith("own"))) {
      expect(readDta(read(file)).timestamp).toBe("01 Feb 2020 03:04");
    }
  });
});

describe("readDta(bytes)", () => {
  it("reads long texts stored as bytes like any others", () => {
    const bytes = read("own-118-little.dta");
    const at = Buffer.from(bytes).indexOf("GSO") + 3 + 4 + 8;
    expect(bytes[at]).toBe(130);
    bytes[at] = 129;
    bytes[at + 1] -= 1;
    const shorter = Buffer.concat([
      bytes.subarray(0, at + 5 + bytes[at + 1]),
      bytes.subarray(at + 6 + bytes[at + 1])
    ]);
    expect(readDta(shorter).variables.at(-1)?.values[0]).toBe("first €");
  });

  it("takes bytes that start anywhere in their buffer", () => {
    const bytes = read("own-118-big.dta");
    const shifted = new Uint8Array(bytes.length + 3);
    shifted.set(bytes, 3);
    expect(readDta(shifted.subarray(3))).toEqual(readDta(bytes));
  });

  it.each([
    {what: "no bytes", bytes: [], says: /invalid Stata file: it is empty/},
    {what: "text", bytes: [...Buffer.from("a,b\n1,2")], says: /first bytes are not Stata's/},
    {what: "an old release", bytes: [111, 2, 1, 0], says: /unsupported Stata release: 111/},
    {
      what: "a release to come",
      bytes: [...Buffer.from("<stata_dta><header><release>120</release>")],
      says: /unsupported Stata release: 120/
    }
  ])("refuses $what", ({bytes, says}) => {
    expect(() => readDta(Uint8Array.from(bytes))).toThrow(says);
    expect(() => readDta(Uint8Array.from(bytes))).toThrow(InputError);
  });

  it("refuses more rows than there are bytes without making room for them", () => {
    const bytes = read("own-118-little.dta");
    bytes[Buffer.from(bytes).indexOf("<N>") + 3 + 5] = 1;
    expect(attempt(bytes)).toMatch(/ends inside the data/);
  });

  it("refuses a reference to a long text that is not there, naming variable and row", () => {
    const bytes = read("own-118-little.dta");
    bytes[Buffer.from(bytes).indexOf("GSO") + 3 + 4] = 9;
    expect(attempt(bytes)).toMatch(/row 1 of "L" refers to a text that is not there/);
  });

  it("refuses two variables of one name", () => {
    const bytes = read("own-113-little.dta");
    const names = 4 + 2 + 4 + 81 + 18 + 6;
    bytes[names] = bytes[names + 33];
    expect(attempt(bytes)).toMatch(/two variables are called "i"/);
  });
});

describe("readDta(bytes) of damaged files", () => {
  it.each(files)("refuses every shortened %s, or misses only whole label tables", (file) => {
    const bytes = read(file);
    const whole = readDta(bytes);
    const bare = whole.variables.map((v) => v.values);
    const read0 = Array.from({length: bytes.length}, (_, end) => attempt(bytes.subarray(0, end)));
    const survivors = read0.filter((result) => typeof result !== "string");
    // Releases before 117 have no end mark: cut just behind the data they are whole but for labels.
    expect(survivors.length).toBeLessThanOrEqual(whole.release < 117 ? 1 : 0);
    survivors.forEach((result) => expect(result.variables.map((v) => v.values)).toEqual(bare));
    for (const result of read0) {
      if (typeof result === "string") expect(result).toMatch(/^(invalid|unsupported) [^;]+; [^.]+/);
    }
  });

  it("gives an InputError or a file of the stated size whatever bytes are changed", () => {
    const change = fc.record({
      at: fc.nat(),
      byte: fc.integer({min: 0, max: 255})
    });
    const damage = fc.record({
      file: fc.constantFrom(...files),
      changes: fc.array(change, {minLength: 1, maxLength: 6}),
      keep: fc.oneof(fc.constant(1), fc.double({min: 0, max: 1, noNaN: true}))
    });
    fc.assert(
      fc.property(damage, ({file, changes, keep}) => {
        const bytes = read(file);
        for (const {at, byte} of changes) bytes[at % bytes.length] = byte;
        const result = attempt(bytes.subarray(0, Math.ceil(keep * bytes.length)));
        if (typeof result === "string") return;
        expect(result.rows).toBeLessThanOrEqual(bytes.length);
        for (const {values} of result.variables) expect(values).toHaveLength(result.rows);
      }),
      {numRuns: 3000, seed: 1960}
    );
    expect.hasAssertions();
  });

  it("gives an InputError for random bytes behind any beginning", () => {
    const start = fc.constantFrom("", "<stata_dta><header><release>118</release>", "s\x02\x01\x00");
    fc.assert(
      fc.property(start, fc.uint8Array({maxLength: 400}), (text, noise) => {
        expect(attempt(Buffer.concat([Buffer.from(text, "latin1"), noise]))).toBeTypeOf("string");
      }),
      {numRuns: 500, seed: 1960}
    );
  });
});
