// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {boxNote} from "../../src/components/box-layout.js";
import {ModifierBoxes} from "../../src/components/modifier-boxes.js";
import {all, groupsOf, num, words, xOf} from "./drawn.js";
import {age, groups, outcome, voter} from "./effect-rows.js";

const rows = groups(voter, age);
const modifiers = [voter, age];
const wave = {name: "wave", label: "Wave", levels: ["1", "2", "3", "4", "5"]};

describe("ModifierBoxes", () => {
  it("draws every group once in the panel of every modifier", () => {
    const figure = ModifierBoxes(rows, {outcome, modifiers});
    const points = groupsOf(all(figure, "circle[data-group]"));
    expect(points.sort()).toEqual(rows.flatMap(({group}) => [group, group]).sort());
  });
  it("puts every point at its median and within its row", () => {
    const figure = ModifierBoxes(rows, {outcome, modifiers, modifier: "voter", width: 350});
    const point = figure.querySelector(`circle[data-group="g5"]`) ?? undefined;
    expect(num(point, "cx")).toBeCloseTo(xOf(figure, 0), 6);
    const ys = all(figure, "circle[data-group]").map((circle) => num(circle, "cy"));
    expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(2 * 44);
  });
  it("bars the box at the median of the groups", () => {
    const many = groups(voter, wave);
    const figure = ModifierBoxes(many, {outcome, modifiers: [voter], width: 350});
    const bars = all(figure, `[aria-label="tick"] line`).map((line) => num(line, "x1"));
    // Trump voters are groups 0 to 4 at −10 to −2; Clinton voters go on to +8.
    expect(bars[0]).toBeCloseTo(xOf(figure, -6), 6);
    expect(bars[1]).toBeCloseTo(xOf(figure, 4), 6);
    expect(boxNote(many, [voter])).toBe("");
  });
  it("has no box of fewer than five groups, and says so", () => {
    const figure = ModifierBoxes(rows, {outcome, modifiers, width: 350});
    expect(all(figure, `[aria-label="tick"] line`)).toEqual([]);
    expect(boxNote(rows, modifiers)).toBe(" Levels of fewer than 5 groups have points alone.");
  });
  it("says how many groups each level has", () => {
    const said = words(ModifierBoxes(rows, {outcome, modifiers}));
    expect(said.filter((text) => text === "3 groups")).toHaveLength(2);
    expect(said.filter((text) => text === "2 groups")).toHaveLength(3);
  });
  it("shows the one modifier that is chosen", () => {
    const said = words(ModifierBoxes(rows, {outcome, modifiers, modifier: "age"}));
    expect(said).toContain("Age");
    expect(said).not.toContain("Voter");
  });
  it("draws larger groups larger", () => {
    const figure = ModifierBoxes(rows, {outcome, modifiers, modifier: "voter"});
    const size = (group: string): number =>
      num(figure.querySelector(`circle[data-group="${group}"]`) ?? undefined, "r");
    const bySize = [...rows].sort((a, b) => a.n - b.n);
    expect(size(bySize.at(-1)!.group)).toBeGreaterThan(size(bySize[0].group));
  });
  it("draws the same picture twice", () => {
    const draw = (): string => ModifierBoxes(rows, {outcome, modifiers}).outerHTML;
    expect(draw()).toBe(draw());
  });
  it("says a sentence when there is nothing to draw", () => {
    expect(ModifierBoxes([], {outcome, modifiers}).tagName).toBe("P");
    expect(ModifierBoxes(rows, {outcome, modifiers, modifier: "none"}).tagName).toBe("P");
  });
});
