// @vitest-environment jsdom
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {Caterpillar} from "../../src/components/caterpillar.js";
import {textWidth} from "../../src/components/text-width.js";
import type {Modifier} from "../../src/components/types.js";
import {all, expectInterval, groupsOf, num, reached, words, xOf} from "./drawn.js";
import {age, estimate, groups, news, outcome, tie, voter} from "./effect-rows.js";

const rows = groups(voter, tie);
const many = groups(voter, tie, age, news, {...age, name: "hawk"});

describe("Caterpillar", () => {
  it("draws one point per group at its median, largest effect on top", () => {
    const figure = Caterpillar(rows, {outcome});
    const points = all(figure, `[aria-label="dot"] [data-group]`);
    expect(groupsOf(points)).toEqual(["g3", "g2", "g1", "g0"]);
    expect(reached(figure)).toEqual(["g3", "g2", "g1", "g0"]);
    expect(num(points[0], "cx")).toBeCloseTo(xOf(figure, -4), 6);
  });
  it("says its numbers above as well where those below are out of sight, and no effect at zero", () => {
    const numbers = (...modifiers: readonly Modifier[]): string[] =>
      words(Caterpillar(groups(...modifiers), {outcome, compact: false})).filter((said) =>
        /^[\u2212+]\d+$/u.test(said)
      );
    const few = numbers(voter, tie);
    expect(few).toHaveLength(new Set(few).size);
    const tall = numbers(voter, tie, age, news, {...age, name: "hawk"});
    expect(new Set(tall).size).toBeGreaterThan(1);
    expect(tall).toHaveLength(2 * new Set(tall).size);
  });
  it("draws the 95% interval thin and the 50% interval thick by default", () => {
    // g0 lies at −10 points; half a 50% interval is 10 points, half a 95% interval 19.
    expectInterval(Caterpillar(rows, {outcome}), "g0", [
      [-29, 9],
      [-20, 0]
    ]);
  });
  it("follows the reader's width and point", () => {
    const figure = Caterpillar(rows, {outcome, interval: 80, point: "mean"});
    expectInterval(figure, "g0", [
      [-26, 6],
      [-20, 0]
    ]);
    const [point] = all(figure, `circle[data-group="g0"]`);
    expect(num(point, "cx")).toBeCloseTo(xOf(figure, -9), 6);
  });
  it("draws a single line where the reader asks for 50%", () => {
    expectInterval(Caterpillar(rows, {outcome, interval: 50}), "g0", [[-20, 0]]);
  });
  it("labels every row, with n beside it, and the line of no effect", () => {
    const said = words(Caterpillar(rows, {outcome}));
    expect(said).toEqual(expect.arrayContaining(["Trump, trade", "Clinton, investment", "n", "5"]));
    expect(said).toContain("no effect");
    expect(said).toContain("percentage points more willing");
  });
  it("puts labels above the intervals on a phone", () => {
    const figure = Caterpillar(rows, {outcome, width: 350});
    expect(words(figure)).toContain("n = 5");
    const wide = Caterpillar(rows, {outcome, width: 960});
    expect(num(figure, "height")).toBeGreaterThan(num(wide, "height"));
  });
  it("draws a second estimate beside the first, hollow, and says which is which", () => {
    const figure = Caterpillar(rows, {outcome, compare: "saturated"});
    expect(all(figure, `[aria-label="dot"] [data-group="g0"]`)).toHaveLength(2);
    expect(words(figure)).toEqual(
      expect.arrayContaining(["partial pooling", "OLS with all interactions"])
    );
    const hollow = all(figure, `[aria-label="dot"]`).filter((mark) =>
      mark.getAttribute("fill")?.includes("--paper")
    );
    expect(hollow.flatMap((mark) => groupsOf([...mark.children]))).toContain("g0");
  });
  it("leaves out an estimate that is not estimable but keeps the group's row", () => {
    const [first, ...rest] = rows;
    const figure = Caterpillar([{...first, rungs: {}}, ...rest], {outcome});
    expect(all(figure, `[aria-label="dot"] [data-group="g0"]`)).toHaveLength(0);
    expect(reached(figure)).toContain("g0");
  });
  it("heads the panels of facets and sorts within them", () => {
    const figure = Caterpillar(rows, {outcome, facets: {fy: voter}});
    expect(words(figure)).toEqual(expect.arrayContaining(["Trump", "Clinton"]));
    expect(reached(figure)).toEqual(["g1", "g0", "g3", "g2"]);
  });
  it("tells the levels of a marked modifier apart by colour and by shape", () => {
    const figure = Caterpillar(rows, {outcome, mark: tie});
    const marks = all(figure, `[aria-label="dot"]`).filter((m) => m.querySelector("[data-group]"));
    expect(new Set(marks.map((mark) => mark.getAttribute("fill"))).size).toBe(2);
    const shapes = marks.map((m) => m.firstElementChild!.getAttribute("d"));
    expect(new Set(shapes).size).toBe(2);
  });
  it("becomes compact with many rows: all groups drawn, only the extremes named", () => {
    const figure = Caterpillar(many, {outcome, width: 960});
    expect(reached(figure)).toHaveLength(many.length);
    expect(num(figure, "height")).toBeLessThan(900);
    const named = all(figure, "text[data-group]").map((text) => text.getAttribute("data-group"));
    expect(named).toEqual([`g${many.length - 1}`, "g0"]);
  });
  it("keeps the names of the extremes inside the drawing, whatever the order", () => {
    for (const width of [350, 700, 960]) {
      const figure = Caterpillar(many, {outcome, width, sort: "label"});
      for (const text of all(figure, "text[data-group]")) {
        const spans = [...text.querySelectorAll("tspan")];
        const lines = (spans.length > 0 ? spans : [text]).map((line) => line.textContent);
        const longest = Math.max(...lines.map((line) => textWidth(line, 12)));
        const x = Number(/translate\(([^,]+),/.exec(text.getAttribute("transform") ?? "")?.[1]);
        const before = text.closest("[text-anchor]")?.getAttribute("text-anchor") === "end";
        const edge = before ? x - 8 - longest : x + 8 + longest;
        expect(edge).toBeGreaterThanOrEqual(0);
        expect(edge).toBeLessThanOrEqual(width);
      }
    }
  });
  it("puts a name on the side where it is not a column of single words", () => {
    // All intervals lie at a sixth of the axis but one, halfway down, which reaches its end.
    const far = {...estimate(0.17, 0.01), upper: {50: 0.5, 80: 0.8, 90: 0.9, 95: 1}};
    const rows = many.map((row, i) => ({
      ...row,
      rungs: {partial: i === many.length / 2 ? far : estimate(0.17 + i / 1e4, 0.01)}
    }));
    const [largest] = all(Caterpillar(rows, {outcome, width: 700}), "text[data-group]");
    expect(largest.getAttribute("data-group")).toBe(`g${many.length - 1}`);
    expect(largest.querySelectorAll("tspan").length).toBeLessThanOrEqual(1);
    expect(largest.closest("[text-anchor]")?.getAttribute("text-anchor") ?? "start").toBe("start");
  });
  it("leaves out the name of an extreme that has no room beside its interval", () => {
    const filled = many.map((row) => ({...row, rungs: {...row.rungs, saturated: estimate(0, 2)}}));
    const figure = Caterpillar(filled, {outcome, width: 350, compare: "saturated"});
    expect(all(figure, "text[data-group]")).toHaveLength(0);
    expect(reached(figure)).toHaveLength(many.length);
  });
  it("names the modifier in the heading of a level that is a bare number", () => {
    const figure = Caterpillar(groups(age, voter), {outcome, facets: {fy: age}});
    expect(words(figure)).toContain("Age 2");
  });
  it("sets compact panels side by side on a wide page only", () => {
    const facets = {fx: voter, fy: tie};
    const wide = Caterpillar(many, {outcome, facets, width: 960});
    const phone = Caterpillar(many, {outcome, facets, width: 350});
    expect(wide.scale?.("fx")?.domain).toEqual([0, 1]);
    expect(phone.scale?.("fx")).toBeUndefined();
    expect(reached(phone)).toHaveLength(many.length);
  });
  it("says a sentence when there is nothing to draw", () => {
    const figure = Caterpillar([], {outcome});
    expect(figure.tagName).toBe("P");
    expect(figure.textContent).toMatch(/^No group is selected; .+\.$/);
  });
  it("draws in a given document", () => {
    const {document: other} = new JSDOM("").window;
    expect(Caterpillar(rows, {outcome, document: other}).ownerDocument).toBe(other);
    expect(Caterpillar([], {outcome, document: other}).ownerDocument).toBe(other);
  });
});
