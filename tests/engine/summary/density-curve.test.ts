import {describe, expect, it} from "vitest";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {densityCurve} from "../../../src/engine/summary/density-curve.js";
import type {DensityCurve} from "../../../src/engine/summary/density-curve.js";
import {expectClose} from "../../assert.js";

const generator = createGenerator("density");
const normal = Float64Array.from({length: 2000}, () => generator.normal());
const positive = normal.map(Math.abs);

const area = ({x, density}: DensityCurve) =>
  density.reduce((sum, d, i) => sum + (i ? 0.5 * (d + density[i - 1]) * (x[i] - x[i - 1]) : 0), 0);

/** The sum of kernels at each draw and at its mirror images. */
function slowDensity(x: Float64Array, values: Float64Array, bandwidth: number, mirrors: number[]) {
  const kernel = (distance: number) => Math.exp(-0.5 * (distance / bandwidth) ** 2);
  const scale = values.length * bandwidth * Math.sqrt(2 * Math.PI);
  return x.map((at) => {
    let sum = 0;
    for (const value of values) {
      sum += kernel(at - value);
      for (const bound of mirrors) sum += kernel(at - (2 * bound - value));
    }
    return sum / scale;
  });
}

describe("densityCurve(values, options)", () => {
  // Binning to a thousandth of the range moves the curve by (step / bandwidth)² / 8, some 1e-3 of
  // its peak at most; cutting at four bandwidths moves it less.
  it("is the sum of the kernels", () => {
    const curve = densityCurve(normal);
    const slow = slowDensity(curve.x, normal, curve.bandwidth, []);
    expectClose(curve.density, slow, {absolute: 1e-3 * Math.max(...slow)});
  });

  it("is the sum of the kernels and their mirror images at a bound", () => {
    const curve = densityCurve(positive, {lower: 0});
    const slow = slowDensity(curve.x, positive, curve.bandwidth, [0]);
    expect(curve.x[0]).toBe(0);
    expectClose(curve.density, slow, {absolute: 1e-3 * Math.max(...slow)});
  });

  it("mirrors at both ends: uniform draws have a level density", () => {
    const uniform = Float64Array.from({length: 4001}, (_, i) => i / 4000);
    const curve = densityCurve(uniform, {lower: 0, upper: 1, points: 33});
    expect([curve.x[0], curve.x[32]]).toEqual([0, 1]);
    expectClose(curve.density, new Float64Array(33).fill(1), {absolute: 2e-3});
  });

  it.each([{}, {lower: -10}, {points: 20}, {points: 3000}, {bandwidth: 2}])(
    "has area 1 with %o",
    (options) => {
      expectClose(area(densityCurve(normal, options)), 1, {absolute: 1e-12});
    }
  );

  it("has the requested number of equally spaced points, from end to end", () => {
    const {x} = densityCurve(normal, {points: 50});
    expect(x).toHaveLength(50);
    const step = (x[49] - x[0]) / 49;
    expectClose(
      x,
      x.map((_, i) => x[0] + i * step),
      {absolute: 1e-12}
    );
  });

  it("moves and stretches with its draws", () => {
    const curve = densityCurve(normal);
    const moved = densityCurve(normal.map((z) => 100 + 5 * z));
    expectClose(
      moved.x,
      curve.x.map((x) => 100 + 5 * x),
      {absolute: 1e-10}
    );
    expectClose(
      moved.density,
      curve.density.map((d) => d / 5),
      {absolute: 1e-10}
    );
  });

  it("is undefined for constant, missing or infinite draws and for none", () => {
    for (const values of [[1, 1, 1], [1, NaN], [1, 2, Infinity], []]) {
      const curve = densityCurve(Float64Array.from(values), {points: 4});
      expect(curve).toEqual({
        x: new Float64Array(4).fill(NaN),
        density: new Float64Array(4).fill(NaN),
        bandwidth: NaN
      });
    }
  });

  it("names a draw past a bound, too few points, a bandwidth not above 0", () => {
    const values = Float64Array.of(-1, 1, 2);
    expect(() => densityCurve(values, {lower: 0})).toThrow(/^invalid draw: -1; /);
    expect(() => densityCurve(values, {points: 1})).toThrow(/^invalid points: 1; /);
    expect(() => densityCurve(values, {bandwidth: 0})).toThrow(/^invalid bandwidth: 0; /);
  });
});
