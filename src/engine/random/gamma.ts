// Gamma draws from a generator.
import {exp, log} from "../math/elementary.js";
import type {Generator} from "../types.js";

/**
 * One draw from a gamma distribution with the given shape (positive) and rate 1, by squeezing a
 * normal [marsaglia2000gamma]; shapes below 1 through a power of a uniform.
 */
export function drawGamma(shape: number, generator: Generator): number {
  if (shape < 1) return drawGamma(shape + 1, generator) * exp(log(generator.uniform()) / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = generator.normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    if (log(generator.uniform()) < 0.5 * x * x + d * (1 - v + log(v))) return d * v;
  }
}
