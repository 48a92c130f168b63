import {describe, expect, it} from "vitest";
import {groupLabel} from "../../src/components/live-labels.js";
import {cellsReading, sentence, shiftReading} from "../../src/components/live-readings.js";
import {liveRows} from "../../src/components/live-rows.js";
import {binOf} from "../../src/live/regroup.js";
import {card, choose, liveGroup, liveResult, outcome, published} from "./live-study.js";

const words = {card, choice: choose(), binOf};
const read = (result: ReturnType<typeof liveResult>): string =>
  shiftReading(liveRows(result, published, words), {outcome});

describe("shiftReading", () => {
  it("says when nothing moved at all, to the last digit", () => {
    expect(read(liveResult(0))).toBe("Every number is the published one, to the last digit.");
  });

  it("tells none from all, and names the largest move with both intervals", () => {
    expect(read(liveResult(0.01))).toMatch(/^None of 8 groups moves by more than half a posterior/);
    expect(read(liveResult(-0.06))).toMatch(/^All of 8 groups move by more than half a posterior/);
    const one = liveResult(0, {
      groups: published.map(({group}) => liveGroup(group, group === "1_3" ? 0.1 : 0.001))
    });
    expect(read(one)).toMatch(
      /^1 of 8 groups moves .* of right, fourth, is 1\.00 standard deviations up, from/
    );
  });

  it("speaks of a group alone as one, and of none as none", () => {
    expect(read(liveResult(0, {groups: [liveGroup("0_0", 0.001)]}))).toMatch(
      /^The one group does not move/
    );
    expect(read(liveResult(0, {groups: []}))).toBe("No group is left.");
  });

  it("compares nothing where there is nothing to compare with", () => {
    const odds = read(liveResult(0.05, {family: "bernoulli"}));
    expect(odds).toMatch(/^The 95% interval is clear of zero in \w+ of 8 groups\.$/);
  });
});

describe("groupLabel", () => {
  it("says levels in the card's words, and the ends of a bin", () => {
    expect(groupLabel(liveGroup("1_2"), words)).toBe("Right · Third");
    const coarse = {...words, choice: choose({bins: {b: 2}})};
    expect(groupLabel(liveGroup("1_2"), coarse)).toBe("Right · Third–fourth");
  });

  it("leaves a value without words as it is", () => {
    expect(groupLabel({...liveGroup("1_2"), values: {a: 1, b: 9}}, words)).toBe("Right · 9");
  });
});

describe("cellsReading", () => {
  const live = (cells: number, single: number) => ({
    live: {...card, cells: String(cells), size: {cells, rows: 240, single}}
  });
  it("counts each table once, and says how many cells tell on one person", () => {
    expect(cellsReading([live(100, 7), live(100, 7), live(50, 0)])).toMatch(
      /^7 of the 150 sets hold a single respondent/
    );
    expect(cellsReading([live(1, 1)])).toMatch(/^All of the 1 set holds/);
    const own = {row: ["child", "children"]} as const;
    expect(cellsReading([live(100, 7)], own)).toBe(
      "7 of the 100 sets hold a single child and so tell that child’s answers to whoever has this page."
    );
    expect(cellsReading([live(100, 0)])).toBe("None of the 100 sets holds a single respondent.");
    expect(cellsReading([{live: null}, {}])).toBe("No model of this page can be fitted again.");
  });
});

describe("sentence", () => {
  it("is what went wrong without its full stop", () => {
    expect([new Error("It broke."), "broken", undefined].map(sentence)).toEqual([
      "It broke",
      "broken",
      "undefined"
    ]);
  });
});
