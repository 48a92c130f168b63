import {table as createTable} from "arquero";
import {describe, expect, it} from "vitest";
import {unmet} from "../../src/data/expectation.js";

const table = createTable({
  g: ["a", "a", "a", "b", "b", "c"],
  arm: Float64Array.of(0, 1, 1, 1, 1, 0),
  kept: Float64Array.of(1, 1, 1, 1, 1, 0)
});
const groups = {
  by: ["g"],
  groups: 3,
  sizes: [1, 3],
  singletons: 1,
  lacking: {arm: "arm", groups: 2}
} as const;

describe("unmet(table, expected)", () => {
  it("is empty for a table as expected", () => {
    const counts = {arm: {0: 2, 1: 4}, g: {a: 3}};
    expect(unmet(table, {rows: 6, counts, groups: [groups]})).toEqual([]);
    expect(unmet(table, {})).toEqual([]);
  });

  it("takes rows without a value for one more group, or for none where groups are named", () => {
    const gaps = createTable({
      g: ["a", null, "a", null, "b", null],
      h: Float64Array.of(1, NaN, 1, 2, 2, NaN)
    });
    const two = {by: ["h"], groups: 2, sizes: [2, 2], named: true} as const;
    const uneven = {by: ["g"], groups: 2, sizes: [1, 2], named: true} as const;
    expect(unmet(gaps, {groups: [uneven, two]})).toEqual([]);
    expect(unmet(gaps, {groups: [{by: ["g"], groups: 3, sizes: [1, 3]}]})).toEqual([]);
    expect(unmet(gaps, {groups: [{...two, groups: 3}]})).toEqual([
      "groups of h 2 where 3 are expected"
    ]);
  });

  it.each([
    [{rows: 7}, "rows 6 where 7 are expected"],
    [{counts: {arm: {1: 5}}}, "rows with arm = 1 4 where 5 are expected"],
    [{counts: {arm: {9: 1}}}, "rows with arm = 9 0 where 1 are expected"],
    [{groups: [{...groups, groups: 2}]}, "groups of g 3 where 2 are expected"],
    [{groups: [{...groups, sizes: [2, 3]}]}, "smallest group of g 1 where 2 are expected"],
    [{groups: [{...groups, sizes: [1, 4]}]}, "largest group of g 3 where 4 are expected"],
    [{groups: [{...groups, singletons: 0}]}, "groups of one row of g 1 where 0 are expected"],
    [
      {groups: [{...groups, lacking: {arm: "arm", groups: 0}}]},
      "groups lacking an arm of g 2 where 0 are expected"
    ]
  ] as const)("says of %j: %s", (expected, phrase) => {
    expect(unmet(table, expected)).toEqual([phrase]);
  });

  it("looks only at the rows of `where`", () => {
    const some = {by: ["g"], where: {kept: 1}, groups: 2, sizes: [2, 3]} as const;
    expect(unmet(table, {groups: [some]})).toEqual([]);
  });
});
