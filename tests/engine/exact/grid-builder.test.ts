import {describe, expect, it} from "vitest";
import {GridBuilder} from "../../../src/engine/exact/grid-builder.js";

const bell = (point: Float64Array): number => -0.5 * point.reduce((sum, x) => sum + x * x, 0);

/** A builder of a standard normal of `dim` numbers, its lines all around. */
function widened(dim: number, scale = 1): GridBuilder {
  const builder = new GridBuilder(
    (point) => bell(point.map((x) => x / scale)),
    new Float64Array(dim)
  );
  expect(builder.widen()).toBe(true);
  return builder;
}

/** The share of the mass in every interval of the first axis, by the trapezoid rule along all others. */
function shares(builder: GridBuilder): number[] {
  const {lines, logDensity} = builder.grid();
  const [x, ...others] = lines;
  const weights = others.reduce<number[]>(
    (all, own) => {
      const each = Array.from(own, (at, i) => ((own[i + 1] ?? at) - (own[i - 1] ?? at)) / 2);
      return all.flatMap((weight) => each.map((one) => weight * one));
    },
    [1]
  );
  const heights = Array.from(x, (_, i) =>
    weights.reduce((sum, own, k) => sum + own * Math.exp(logDensity[i * weights.length + k]), 0)
  );
  const masses = Array.from(x.slice(1), (at, i) => (at - x[i]) * (heights[i] + heights[i + 1]));
  const total = masses.reduce((a, b) => a + b);
  return masses.map((mass) => mass / total);
}

describe.each([1, 2, 3])("GridBuilder of %d numbers", (dim) => {
  it.each([1, 1e-3, 6])("widens until nothing is left outside, at a scale of %d", (scale) => {
    const {lines, logDensity, peak} = widened(dim, scale).grid();
    expect(lines).toHaveLength(dim);
    // exp(−24) is reached 6.9 standard deviations from the centre.
    for (const own of lines) {
      expect(own[0]).toBeLessThan(-6.9 * scale);
      expect(own.at(-1)).toBeGreaterThan(6.9 * scale);
    }
    const face = logDensity.length / lines[0].length;
    const last = logDensity.subarray(logDensity.length - face);
    expect(Math.max(...logDensity.subarray(0, face), ...last)).toBeLessThan(peak - 24);
  });

  it("has the density at ascending lines, and its peak", () => {
    const lean = (point: Float64Array): number =>
      bell(point.map((x, i) => x - 0.3 - 0.2 * (i > 0 ? point[i - 1] : 0)));
    const builder = new GridBuilder(lean, new Float64Array(dim));
    builder.widen();
    builder.refine(1 / 4);
    const {lines, logDensity, peak, mode} = builder.grid();
    for (const own of lines) expect(own.every((at, i) => i === 0 || at > own[i - 1])).toBe(true);
    const points = lines.reduce<number[][]>(
      (all, own) => all.flatMap((point) => Array.from(own, (at) => [...point, at])),
      [[]]
    );
    const direct = points.map((point) => lean(Float64Array.from(point)));
    expect([...logDensity]).toEqual(direct);
    expect(peak).toBe(Math.max(...direct));
    expect(lean(mode)).toBe(peak);
  });

  it("refines until no interval holds more than its share", () => {
    const builder = widened(dim);
    for (const share of [1 / 4, 1 / 12]) {
      expect(builder.refine(share)).toBe(true);
      expect(Math.max(...shares(builder))).toBeLessThanOrEqual(share * (1 + 1e-9));
    }
  });

  it("stops adding lines when it has very many nodes", () => {
    const builder = widened(dim);
    expect(builder.refine(1e-6)).toBe(false);
    expect(builder.nodes).toBeGreaterThan(16_000);
    // A pass at most doubles the lines of an axis.
    expect(builder.nodes).toBeLessThan(33_000);
    expect(builder.grid().logDensity).toHaveLength(builder.nodes);
  });
});

describe("GridBuilder", () => {
  it("gives up on a density without end, and on one that is nowhere", () => {
    for (const density of [() => 0, () => -Infinity, (p: Float64Array) => Math.min(p[0], 0)])
      expect(new GridBuilder(density, new Float64Array(1)).widen()).toBe(false);
  });
});
