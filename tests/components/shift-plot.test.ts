// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {ShiftPlot} from "../../src/components/shift-plot.js";
import {all, num, reached, words, xOf} from "./drawn.js";
import {age, groups, outcome, voter} from "./effect-rows.js";

const rows = groups(voter, age);

describe("ShiftPlot", () => {
  it("puts a group at its OLS estimate and at pooled minus OLS", () => {
    const figure = ShiftPlot(rows, {outcome});
    // g1: OLS −24 points, pooled −8, so 16 points up.
    const point = figure.querySelector(`circle[data-group="g1"]`) ?? undefined;
    expect(num(point, "cx")).toBeCloseTo(xOf(figure, -24), 6);
    expect(num(point, "cy")).toBeCloseTo(Number(figure.scale?.("y")?.apply(16)), 6);
    expect(reached(figure).sort()).toEqual(rows.map(({group}) => group).sort());
  });
  it("draws the falling tendency through the points", () => {
    const line = all(ShiftPlot(rows, {outcome}), `[aria-label="linear-regression"] path`).at(-1);
    const [, x1, y1, x2, y2] = /^M([^,]+),([^L]+)L([^,]+),(.+)$/.exec(line!.getAttribute("d")!)!;
    expect(Number(x2)).toBeGreaterThan(Number(x1));
    // Pixels grow downwards: a tendency that falls ends lower on the page.
    expect(Number(y2)).toBeGreaterThan(Number(y1));
  });
  it("names the lines of no shift and no effect and the largest shifts both ways", () => {
    const said = words(ShiftPlot(rows, {outcome}));
    expect(said).toEqual(expect.arrayContaining(["no shift", "no effect", "Trump, 1: +20"]));
    expect(said).toContain("Clinton, 3: 0");
  });
  it("counts the groups that OLS cannot estimate", () => {
    const [first, ...rest] = rows;
    const figure = ShiftPlot([{...first, rungs: {partial: first.rungs.partial!}}, ...rest], {
      outcome
    });
    expect(reached(figure)).not.toContain("g0");
    expect(words(figure)).toContain("1 without an OLS estimate left out");
  });
  it("says a sentence when no group has both estimates", () => {
    expect(ShiftPlot(rows, {outcome, from: "additive"}).textContent).toMatch(/^No group here/);
  });
});
