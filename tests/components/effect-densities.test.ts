// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {EffectDensities} from "../../src/components/effect-densities.js";
import {all, groupsOf, num, reached, words, xOf} from "./drawn.js";
import {age, groups, outcome, triangle, voter} from "./effect-rows.js";

const rows = groups(voter, age);
const curves = rows.map(({group, rungs}) => triangle(`effect:${group}`, rungs.partial!.median));

describe("EffectDensities", () => {
  it("draws one curve per group", () => {
    const figure = EffectDensities(rows, {outcome, curves});
    const lines = all(figure, `[aria-label="line"] path:not([data-focus])`);
    const expected = rows.map(({group}) => group).sort();
    expect(groupsOf(lines).sort()).toEqual(expected);
    expect(reached(figure).sort()).toEqual(expected);
  });
  it("names the smallest, the median and the largest effect with estimate and interval", () => {
    const said = words(EffectDensities(rows, {outcome, curves, width: 960}));
    expect(said).toContain("Trump, 1 \u221210 (\u221229 to +9)");
    expect(said).toContain("Clinton, 1 \u22124 (\u221223 to +15)");
    expect(said).toContain("Clinton, 3 0 (\u221219 to +19)");
  });
  it("leads from each name to its point estimate", () => {
    const figure = EffectDensities(rows, {outcome, curves, width: 960});
    const leader = figure.querySelector(`line[data-group="g0"]`) ?? undefined;
    expect(num(leader, "x1")).toBeCloseTo(xOf(figure, -10), 6);
    expect(num(leader, "y2")).toBeGreaterThan(num(leader, "y1"));
  });
  it("follows the reader's width in the names", () => {
    const said = words(EffectDensities(rows, {outcome, curves, interval: 50}));
    expect(said.some((text) => text.endsWith("\u221210 (\u221220 to 0)"))).toBe(true);
  });
  it("names a single group once", () => {
    const figure = EffectDensities(rows.slice(0, 1), {outcome, curves});
    expect(all(figure, "text[data-group]")).toHaveLength(1);
  });
  it("says a sentence when no group has a curve", () => {
    expect(EffectDensities(rows, {outcome, curves: []}).textContent).toMatch(/^No group here/);
  });
});
