import {beforeEach, describe, expect, it, vi} from "vitest";
import {readCells, readOnce} from "../../src/components/live-cells.js";
import {cellsNotes, cellsTable} from "../../src/data/report/study-cells.js";
import {toArrow} from "../../src/data/arrow.js";
import {cells} from "./live-study.js";

const bytes = (): ArrayBuffer => {
  const table = toArrow(cellsTable(cells), {metadata: cellsNotes(cells)});
  return table.slice().buffer;
};

describe("readCells", () => {
  it("reads back what a report wrote, to the last bit", () => {
    const read = readCells(bytes());
    expect(read.counts).toEqual(cells.counts);
    expect(read.products).toEqual(cells.products);
    expect(read.averaged).toEqual(cells.averaged);
    expect(read.outcome).toEqual(cells.outcome);
    expect(read.columns).toEqual(cells.columns);
  });

  it("refuses a table that does not say what was averaged", () => {
    const other = toArrow(cellsTable(cells), {}).slice().buffer;
    expect(() => readCells(other)).toThrow(
      "invalid cells: the table does not say what was averaged"
    );
  });
});

describe("readOnce", () => {
  const load = vi.fn<(name: string) => Promise<ArrayBuffer>>();
  beforeEach(() => load.mockReset());

  it("loads each table once, however often it is asked for", async () => {
    load.mockImplementation(() => Promise.resolve(bytes()));
    const read = readOnce(load);
    const [first, second] = await Promise.all([read("a"), read("a")]);
    expect(first).toBe(second);
    await read("b");
    expect(load.mock.calls).toEqual([["a"], ["b"]]);
  });

  it("asks again after a failure", async () => {
    load.mockRejectedValueOnce(new Error("offline"));
    load.mockImplementation(() => Promise.resolve(bytes()));
    const read = readOnce(load);
    await expect(read("a")).rejects.toThrow("offline");
    expect((await read("a")).counts).toEqual(cells.counts);
  });
});
