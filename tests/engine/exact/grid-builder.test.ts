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

/** The share of the mass in every interval of the first axis. */
function shares(builder: GridBuilder): number[] {
  const {x, y, logDensity} = builder.grid();
  const columns = Math.max(y.length - 1, 1);
  const height = (i: number, j: number) =>
    Math.exp(logDensity[i * y.length + Math.min(j, y.length - 1)]);
  const masses = Array.from({length: x.length - 1}, (_, i) => {
    let sum = 0;
    for (let j = 0; j < columns; ++j) {
      const width = y.length > 1 ? y[j + 1] - y[j] : 1;
      sum += width * (height(i, j) + height(i, j + 1) + height(i + 1, j) + height(i + 1, j + 1));
    }
    return (x[i + 1] - x[i]) * sum;
  });
  const total = masses.reduce((a, b) => a + b);
  return masses.map((mass) => mass / total);
}

describe.each([1, 2])("GridBuilder of %d numbers", (dim) => {
  it.each([1, 1e-3, 6])("widens until nothing is left outside, at a scale of %d", (scale) => {
    const {x, y, logDensity, peak} = widened(dim, scale).grid();
    // exp(−34) is reached 8.2 standard deviations from the centre.
    for (const lines of dim > 1 ? [x, y] : [x]) {
      expect(lines[0]).toBeLessThan(-8.2 * scale);
      expect(lines.at(-1)).toBeGreaterThan(8.2 * scale);
    }
    if (dim === 1) expect([...y]).toEqual([0]);
    const last = logDensity.subarray(logDensity.length - y.length);
    expect(Math.max(...logDensity.subarray(0, y.length), ...last)).toBeLessThan(peak - 34);
  });

  it("refines until no interval holds more than its share, and lines interpolate better", () => {
    const builder = widened(dim);
    const errors = [1 / 8, 1 / 32].map((share) => {
      expect(builder.refine(share)).toBe(true);
      expect(Math.max(...shares(builder))).toBeLessThanOrEqual(share * (1 + 1e-9));
      return builder.error();
    });
    expect(errors[1]).toBeLessThan(errors[0] / 3);
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

  it("says that lines interpolate a tent exactly", () => {
    const builder = new GridBuilder(
      ([x]) => Math.log(Math.max(0, 1 - Math.abs(x))),
      new Float64Array(1)
    );
    builder.widen();
    builder.refine(1 / 32);
    // The lines are at halves of halves, so that the corners at −1, 0 and 1 are among them.
    expect(builder.error()).toBeLessThan(1e-12);
  });
});
