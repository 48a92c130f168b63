import {describe, expect, it} from "vitest";
import {splitGrid} from "../../../src/engine/exact/split-grid.js";
import {expectClose} from "../../assert.js";

type Numbers = readonly number[];

function split(lines: readonly Numbers[], logDensity: Numbers) {
  const [peak, mode] = [Math.max(...logDensity), Float64Array.of(7)];
  const grid = {lines: lines.map((own) => Float64Array.from(own)), peak, mode};
  return splitGrid({...grid, logDensity: Float64Array.from(logDensity)});
}

/** What is interpolated in the middle of the intervals of one axis. */
const middles = (x: Numbers, values: Numbers): number[] =>
  [...split([x], values).logDensity].filter((_, k) => k % 2 === 1);

const uneven = [-4, -1.5, -1, 0, 0.5, 3];

describe("splitGrid", () => {
  it("keeps lines, nodes, peak and mode, with a line in the middle of every interval", () => {
    const values = uneven.map((x) => -x * x);
    const {lines, logDensity, peak, mode} = split([uneven], values);
    expect([...lines[0]]).toEqual([-4, -2.75, -1.5, -1.25, -1, -0.5, 0, 0.25, 0.5, 1.75, 3]);
    expect([...logDensity].filter((_, k) => k % 2 === 0)).toEqual(values);
    expect([peak, ...mode]).toEqual([Math.max(...values), 7]);
  });

  it("finds a cubic as it is between uneven lines, at both ends as well", () => {
    const cubic = (x: number) => (0.1 * x - 0.03) * x * x - 0.2 * x;
    expectClose(middles(uneven, uneven.map(cubic)), [-2.75, -1.25, -0.5, 0.25, 1.75].map(cubic), {
      absolute: 1e-12
    });
  });

  it("finds products of cubics on two and three axes", () => {
    const [a, b, c] = [
      (x: number) => 0.01 * x ** 3 - x,
      (y: number) => 0.2 * y * y + 0.1,
      (z: number) => 1 - 0.1 * z
    ];
    const [y, z] = [
      [0, 0.3, 1, 1.2],
      [0, 0.1, 0.5, 0.6]
    ];
    const values = uneven.flatMap((x) => y.flatMap((v) => z.map((w) => a(x) * b(v) * c(w))));
    const {lines, logDensity} = split([uneven, y, z], values);
    const expected = [...lines[0]].flatMap((x) =>
      [...lines[1]].flatMap((v) => [...lines[2]].map((w) => a(x) * b(v) * c(w)))
    );
    expectClose(logDensity, expected, {absolute: 1e-12});
  });

  it("takes what curve two or three lines have", () => {
    expect(middles([0, 2], [1, 3])).toEqual([2]);
    expectClose(
      middles(
        [0, 1, 3],
        [0, 1, 9].map((v) => -v / 10)
      ),
      [-0.025, -0.4],
      {
        absolute: 1e-12
      }
    );
  });

  it("does not pass the ends of an interval by more than a half", () => {
    // The cubic through these rises far above zero after the cliff.
    const [, , after] = middles([0, 1, 2, 3, 4], [-1e6, -1e6, -20, 0, -1]);
    expect(after).toBe(0.5);
    const below = middles([0, 1, 2, 3, 4], [-1, 0, -20, -1e6, -1e6]);
    expect(below[1]).toBe(0.5);
    expect(Math.min(...middles([0, 1, 2, 3], [0, -1, -1, 40]))).toBeGreaterThanOrEqual(-1.5);
  });

  it("is beside a node without density as low as that, and near one not far from its ends", () => {
    const none = -Infinity;
    expect(middles([0, 1, 2, 3], [none, 0, 0, 0])).toEqual([none, 0.5, -0.5]);
    expect(middles([0, 1], [none, none])).toEqual([none]);
  });
});
