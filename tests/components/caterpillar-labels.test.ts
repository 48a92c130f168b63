// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {labelLines, labelsInPanels} from "../../src/components/caterpillar-labels.js";
import {textWidth} from "../../src/components/text-width.js";
import {age, groups, tie, voter} from "./effect-rows.js";

const room = 340;

describe("labelLines", () => {
  it("leaves a short label on its line, and begins it with a capital", () => {
    expect(labelLines("women, low stakes", room)).toEqual(["Women, low stakes"]);
  });

  it("keeps all words of labels that differ in their last, in lines clear of n", () => {
    const begin = "neither party, gain for oneself, college degree, economy";
    const [one, other] = ["unsure", "gains"].map((end) => labelLines(`${begin} ${end}`, room));
    expect(one.join(" ")).toBe("Neither party, gain for oneself, college degree, economy unsure");
    expect(one.length).toBe(2);
    expect(one).not.toEqual(other);
    for (const line of one) expect(textWidth(line)).toBeLessThan(room - 50);
  });

  it("ends in three dots after three lines, and within a word that no line holds", () => {
    const many = labelLines("word ".repeat(2000).trim(), room);
    expect(many).toHaveLength(3);
    expect(many[2]).toMatch(/word…$/);
    const [endless] = labelLines("x".repeat(10_000), room);
    expect(endless).toMatch(/^Xx+…$/);
    expect(textWidth(endless)).toBeLessThan(room);
  });
});

describe("labelsInPanels", () => {
  const labels = (...told: Parameters<typeof labelsInPanels>) =>
    labelsInPanels(...told).map(({label}) => label);
  const rows = groups(voter, tie);

  it("leaves out what a panel's heading says, and nothing without panels", () => {
    expect(labels(rows, {})).toEqual(rows.map(({label}) => label));
    expect(labels(rows, {fy: voter})).toEqual(["trade", "investment", "trade", "investment"]);
    expect(labels(rows, {fx: tie})).toEqual(["Trump", "Trump", "Clinton", "Clinton"]);
  });

  it("keeps the whole where nothing would be left, or where the level is only part of a word", () => {
    expect(labels(rows, {fx: tie, fy: voter})).toEqual(rows.map(({label}) => label));
    const [row] = groups(age);
    const numbered = {...row, label: `ages ${row.levels[age.name]}, women`};
    expect(labels([numbered], {fy: age})).toEqual([numbered.label]);
  });
});
