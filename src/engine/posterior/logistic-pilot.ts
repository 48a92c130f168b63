// A rough fit of a Bernoulli model, and what the data tell of its coefficients there.
import type {Cells} from "../design/cells.js";
import type {Counts} from "../design/counts.js";
import type {Distribution} from "../density/density.js";
import {exp} from "../math/elementary.js";
import {gatherCells} from "./cell-coefficients.js";
import type {Information} from "./information.js";
import {fitPilot} from "./pilot.js";

/** Rounds of weighting and fitting. */
const ROUNDS = 6;

/** Log-odds beyond ± this are taken to be there: separated data have no end. */
const FARTHEST = 5;

/** Information around the population coefficients `reference`, length p. */
export interface LogisticPilot {
  readonly reference: Float64Array;
  readonly information: Information;
}

/**
 * Fits by weighted least squares again and again [breslow1993], levels' coefficients included, and
 * returns the likelihood's second-order picture at that fit.
 */
export function fitLogisticPilot(
  cells: Cells,
  counts: Counts,
  priors: readonly Distribution[]
): LogisticPilot {
  const gamma = new Float64Array(cells.v * cells.cells);
  let reference = new Float64Array(cells.p);
  let information = linearize(cells, counts, reference, gamma);
  for (let round = 0; round < ROUNDS; ++round) {
    const {deviation, terms} = fitPilot(cells, information, priors);
    const moved = reference.map((b, j) => b + deviation[j]);
    if (!moved.every(Number.isFinite)) break;
    reference = moved;
    gatherCells(
      cells,
      terms.map(({values}) => ({values, adjoint: values})),
      gamma
    );
    information = linearize(cells, counts, reference, gamma);
  }
  return {reference, information};
}

/** The second-order picture at population coefficients and what cells have, `gamma` [v × cells]. */
function linearize(
  {p, v, cells}: Cells,
  counts: Counts,
  reference: Float64Array,
  gamma: Float64Array
): Information {
  const {patterns, x, z, ones, zeros} = counts;
  const [xx, xe] = [new Float64Array(p * p), new Float64Array(p)];
  const [zx, zz] = [new Float64Array(p * v * cells), new Float64Array(v * v * cells)];
  const ze = new Float64Array(v * cells);
  for (let i = 0; i < patterns; ++i) {
    const cell = counts.cells[i];
    let [fixed, varying] = [0, 0];
    for (let j = 0; j < p; ++j) fixed += reference[j] * x[j * patterns + i];
    for (let a = 0; a < v; ++a) varying += z[a * patterns + i] * gamma[a * cells + cell];
    const logOdds = Math.max(-FARTHEST, Math.min(FARTHEST, fixed + varying));
    const chance = 1 / (1 + exp(-logOdds));
    const rows = ones[i] + zeros[i];
    const weight = rows * chance * (1 - chance);
    // The slope where nothing varies: the score, with the way back.
    const slope = ones[i] - rows * chance + weight * (logOdds - fixed);
    for (let j = 0; j < p; ++j) {
      const xj = x[j * patterns + i];
      xe[j] += xj * slope;
      for (let l = 0; l < p; ++l) xx[j * p + l] += weight * xj * x[l * patterns + i];
      for (let a = 0; a < v; ++a)
        zx[(j * v + a) * cells + cell] += weight * xj * z[a * patterns + i];
    }
    for (let a = 0; a < v; ++a) {
      const za = z[a * patterns + i];
      ze[a * cells + cell] += za * slope;
      for (let b = 0; b < v; ++b)
        zz[(a * v + b) * cells + cell] += weight * za * z[b * patterns + i];
    }
  }
  return {xx, xe, zx, zz, ze, precision: 1};
}
