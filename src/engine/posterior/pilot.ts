// A rough fit by which coordinates are chosen: sds and coefficients of a normal likelihood.
import type {Distribution} from "../density/density.js";
import {cholesky, solveCholesky} from "../linalg/cholesky.js";
import {gatherCells} from "./cell-coefficients.js";
import {
  levelCross,
  levelInformation,
  levelSums,
  slopeByCell,
  type Information,
  type Layout
} from "./information.js";
import type {Coordinates} from "./coordinates.js";
import {createCoordinates} from "./create-coordinates.js";
import {priorPrecision} from "./whitening.js";

/** Rounds of the fit; it only has to be near. */
const ROUNDS = 10;

/** Weight, in levels, of the sd at which data and prior weigh the same: no sd ends at zero. */
const PRIOR_LEVELS = 0.5;

/** What a term's levels are taken to be, and what is known of them. */
export interface PilotTerm {
  readonly information: Float64Array;
  /** The slope with the term's own coefficients taken off, [k × levels]. */
  pull: Float64Array;
  /** Coefficients given the pull, [k × levels]. */
  readonly values: Float64Array;
  /** S = diag(sd), k × k. */
  readonly scale: Float64Array;
}

/** A rough fit; population coefficients relative to the reference. */
export interface Pilot {
  readonly deviation: Float64Array;
  readonly terms: readonly PilotTerm[];
}

/**
 * Fits by turns: population coefficients, then term by term the levels' coefficients, and the sds by
 * a step of EM. It decides about coordinates only, so that nothing hangs on its being right.
 */
export function fitPilot(
  layout: Layout,
  information: Information,
  priors: readonly Distribution[]
): Pilot {
  const terms = layout.terms.map((term) => startTerm(layout, term, information));
  const solvers = layout.terms.map(({columns, levels}, t) =>
    createCoordinates(columns.length, levels, terms[t].information)
  );
  const crosses = layout.terms.map((term) => levelCross(layout, term, information));
  const gamma = new Float64Array(layout.v * layout.cells);
  const factor = populationFactor(layout.p, information, priors);
  let deviation = new Float64Array(layout.p);
  const gather = (): void => {
    const coefficients = terms.map(({values}) => ({values, adjoint: values}));
    gatherCells(layout, coefficients, gamma);
  };
  for (let round = 0; round < ROUNDS; ++round) {
    deviation = populationStep(information, factor, crosses, terms);
    terms.forEach((own, t) => {
      gather();
      own.pull = levelSums(
        layout,
        layout.terms[t],
        slopeByCell(layout, information, deviation, gamma)
      );
      addProduct(own.pull, own.information, own.values);
      updateTerm(own, solvers[t], layout.terms[t].levels);
    });
  }
  return {deviation, terms};
}

function startTerm(
  layout: Layout,
  term: Layout["terms"][number],
  information: Information
): PilotTerm {
  const {levels, columns} = term;
  const k = columns.length;
  const own = levelInformation(layout, term, information);
  const scale = new Float64Array(k * k);
  for (let a = 0; a < k; ++a) scale[a * k + a] = evenSd(own, a * k + a, levels);
  const [pull, values] = [new Float64Array(k * levels), new Float64Array(k * levels)];
  return {information: own, pull, values, scale};
}

/** The sd at which an average level's data weigh as much as its prior. */
function evenSd(information: Float64Array, plane: number, levels: number): number {
  let sum = 0;
  for (let j = 0; j < levels; ++j) sum += information[plane * levels + j];
  return sum > 0 ? Math.sqrt(levels / sum) : 1;
}

/** The posterior precision of population coefficients without groups, as its Cholesky factor. */
function populationFactor(
  p: number,
  {xx, precision}: Information,
  priors: readonly Distribution[]
): Float64Array {
  const a = xx.map((x) => x * precision);
  let largest = 0;
  for (let j = 0; j < p; ++j) {
    a[j * p + j] += priorPrecision(priors[j]);
    largest = Math.max(largest, a[j * p + j]);
  }
  for (let j = 0; j < p; ++j) a[j * p + j] += 1e-8 * largest;
  return cholesky(a, p) ? a : new Float64Array(0);
}

function populationStep(
  {xe, precision}: Information,
  factor: Float64Array,
  crosses: readonly Float64Array[],
  terms: readonly PilotTerm[]
): Float64Array<ArrayBuffer> {
  const out = xe.map((x) => x * precision);
  if (factor.length < out.length) return out.fill(0);
  terms.forEach(({values}, t) => {
    for (let j = 0, m = 0; j < out.length; ++j)
      for (let i = 0; i < values.length; ++i, ++m) out[j] -= crosses[t][m] * values[i];
  });
  solveCholesky(factor, out.length, out);
  return out.every(Number.isFinite) ? out : out.fill(0);
}

/** pull += D values, level by level. */
function addProduct(pull: Float64Array, information: Float64Array, values: Float64Array): void {
  const planes = pull.length === 0 ? 0 : information.length / pull.length;
  const levels = planes === 0 ? 0 : pull.length / planes;
  for (let a = 0; a < planes; ++a)
    for (let b = 0; b < planes; ++b)
      for (let j = 0; j < levels; ++j)
        pull[a * levels + j] += information[(a * planes + b) * levels + j] * values[b * levels + j];
}

/** Means given the sds, then the sds that these and their variances make likely. */
function updateTerm(own: PilotTerm, solver: Coordinates, levels: number): void {
  const {values, scale, information, pull} = own;
  const k = values.length / levels;
  const u = new Float64Array(values.length);
  const moved = new Float64Array(values.length);
  const variance = new Float64Array(k);
  solver.pull.set(pull);
  solver.set(u, 0, scale, values);
  for (let l = 0; l < k; ++l) {
    u.fill(0).fill(1, l * levels, (l + 1) * levels);
    solver.set(u, 0, scale, moved);
    for (let i = 0; i < moved.length; ++i)
      variance[Math.floor(i / levels)] += (moved[i] - values[i]) ** 2;
  }
  for (let a = 0; a < k; ++a) {
    let squares = variance[a] + PRIOR_LEVELS * evenSd(information, a * k + a, levels) ** 2;
    for (let i = a * levels; i < (a + 1) * levels; ++i) squares += values[i] ** 2;
    const next = Math.sqrt(squares / (levels + PRIOR_LEVELS));
    if (Number.isFinite(next) && next > 0) scale[a * k + a] = next;
  }
}
