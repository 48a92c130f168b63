import {describe, expect, it} from "vitest";
import {effectRecords, estimateRecords} from "../../src/components/records.js";
import {estimate, groups, outcome, tie, voter} from "./effect-rows.js";

const rows = groups(voter, tie);

describe("effectRecords", () => {
  it("gives one row a group: words, levels, n by arm and the estimate in the figure's unit", () => {
    const records = effectRecords(rows, {outcome, modifiers: [voter, tie]});
    expect(records).toHaveLength(rows.length);
    const [first] = records;
    expect(first).toMatchObject({
      group: "Trump, trade",
      voter: "Trump",
      tie: "trade",
      n: 5,
      n_treated: 2,
      n_control: 3,
      p_positive: 0.5
    });
    expect(first.median).toBeCloseTo(-10, 12);
    expect(first.mean).toBeCloseTo(-9, 12);
    expect(first.sd).toBeCloseTo(10, 12);
    expect(first.lower95).toBeCloseTo(-29, 12);
    expect(first.upper50).toBeCloseTo(0, 12);
  });
  it("states limits at every width, whatever the figure shows", () => {
    const names = Object.keys(effectRecords(rows, {outcome, modifiers: []})[0]);
    expect(names.filter((name) => /^(lower|upper)/.test(name))).toEqual(
      [50, 80, 90, 95].flatMap((width) => [`lower${width}`, `upper${width}`])
    );
  });
  it("tells several estimates apart by their rung", () => {
    const rungs = ["partial", "saturated"] as const;
    const [first] = effectRecords(rows, {outcome, modifiers: [], rungs});
    expect(first.partial_median).toBeCloseTo(-10, 12);
    expect(first.saturated_median).toBeCloseTo(-30, 12);
    expect(first).not.toHaveProperty("median");
  });
  it("leaves out modifiers that a model does not have, and estimates that it did not make", () => {
    const news = {name: "news", label: "News", levels: ["low"]};
    const [first] = effectRecords([{...rows[0], rungs: {}}], {outcome, modifiers: [voter, news]});
    expect(Object.keys(first)).toEqual([
      "group",
      "voter",
      "n",
      "n_treated",
      "n_control",
      "p_positive"
    ]);
  });
  it("makes no rows of none", () => {
    expect(effectRecords([], {outcome, modifiers: [voter]})).toEqual([]);
  });
});

describe("estimateRecords", () => {
  it("names each estimate, and its model where there are several", () => {
    const [one] = estimateRecords([{label: "Women", estimate: estimate(0.1)}], outcome);
    expect(one).toMatchObject({name: "Women"});
    expect(one).not.toHaveProperty("model");
    expect(one.median).toBeCloseTo(10, 12);
    const [two] = estimateRecords(
      [{label: "Women", series: "corrected", estimate: estimate(0.1)}],
      outcome
    );
    expect(two).toMatchObject({name: "Women", model: "corrected"});
  });
  it("keeps what is not estimable as NaN, which exports leave empty", () => {
    const [one] = estimateRecords([{label: "Nobody", estimate: estimate(NaN)}], outcome);
    expect([one.median, one.lower95, one.upper95]).toEqual([NaN, NaN, NaN]);
  });
});
