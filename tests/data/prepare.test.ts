import {createHash} from "node:crypto";
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {prepare, type DataOfStudy} from "../../src/data/prepare.js";
import type {Recode} from "../../src/data/recode.js";
import {alliancesSource, type Source} from "../../src/data/sources.js";

const file = "haven-118.dta";
const fixtures = "tests/fixtures/dta";
const content = readFileSync(join(fixtures, file));
const source: Source = {
  ...{id: "alliances", title: "A test", file, bytes: content.length, urls: []},
  ...{
    sha256: createHash("sha256").update(content).digest("hex"),
    licence: "none",
    citation: "none"
  },
  reference: alliancesSource.reference
};

/** A step that keeps all rows and expects `rows`. */
const expecting = (rows: number): DataOfStudy => {
  const keep: Recode = {name: "Keep", why: "To test.", apply: (table) => table, expect: {rows}};
  return {source, recodes: [keep]};
};

let empty: string;

beforeAll(() => {
  empty = mkdtempSync(join(tmpdir(), "poolhouse-prepare-"));
});

afterAll(() => rmSync(empty, {recursive: true}));

describe("prepare", () => {
  it("reads and recodes the declared file, and says that it is no stand-in", async () => {
    const {table, records, standIn} = await prepare(expecting(6), {folder: fixtures, raw: empty});
    expect(standIn).toBe("");
    expect(records).toEqual([
      {name: "Keep", why: "To test.", rowsBefore: 6, rowsAfter: 6, counts: {}}
    ]);
    expect(table.numRows()).toBe(6);
  });

  it("refuses the declared file when a step leaves something else than declared", async () => {
    const prepared = prepare(expecting(7), {folder: fixtures, raw: empty});
    await expect(prepared).rejects.toThrow(/^invalid result of recode "Keep": rows 6 where 7/);
  });

  it("simulates rows when the file is not to be had, says so, and checks no count", async () => {
    const offline = {folder: empty, raw: empty, offline: true};
    const {table, standIn} = await prepare(expecting(7), offline);
    expect(standIn).toMatch(/^Simulated rows: .*Nothing here is a finding\.$/);
    expect(table.numRows()).toBe(1200);
  });

  it("refuses other bytes under the declared name, and simulates nothing instead", async () => {
    const other = mkdtempSync(join(tmpdir(), "poolhouse-prepare-"));
    writeFileSync(
      join(other, file),
      content.map((byte, i) => (i === 600 ? byte ^ 1 : byte))
    );
    const prepared = prepare(expecting(6), {folder: other, raw: empty, offline: true});
    await expect(prepared).rejects.toThrow(/^invalid data file: .*haven-118\.dta has sha256 /);
    rmSync(other, {recursive: true});
  });
});
