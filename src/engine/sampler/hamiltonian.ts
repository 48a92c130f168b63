// A point of phase space, its energy, and one leapfrog step.
import type {Generator, Posterior} from "../types.js";

/** Position, momentum and gradient of the log density there, each of length dim. */
export interface Point {
  readonly q: Float64Array;
  readonly p: Float64Array;
  readonly gradient: Float64Array;
  logDensity: number;
}

/**
 * What the sampler takes the posterior for: coordinates with these variances (the inverse of the mass
 * matrix M) around `centre`. With `spring` 1 a step solves the motion in that normal distribution
 * exactly, a rotation, and only what is left of the force is applied in kicks [shahbaba2014]; with
 * `spring` 0 it is a plain leapfrog step [neal2011].
 */
export interface Frame {
  readonly inverseMetric: Float64Array;
  readonly centre: Float64Array;
  spring: 0 | 1;
}

/** A frame of unit variances around the origin, without a spring. */
export function createFrame(dim: number): Frame {
  return {inverseMetric: new Float64Array(dim).fill(1), centre: new Float64Array(dim), spring: 0};
}

/** A point at the origin with nothing evaluated. */
export function createPoint(dim: number): Point {
  return {
    q: new Float64Array(dim),
    p: new Float64Array(dim),
    gradient: new Float64Array(dim),
    logDensity: -Infinity
  };
}

/** Copies `from` over `to`. */
export function copyPoint(from: Point, to: Point): void {
  to.q.set(from.q);
  to.p.set(from.p);
  to.gradient.set(from.gradient);
  to.logDensity = from.logDensity;
}

/** Copies all of `from` but its momentum, which the next trajectory draws anew. */
export function copyPosition(from: Point, to: Point): void {
  to.q.set(from.q);
  to.gradient.set(from.gradient);
  to.logDensity = from.logDensity;
}

/** The energy −log density + p' M⁻¹ p / 2, `inverseMetric` the diagonal of M⁻¹; what is not finite is ∞. */
export function energyOf(point: Point, inverseMetric: Float64Array): number {
  const {p, logDensity} = point;
  let kinetic = 0;
  for (let i = 0; i < p.length; ++i) kinetic += p[i] * p[i] * inverseMetric[i];
  const energy = 0.5 * kinetic - logDensity;
  return Number.isFinite(energy) ? energy : Infinity;
}

/** Draws a momentum from N(0, M). */
export function refreshMomentum(
  point: Point,
  inverseMetric: Float64Array,
  generator: Generator
): void {
  const {p} = point;
  for (let i = 0; i < p.length; ++i) p[i] = generator.normal() / Math.sqrt(inverseMetric[i]);
}

/** One step of size `step` (negative: backwards in time), in place; see {@link Frame}. */
export function leapfrog(
  point: Point,
  step: number,
  {inverseMetric, centre, spring}: Frame,
  posterior: Posterior
): void {
  const {q, p, gradient} = point;
  const dim = q.length;
  const half = 0.5 * step;
  // The rotation by 2 atan(step / 2), which is the step itself up to a third power, needs no sine.
  const quarter = spring * half * half;
  const cosine = (1 - quarter) / (1 + quarter);
  const sine = step / (1 + quarter);
  const back = -spring * sine;
  for (let i = 0; i < dim; ++i) {
    const m = inverseMetric[i];
    const x = q[i] - centre[i];
    const v = m * (p[i] + half * gradient[i]) + half * spring * x;
    q[i] = centre[i] + cosine * x + sine * v;
    p[i] = (back * x + cosine * v) / m;
  }
  point.logDensity = posterior.logDensity(q, gradient);
  for (let i = 0; i < dim; ++i)
    p[i] += half * (gradient[i] + (spring * (q[i] - centre[i])) / inverseMetric[i]);
}
