import {describe, expect, it} from "vitest";
import {slice} from "../../../src/engine/exact/slice.js";
import {normalCdf} from "../../../src/engine/math/special.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectMean, expectShares} from "./monte-carlo.js";

/** A chain of updates by windows of `width`. */
function chain(
  logDensity: (x: number) => number,
  {start = 0.5, width = 1, length = 20_000, seed = "slice"} = {}
): Float64Array {
  const generator = createGenerator(seed);
  let x = start;
  return Float64Array.from({length}, () => (x = slice(x, width, logDensity, generator)));
}

const points = [-2, -1, -0.3, 0, 0.4, 1.2, 2.1];

describe("slice(x, width, logDensity, generator)", () => {
  it.each([0.1, 1, 30])("leaves a normal as it is, by a window of %d", (width) => {
    const draws = chain((x) => -0.5 * x * x, {width});
    expectMean(draws, 0, "mean");
    expectMean(
      draws.map((x) => x * x),
      1,
      "variance"
    );
    expectShares(draws, points, normalCdf);
  });

  it("leaves the logarithm of a gamma as it is: E exp(x) and var exp(x) are the shape", () => {
    const draws = chain((x) => 2 * x - Math.exp(x));
    expectMean(draws.map(Math.exp), 2, "mean");
    expectMean(
      draws.map((x) => (Math.exp(x) - 2) ** 2),
      2,
      "variance"
    );
    // Shape 2: F(y) = 1 - (1 + y) exp(-y).
    expectShares(draws, points, (x) => 1 - (1 + Math.exp(x)) * Math.exp(-Math.exp(x)));
  });

  it("finds both humps of a density with two", () => {
    const density = (x: number) =>
      0.3 * Math.exp(-2 * (x + 1.5) ** 2) + 0.35 * Math.exp(-0.5 * (x - 2) ** 2);
    // Weights 0.3 × 0.5 and 0.35 × 1 with sd 0.5 and 1.
    expectShares(
      chain((x) => Math.log(density(x))),
      [-2.5, -1.5, -1, 0, 1, 2, 3],
      (x) => 0.3 * normalCdf(2 * (x + 1.5)) + 0.7 * normalCdf(x - 2)
    );
  });

  it("stays where there is a density and is right there", () => {
    const half = chain((x) => (x > 0 ? -0.5 * x * x : -Infinity));
    expect(half.every((x) => x > 0)).toBe(true);
    expectMean(half, Math.sqrt(2 / Math.PI), "mean of a half normal");
    const inside = (x: number) => (x > 0 && x < 1) || (x > 1.2 && x < 2.2);
    const islands = chain((x) => (inside(x) ? 0 : -Infinity));
    expect(islands.every(inside)).toBe(true);
    expectShares(islands, [0.25, 0.5, 1, 1.7], (x) => (x <= 1 ? x / 2 : (x - 0.2) / 2));
  });

  it("takes what is not a number for no density", () => {
    const half = chain((x) => (x > 0 ? -x : NaN));
    expect(half.every((x) => x > 0)).toBe(true);
    expectMean(half, 1, "mean of an exponential");
  });

  it.each([0, 0.5, -7, 1e8])("ends at %d when nothing else has a density", (only) => {
    const draws = chain((x) => (x === only ? 0 : -Infinity), {start: only, length: 20});
    expect(draws).toEqual(new Float64Array(20).fill(only));
  });

  it("ends on a density without an end", () => {
    const draws = chain(() => 0, {length: 100});
    expect(draws.every(Number.isFinite)).toBe(true);
  });
});
