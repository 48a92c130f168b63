import {describe, expect, it} from "vitest";
import {climb, spreadAround} from "../../../src/engine/exact/peak.js";
import {expectClose} from "../../assert.js";

/** Two correlated normal numbers, one a thousand times narrower than the other. */
const narrow = ([x, y]: Float64Array): number => {
  const a = (x - 3) / 2;
  const b = (y + 5) / 0.002;
  return -0.5 * (a * a - 0.6 * a * b + b * b);
};

describe("climb", () => {
  it("finds the peak to the finest step", () => {
    const peak = climb(narrow, new Float64Array(2), 1e-7);
    expect(Math.abs(peak[0] - 3)).toBeLessThan(1e-3);
    expect(Math.abs(peak[1] + 5)).toBeLessThan(1e-6);
  });

  it("stays where it is on a plain, and ends on a slope without end", () => {
    expect([...climb(() => 0, Float64Array.of(1, 2), 1e-3)]).toEqual([1, 2]);
    const [far] = climb(([x]) => x, new Float64Array(1), 1e-3);
    expect(Number.isFinite(far)).toBe(true);
  });

  it("leaves the start as it was", () => {
    const start = Float64Array.of(0, 0);
    climb(narrow, start, 1e-3);
    expect([...start]).toEqual([0, 0]);
  });
});

describe("spreadAround", () => {
  it("is the sd of a normal density, along each axis", () => {
    // Along an axis, others fixed, the curvature is that of a² or b² alone.
    expectClose(spreadAround(narrow, Float64Array.of(3, -5), 2), [2, 0.002], {relative: 1e-3});
  });

  it("is at most the widest where the density is flat, and finds its way from far outside", () => {
    expect([...spreadAround(() => 0, new Float64Array(1), 2)]).toEqual([2]);
    const cliff = ([x]: Float64Array): number => (Math.abs(x) < 1e-4 ? 0 : -Infinity);
    expect(spreadAround(cliff, new Float64Array(1), 2)[0]).toBeLessThan(1e-4);
  });
});
