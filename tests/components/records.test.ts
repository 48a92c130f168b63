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
      [95, 50, 80, 90].flatMap((width) => [`lower${width}`, `upper${width}`])
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
      "p_positive",
      "n",
      "voter",
      "n_treated",
      "n_control"
    ]);
  });
  it("says first what is asked first: the median, its interval as shown, the sign, n", () => {
    const [first] = effectRecords(rows, {outcome, modifiers: [voter], interval: 80});
    expect(Object.keys(first)).toEqual([
      ...["group", "median", "lower80", "upper80", "p_positive", "n"],
      ...["voter", "n_treated", "n_control", "mean", "sd"],
      ...["lower50", "upper50", "lower90", "upper90", "lower95", "upper95"]
    ]);
    const rungs = ["partial", "saturated"] as const;
    const [both] = effectRecords(rows, {outcome, modifiers: [], rungs});
    expect(Object.keys(both).slice(0, 9)).toEqual([
      ...["group", "partial_median", "partial_lower95", "partial_upper95"],
      ...["saturated_median", "saturated_lower95", "saturated_upper95", "p_positive", "n"]
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
  it("says first what is asked first", () => {
    const [one] = estimateRecords(
      [{label: "Women", series: "corrected", estimate: estimate(0.1), p_positive: 0.9}],
      outcome,
      90
    );
    expect(Object.keys(one)).toEqual([
      ...["name", "model", "median", "lower90", "upper90", "p_positive", "mean", "sd"],
      ...["lower50", "upper50", "lower80", "upper80", "lower95", "upper95"]
    ]);
  });
  it("keeps what is not estimable as NaN, which exports leave empty", () => {
    const [one] = estimateRecords([{label: "Nobody", estimate: estimate(NaN)}], outcome);
    expect([one.median, one.lower95, one.upper95]).toEqual([NaN, NaN, NaN]);
  });
});
