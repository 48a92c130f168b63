import {describe, expect, it} from "vitest";
import {createLens, lensChoices, lensOf} from "../../src/components/lens.js";
import {answersOf, readLens, rowsUnder} from "../../src/components/lens-rows.js";
import {lensRecords} from "../../src/components/lens-records.js";
import {outcome, tie, voter} from "./effect-rows.js";
import {answer, lensAs, lensBytes, lensRow, rows} from "./lens-table.js";

describe("lensOf", () => {
  it("knows the four lenses, and takes these groups for anything else", () => {
    expect(lensChoices.map(({value}) => lensOf(value))).toEqual([
      "groups",
      "average",
      "new",
      "reweighted"
    ]);
    for (const wrong of [undefined, "", "Average", "<script>"])
      expect(lensOf(wrong)).toBe("groups");
  });
});

describe("createLens", () => {
  it("shows the groups, and no answer, for these groups", () => {
    const lens = createLens("groups", rows);
    expect(lens.rows("m")).toEqual(rows);
    expect(lens.rows("other")).toEqual([]);
    expect(lens.overall("m")).toBeUndefined();
    expect(lens.levels("m")).toEqual([]);
  });

  it("shows new groups in place of the observed ones only for a new group", () => {
    expect(lensAs("average").rows("m")).toEqual(rows);
    expect(
      lensAs("new")
        .rows("m")
        .map(({rungs}) => rungs.partial?.median)
    ).toEqual(rows.map(() => 0.05));
  });

  it("tells the answer for all from those for levels", () => {
    expect(lensAs("average").overall("m")).toEqual(answer);
    expect(
      lensAs("average")
        .levels("m")
        .map(({level}) => level)
    ).toEqual(["Trump"]);
  });
});

describe("readLens", () => {
  const bytes = lensBytes([
    lensRow("average", 0.2, 0.05),
    lensRow("average", 0.1, 0.05, {modifier: "voter", level: "Trump", n: 20}),
    lensRow("new", 0.3, 0.2),
    lensRow("new", 0.25, 0.2, {group: "g1", n: 12, groups: 1}),
    lensRow("group", 0.02, 0.01, {group: "g1", scale: "response"})
  ]);
  const read = readLens(bytes);

  it("reads rows in file order, texts empty where missing", () => {
    expect(read.map(({estimand, modifier, group}) => [estimand, modifier, group])).toEqual([
      ["average", "", ""],
      ["average", "voter", ""],
      ["new", "", ""],
      ["new", "", "g1"],
      ["group", "", "g1"]
    ]);
    expect(read[0]).toMatchObject({n: 38, groups: 4, draws: 0, mcse_mean: 0.001});
    expect(read[0].estimate.upper[95]).toBeCloseTo(0.2 + 0.05 * 1.9, 12);
  });

  it("keeps answers about several groups apart from groups, and scales apart", () => {
    expect(answersOf(read, "average", "link")).toEqual([read[0], read[1]]);
    expect(answersOf(read, "new", "link")).toEqual([read[2]]);
    expect(answersOf(read, "average", "response")).toEqual([]);
  });

  it("puts a group's estimate under an estimand into its row, without the other rungs", () => {
    const [only, ...others] = rowsUnder(rows, read, "new", "link");
    expect(others).toEqual([]);
    expect(only).toMatchObject({group: "g1", label: rows[1].label, n: rows[1].n});
    expect(only.rungs).toEqual({partial: read[3].estimate});
    expect(rowsUnder(rows, read, "group", "response")[0].rungs.partial?.median).toBe(0.02);
  });
});

describe("lensRecords", () => {
  const options = {outcome, modifiers: [voter, tie]};

  it("are the groups' own under these groups", () => {
    const records = lensRecords(lensAs("groups"), "m", options);
    expect(records).toHaveLength(4);
    expect(Object.keys(records[0])).not.toContain("estimand");
  });

  it("say what each row is of, and add the answer in the figure's unit", () => {
    const records = lensRecords(lensAs("average"), "m", options);
    expect(records.map(({estimand}) => estimand)).toEqual([
      ...rows.map(() => "this group"),
      "average"
    ]);
    expect(Object.keys(records[4]).slice(0, 7)).toEqual([
      ...["group", "median", "lower95", "upper95", "p_positive", "n", "estimand"]
    ]);
    expect(records[4]).toMatchObject({
      ...{
        group: "On average over the 1,200 respondents in these 4 groups",
        voter: "all",
        tie: "all",
        n: 1200
      },
      median: 20
    });
  });

  it("add the levels where a figure shows them, in the order of their modifiers", () => {
    const records = lensRecords(lensAs("new"), "m", {...options, levels: true, group: "cell"});
    expect(records.map(({estimand}) => estimand)).toEqual([
      ...rows.map(() => "a new cell like this"),
      "a new cell",
      "a new cell"
    ]);
    expect(records[5]).toMatchObject({voter: "Trump", tie: "all", median: 10});
  });
});
