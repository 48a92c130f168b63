// @vitest-environment jsdom
import {describe, expect, it} from "vitest";
import {HalfEyes} from "../../src/components/half-eyes.js";
import type {Slab} from "../../src/components/half-eye-labels.js";
import {all, expectInterval, reached, words} from "./drawn.js";
import {estimate, outcome, triangle} from "./effect-rows.js";

const slab = (key: string, series: Slab["series"], median: number): Slab => ({
  key,
  label: `Predictor ${key}`,
  series,
  estimate: estimate(median, 0.05),
  curve: triangle(key, median)
});
const one = [slab("a", "corrected", 0.3), slab("b", "corrected", -0.1)];
const two = one.flatMap((row) => [slab(row.key, "published", 0.1), row]);

describe("HalfEyes", () => {
  it("draws a slab, a shaded interval and an outline per posterior, in the given order", () => {
    const figure = HalfEyes(one, {outcome});
    expect(reached(figure)).toEqual(["a", "b"]);
    expect(all(figure, `[aria-label="area"] path[data-group="a"]`)).toHaveLength(2);
    expect(all(figure, `[aria-label="line"] path[data-group="a"]`)).toHaveLength(1);
  });
  it("stands each slab on its own point and intervals", () => {
    expectInterval(HalfEyes(one, {outcome}), "a", [
      [20.5, 39.5],
      [25, 35]
    ]);
  });
  it("lets the taller slab of each row fill its height, however wide it is", () => {
    const flat = {
      ...one[1],
      curve: {...one[1].curve!, density: Float32Array.of(0, 0.05, 0.1, 0.05, 0)}
    };
    const figure = HalfEyes([one[0], flat], {outcome});
    const rises = ["a", "b"].map((group) => {
      const [outline] = all(figure, `[aria-label="line"] path[data-group="${group}"]`);
      const ys = [...outline.getAttribute("d")!.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
      return Math.max(...ys) - Math.min(...ys);
    });
    expect(rises[0]).toBeGreaterThan(20);
    expect(rises[1]).toBeCloseTo(rises[0], 1);
  });
  it("draws the published posterior as a dashed outline without a fill", () => {
    const figure = HalfEyes(two, {outcome});
    expect(all(figure, `[aria-label="area"] path[data-group="a"]`)).toHaveLength(2);
    const outlines = all(figure, `[aria-label="line"]`).filter((mark) =>
      mark.querySelector(`[data-group="a"]`)
    );
    const dashes = outlines.map((mark) => mark.getAttribute("stroke-dasharray"));
    expect(dashes.filter((dash) => dash !== null)).toHaveLength(1);
    expect(words(figure)).toEqual(expect.arrayContaining(["published", "corrected"]));
  });
  it("says the name of a row once and its numbers from published to corrected", () => {
    const said = words(HalfEyes(two, {outcome}));
    expect(said.filter((text) => text === "Predictor b")).toHaveLength(1);
    expect(said).toContain("+10 \u2192 \u221210");
    expect(said).toContain("median");
  });
  it("has neither signs nor a line of no effect for a share", () => {
    const said = words(HalfEyes(one, {outcome, zero: null}));
    expect(said).not.toContain("no effect");
    expect(said).toContain("30");
    expect(said.filter((text) => text.startsWith("+"))).toEqual([]);
  });
  it("shows the interval alone where there is no curve", () => {
    const bare = one.map((row) => ({...row, curve: undefined}));
    const figure = HalfEyes(bare, {outcome});
    expect(all(figure, `[aria-label="area"]`)).toHaveLength(0);
    expectInterval(figure, "a", [
      [20.5, 39.5],
      [25, 35]
    ]);
  });
  it("says a sentence when there is nothing to draw", () => {
    expect(HalfEyes([], {outcome}).textContent).toBe("No posterior to show here.");
  });
});
