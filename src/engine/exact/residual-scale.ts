// A draw of the residual scale given the residuals.
import type {Density} from "../density/density.js";
import {exp} from "../math/elementary.js";
import type {Generator} from "../types.js";
import {slice} from "./slice.js";

/** What the scale depends on: the total weight of rows, their sum of squared residuals, the prior. */
export interface Residuals {
  readonly n: number;
  readonly squares: number;
  readonly prior: Density;
}

/** Moves log σ given everything else. */
export function drawLogSigma(
  logSigma: number,
  {n, squares, prior}: Residuals,
  generator: Generator
): number {
  return slice(
    logSigma,
    0.5,
    (x) => {
      const sigma = exp(x);
      return prior.logDensity(sigma) + x - n * x - (0.5 * squares) / (sigma * sigma);
    },
    generator
  );
}
