import {describe, expect, it} from "vitest";
import {safeCells} from "../../src/workshop/safe-cells.js";
import type {SummedRows} from "../../src/engine/index.js";

const study = {
  modifiers: {
    sex: {
      label: "Sex",
      levels: [
        [0, "Men"],
        [1, "Women"]
      ] as const
    }
  },
  describe: ({sex}: Readonly<Partial<Record<string, string>>>) => sex ?? ""
};

// Rows by arm and sex: 8 and 3 untreated, 2 and 6 treated; the six have one outcome.
const data = {
  columns: {
    t: Float64Array.of(0, 0, 1, 1),
    sex: Float64Array.of(0, 1, 0, 1),
    y: Float64Array.of(2, 4, 1, 3)
  },
  counts: Float64Array.of(8, 3, 2, 6),
  averaged: ["y"],
  products: Float64Array.of(14, 2, 0.5, 0),
  outcome: {name: "y", median: 2, mad: 1, zeroOne: false}
} satisfies Partial<SummedRows> as SummedRows;

const lines = (csv: string): string[] => csv.trim().split("\n").slice(1);

describe("safeCells", () => {
  it("names cells below the limit, and leaves them out where that is asked", () => {
    const cells = safeCells(study, data, "t", {limit: 5, how: "withhold"});
    expect(cells.named).toEqual(["Women, control: 3 rows", "Men, treated: 2 rows"]);
    expect(lines(cells.csv)).toEqual([`"Men",0,8,2,${Math.sqrt(2)}`, '"Women",1,6,3,0']);
    expect(cells).toMatchObject({kept: 2, withheld: 2, uniform: ["Women, treated: 6 rows"]});
  });

  it("merges small cells within an arm, and leaves out what is small still", () => {
    const cells = safeCells(study, data, "t", {limit: 7, how: "merge"});
    // Of the treated 2 and 6 make 8, with mean 2.5 and squares 0.5 + 4 · 2 · 6 / 8.
    expect(lines(cells.csv).at(-1)).toBe(`"2 small groups together",1,8,2.5,${Math.sqrt(6.5 / 7)}`);
    expect(cells).toMatchObject({kept: 2, withheld: 1});
    expect(cells.csv).not.toContain('"Women",0');
  });

  it("refuses a limit that protects nobody", () => {
    for (const limit of [1, 2.5, NaN])
      expect(() => safeCells(study, data, "t", {limit, how: "merge"})).toThrow(/^invalid limit/);
  });
});
