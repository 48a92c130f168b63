import {describe, expect, it} from "vitest";
import {smallGroups} from "../../../src/engine/advice/small-groups.js";
import {evidenceOf, grouped} from "./evidence.js";

const spec = {formula: "y ~ t + (1 + t | g)", treatment: "t", by: ["g"]};
const of = (n: number, levels: number, by: string[] = ["g"]) =>
  smallGroups(evidenceOf({...spec, by}, {data: grouped(n, levels)}));

describe("smallGroups", () => {
  it("notes a median below 20 rows", () => {
    const advice = of(76, 4);
    expect(advice).toMatchObject({code: "W1", severity: "note"});
    expect(advice?.message).toContain("The 4 groups hold 19 to 19 rows (median 19; 0 groups");
    expect(of(80, 4)).toBeNull();
  });

  it("notes that more than a quarter have fewer than five rows", () => {
    // Of eight groups three hold 3 rows, the others 40 or more.
    const sizes = [3, 3, 3, 40, 50, 60, 70, 80];
    const g = Float64Array.from(sizes.flatMap((n, level) => Array<number>(n).fill(level)));
    const n = g.length;
    const data = {...grouped(n, 2), g};
    expect(smallGroups(evidenceOf(spec, {data}))?.message).toContain("3 groups with fewer than 5");
  });

  it("names the modifier whose removal leaves the fewest groups", () => {
    const advice = of(120, 10, ["h", "g"]);
    expect(advice?.remedy).toMatch(
      /^Merge or bin levels of `g`: without it there would be 2 groups/
    );
  });

  it("has no such name for a single modifier", () => {
    expect(of(40, 4)?.remedy).toBe("Merge groups before fitting, and compare.");
  });

  it("is silent where standard errors are known: one row a group is the design there", () => {
    const data = {...grouped(40, 4), s: new Float64Array(40).fill(1)};
    const known = {...spec, formula: "y | se(s) ~ t + (1 + t | g)"};
    expect(smallGroups(evidenceOf(known, {data}))).toBeNull();
    expect(smallGroups(evidenceOf(spec, {data}))).not.toBeNull();
  });

  it("is silent about one group", () => {
    expect(of(12, 1, [])).toBeNull();
  });
});
