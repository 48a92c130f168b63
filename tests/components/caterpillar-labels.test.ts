// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {labelLines} from "../../src/components/caterpillar-labels.js";
import {textWidth} from "../../src/components/text-width.js";

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
