import {describe, expect, it} from "vitest";
import {isComparable, liveRows, toEstimate} from "../../src/components/live-rows.js";
import {binOf} from "../../src/live/regroup.js";
import {card, cardWith, choose, liveGroup, liveResult, published} from "./live-study.js";

const words = {card, choice: choose(), binOf};

describe("liveRows", () => {
  it("sets each group beside what was published of it, and says how far its mean moved in sds", () => {
    const rows = liveRows(liveResult(0.05), published, words);
    expect(rows.map(({group}) => group)).toEqual(published.map(({group}) => group));
    for (const {shift, rungs} of rows) {
      expect(shift).toBeCloseTo(0.5, 12);
      expect(rungs.published).toBe(
        published.find((row) => row.rungs.partial === rungs.published)?.rungs.partial
      );
    }
  });

  it("averages the published groups that a coarser one is made of, without an interval or a shift", () => {
    const result = liveResult(0, {groups: [liveGroup("0_2", 0, ["0_2", "0_3"])]});
    const [row] = liveRows(result, published, {...words, choice: choose({bins: {b: 2}})});
    expect(row.group).toBe("live 0_2");
    expect(row.rungs.published?.mean).toBeCloseTo(0.225, 12);
    expect(row.rungs.published?.lower[95]).toBeNaN();
    expect(row.shift).toBeNaN();
  });

  it("sets effects in probability beside those of a normal model, and log-odds beside none", () => {
    const bernoulli = {family: "bernoulli"};
    const own = liveRows(liveResult(0.05, {...bernoulli, scale: "response"}), published, words);
    expect(own.every(({shift}) => Math.abs(shift - 0.5) < 1e-9)).toBe(true);
    const [odds] = liveRows(liveResult(0.05, {...bernoulli, scale: "link"}), published, words);
    expect(odds.rungs.published).toBeUndefined();
    expect(odds.shift).toBeNaN();
  });

  it("compares log-odds with log-odds", () => {
    const logit = cardWith({family: "bernoulli"});
    expect(isComparable({family: "bernoulli", scale: "link"}, logit)).toBe(true);
    expect(isComparable({family: "gaussian", scale: "link"}, logit)).toBe(false);
  });
});

describe("toEstimate", () => {
  it("takes every limit from its quantile", () => {
    const group = liveGroup("0_0");
    const {median, lower, upper} = toEstimate(group);
    expect([median, lower[95], lower[50], upper[80]]).toEqual([
      group.q50,
      group["q2.5"],
      group.q25,
      group.q90
    ]);
  });
});
