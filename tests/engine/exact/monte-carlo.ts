// Draws held against what they should be on average, and chance that is known.
import {essMean} from "../../../src/engine/diagnostics/ess.js";
import {mean, variance} from "../../../src/engine/math/moments.js";
import type {Generator} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";

/** Beyond 4.5 standard errors lies one of 150,000 comparisons. */
export const ERRORS = 4.5;

/** Asserts the mean of one chain of correlated draws, its error from their effective size. */
export function expectMean(draws: Float64Array, expected: number, what: string): void {
  const error = Math.sqrt(variance(draws) / essMean(draws, 1, draws.length));
  expectClose(mean(draws), expected, {absolute: ERRORS * error}, what);
}

/** Asserts how often a chain lies at or below each point. */
export function expectShares(
  draws: Float64Array,
  points: readonly number[],
  cdf: (x: number) => number
): void {
  for (const point of points)
    expectMean(
      draws.map((x) => Number(x <= point)),
      cdf(point),
      `share below ${point}`
    );
}

/** Asserts mean and covariance of independent draws [draw × variable] of a normal vector. */
export function expectNormal(
  draws: readonly Float64Array[],
  centre: readonly number[],
  covariance: readonly (readonly number[])[]
): void {
  const count = draws.length;
  const apart = centre.map((own, i) => Float64Array.from(draws, (draw) => draw[i] - own));
  apart.forEach((values, i) => {
    const error = Math.sqrt(covariance[i][i] / count);
    expectClose(
      mean(values),
      0,
      {absolute: ERRORS * error},
      `mean of ${i}, less what it should be`
    );
    for (let j = 0; j <= i; ++j) {
      const spread = covariance[i][i] * covariance[j][j] + covariance[i][j] ** 2;
      let sum = 0;
      for (let d = 0; d < count; ++d) sum += values[d] * apart[j][d];
      expectClose(
        sum / count,
        covariance[i][j],
        {absolute: ERRORS * Math.sqrt(spread / count)},
        `covariance of ${i} and ${j}`
      );
    }
  });
}

/** Normal numbers that are all 0 but for the one of number `at`, which is 1. */
class Impulse implements Generator {
  asked = 0;
  constructor(private readonly at: number) {}
  normal(): number {
    return Number(this.asked++ === this.at);
  }
  uniform(): number {
    return 0.5;
  }
  uint32(): number {
    return 0;
  }
}

/**
 * The exact mean and covariance of a draw that is linear in its normal numbers: its value without
 * chance, and the sum of squares of what each single number adds.
 */
export function probe(draw: (generator: Generator) => Float64Array): {
  mean: Float64Array;
  covariance: number[][];
} {
  const silent = new Impulse(-1);
  const centre = draw(silent).slice();
  const effects = Array.from({length: silent.asked}, (_, i) =>
    draw(new Impulse(i)).map((value, j) => value - centre[j])
  );
  const covariance = Array.from(centre, (_, i) =>
    Array.from(centre, (__, j) => effects.reduce((sum, e) => sum + e[i] * e[j], 0))
  );
  return {mean: centre, covariance};
}
