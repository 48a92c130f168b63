// The residual scale: where it begins, and a draw of it given the residuals.
import type {Density} from "../density/density.js";
import {exp} from "../math/elementary.js";
import type {Generator} from "../types.js";
import type {GaussianModel} from "../posterior/gaussian.js";
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

/**
 * The outcome's spread about the reference, in its own units. With known standard errors, whose
 * squares the weights are one over, it is at least as wide as these.
 */
export function spreadOf({cells, priors}: Pick<GaussianModel, "cells" | "priors">): number {
  const squares = priors.sigma ? cells.ee : Math.max(cells.ee, cells.rows);
  return Math.sqrt(squares / cells.n);
}
