import {describe, expect, it} from "vitest";
import {normalCdf} from "../../../src/engine/math/special.js";
import {drawGamma} from "../../../src/engine/random/gamma.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

const n = 100_000;

function sample(shape: number): Float64Array {
  const generator = createGenerator(`gamma ${shape}`);
  return Float64Array.from({length: n}, () => drawGamma(shape, generator));
}

/**
 * The distribution function of whole and half shapes, from that of shape 1/2 or 1 by
 * F(shape + 1, x) = F(shape, x) - x^shape exp(-x) / Γ(shape + 1).
 */
function cdf(shape: number, x: number): number {
  const half = shape % 1 !== 0;
  let below = half ? 2 * normalCdf(Math.sqrt(2 * x)) - 1 : 1 - Math.exp(-x);
  let gamma = half ? Math.sqrt(Math.PI) / 2 : 1;
  for (let s = half ? 0.5 : 1; s < shape; ++s) {
    below -= (x ** s * Math.exp(-x)) / gamma;
    gamma *= s + 1;
  }
  return below;
}

describe("drawGamma(shape, generator)", () => {
  // Central moments: variance k, fourth 3k² + 6k, so the error of the variance is known too.
  it.each([0.1, 0.5, 0.9, 1, 2.5, 40])("has mean and variance %d", (shape) => {
    const draws = sample(shape);
    const mean = draws.reduce((a, b) => a + b) / n;
    const variance = draws.reduce((sum, x) => sum + (x - shape) ** 2, 0) / n;
    expectClose(mean, shape, {absolute: 4.5 * Math.sqrt(shape / n)}, "mean");
    const fourth = 3 * shape ** 2 + 6 * shape;
    const error = Math.sqrt((fourth - shape ** 2) / n);
    expectClose(variance, shape, {absolute: 4.5 * error}, "variance");
  });

  it.each([0.5, 1, 1.5, 2, 4.5, 9])("of shape %d fills 100 cells evenly", (shape) => {
    const counts = new Float64Array(100);
    for (const x of sample(shape)) counts[Math.min(Math.floor(100 * cdf(shape, x)), 99)]++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - n / 100) ** 2 / (n / 100), 0);
    // 99 degrees of freedom.
    expectClose(chiSquare, 99, {absolute: 4.5 * Math.sqrt(198)});
  });

  it("is below a small bound as often as x^shape / Γ(shape + 1) when the shape is small", () => {
    // Γ(1.1) = 0.9513507699; the next term of the series is x times smaller.
    const bound = 1e-6;
    const p = bound ** 0.1 / 0.9513507699;
    const share = sample(0.1).reduce((count, x) => count + Number(x <= bound), 0) / n;
    expectClose(share, p, {absolute: 4.5 * Math.sqrt((p * (1 - p)) / n)});
  });

  it("gives the same numbers for the same generator, and never less than zero", () => {
    expect(sample(0.3)).toEqual(sample(0.3));
    expect(sample(0.1).every((x) => x >= 0)).toBe(true);
  });
});
