import {describe, expect, it} from "vitest";
import {binOf, regroup} from "../../src/live/regroup.js";
import {smallStudy} from "./small-study.js";

const crossed = smallStudy();
const separate = smallStudy("y ~ t + x + (1 + t | a) + (0 + t | b)", {
  kind: "separate",
  modifiers: ["a", "b"]
});
const joined = smallStudy("y ~ t + x + (1 | a)", {
  kind: "joined",
  modifiers: ["a", "b"],
  column: "cell",
  untreated: "none"
});

const of = ({card, cells, choose}: typeof crossed, change: Parameters<typeof choose>[0]) =>
  regroup(card, cells, choose(change));

describe("binOf", () => {
  it("makes bins as even as can be, in order", () => {
    const bins = [0, 1, 2, 3, 4].map((i) => binOf(i, 5, 2));
    expect(bins).toEqual([0, 0, 0, 1, 1]);
    expect([0, 1, 2, 3].map((i) => binOf(i, 4, 4))).toEqual([0, 1, 2, 3]);
  });
});

describe("regroup", () => {
  it("gives back what it was given when nothing is changed", () => {
    const {columns, formula, by} = of(crossed, {});
    expect(columns).toBe(crossed.cells.columns);
    expect([formula, by]).toEqual([crossed.card.spec.formula, ["a", "b"]]);
  });

  it("takes a modifier out of crossed groups and leaves it as a control", () => {
    expect(of(crossed, {groups: ["b"]})).toMatchObject({
      formula: "y ~ t + a + b + x + (1 + t | b)",
      by: ["b"]
    });
  });

  it("adds a control where the formula has none", () => {
    expect(of(separate, {groups: ["a"]}).formula).toBe("y ~ t + x + (1 + t | a) + b");
  });

  it("keeps separate terms of kept modifiers, binned ones under their new name", () => {
    const {formula, by, columns} = of(separate, {bins: {b: 2}});
    expect(formula).toBe("y ~ t + x + (1 + t | a) + (0 + t | b_bins)");
    expect(by).toEqual(["a", "b_bins"]);
    const names = Array.from(columns.b as Float64Array, (value) => (value < 2 ? 0 : 2));
    expect(columns.b_bins).toEqual(Float64Array.from(names));
  });

  it("joins kept modifiers, and calls all untreated by one name", () => {
    const {columns, by} = of(joined, {groups: ["b"]});
    const {b, t} = joined.cells.columns as Record<string, Float64Array>;
    expect(columns.cell).toEqual(
      Array.from(b, (value, i) => (t[i] === 0 ? "none" : String(value)))
    );
    expect(by).toEqual(["b"]);
  });

  it("refuses to be left without a modifier, in a sentence", () => {
    expect(() => of(crossed, {groups: []})).toThrow(
      "missing modifier: no group is left; keep one at least"
    );
  });
});
