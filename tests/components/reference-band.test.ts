// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {Caterpillar} from "../../src/components/caterpillar.js";
import {EffectDensities} from "../../src/components/effect-densities.js";
import {GroupGrid} from "../../src/components/group-grid.js";
import {ModifierBoxes} from "../../src/components/modifier-boxes.js";
import {all, num, words, xOf} from "./drawn.js";
import {age, estimate, groups, news, outcome, tie, triangle, voter} from "./effect-rows.js";

const rows = groups(voter, age);
const band = {label: "sample average", estimate: estimate(0.02, 0.02)};
const rects = (figure: Parameters<typeof all>[0]) => all(figure, ".reference-band rect");

describe("a reference band", () => {
  it("covers the interval that is asked for, in a caterpillar, and is named with its number", () => {
    const figure = Caterpillar(rows, {outcome, band, interval: 80});
    const [rect] = rects(figure);
    // Half-widths grow with the width: 80 % reaches 1.6 × 2 points.
    expect(num(rect, "x")).toBeCloseTo(xOf(figure, -1.2), 6);
    expect(num(rect, "x") + num(rect, "width")).toBeCloseTo(xOf(figure, 5.2), 6);
    expect(words(figure)).toContain("sample average +2");
  });

  it("leaves a caterpillar as it is where there is none", () => {
    const plain = Caterpillar(rows, {outcome});
    expect(rects(plain)).toHaveLength(0);
    expect(Caterpillar(rows, {outcome, band: undefined}).outerHTML).toBe(plain.outerHTML);
    expect(num(Caterpillar(rows, {outcome, band}), "height")).toBe(num(plain, "height") + 18);
  });

  it("stands behind densities and in every panel of a grid", () => {
    const curves = rows.map(({group}, i) => triangle(`effect:${group}`, -0.1 + 0.02 * i));
    const densities = EffectDensities(rows, {outcome, curves, band});
    expect(rects(densities)).toHaveLength(1);
    expect(words(densities)).toContain("sample average +2");
    const four = groups(age, tie, voter, news);
    const grid = GroupGrid(four, {outcome, across: age, down: tie, within: [voter, news], band});
    expect(rects(grid)).toHaveLength(3);
  });
});

describe("the answers for levels", () => {
  const answers = voter.levels.map((level, i) => ({
    modifier: "voter",
    level,
    estimate: estimate(0.1 * i, 0.02)
  }));
  const draw = (width?: number) =>
    ModifierBoxes(rows, {outcome, modifiers: [voter, age], answers, ...(width && {width})});

  it("take the place of boxes, at their point and between their limits", () => {
    const figure = draw(350);
    expect(all(figure, `[aria-label="tick"] line`)).toHaveLength(0);
    const diamonds = all(figure, ".level-answers path");
    expect(diamonds).toHaveLength(2);
    const at = diamonds.map((path) =>
      Number(/translate\(([^,]+),/.exec(path.getAttribute("transform")!)![1])
    );
    expect(at).toEqual([xOf(figure, 0), xOf(figure, 10)].map((x): unknown => expect.closeTo(x, 3)));
    const ends = all(figure, `[aria-label="rule"] line`).map((line) => [
      num(line, "x1"),
      num(line, "x2")
    ]);
    expect(ends).toContainEqual([
      expect.closeTo(xOf(figure, 10 - 3.8), 3),
      expect.closeTo(xOf(figure, 10 + 3.8), 3)
    ]);
  });

  it("leave groups as points", () => {
    expect(all(draw(), "circle[data-group]")).toHaveLength(12);
  });

  it("change nothing where there are none", () => {
    const plain = ModifierBoxes(rows, {outcome, modifiers: [voter]});
    expect(ModifierBoxes(rows, {outcome, modifiers: [voter], answers: []}).outerHTML).toBe(
      plain.outerHTML
    );
  });
});
