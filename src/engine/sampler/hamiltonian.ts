// A point of phase space, its energy, and one leapfrog step.
import type {Generator, Posterior} from "../types.js";

/** Position, momentum and gradient of the log density there, each of length dim. */
export interface Point {
  readonly q: Float64Array;
  readonly p: Float64Array;
  readonly gradient: Float64Array;
  logDensity: number;
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

/** The energy −log density + p' M⁻¹ p / 2, `inverseMetric` the diagonal of M⁻¹; NaN counts as ∞. */
export function energyOf(point: Point, inverseMetric: Float64Array): number {
  const {p, logDensity} = point;
  let kinetic = 0;
  for (let i = 0; i < p.length; ++i) kinetic += p[i] * p[i] * inverseMetric[i];
  const energy = 0.5 * kinetic - logDensity;
  return Number.isNaN(energy) ? Infinity : energy;
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

/** One leapfrog step of size `step` (negative: backwards in time), in place [neal2011]. */
export function leapfrog(
  point: Point,
  step: number,
  inverseMetric: Float64Array,
  posterior: Posterior
): void {
  const {q, p, gradient} = point;
  const dim = q.length;
  const half = 0.5 * step;
  for (let i = 0; i < dim; ++i) {
    p[i] += half * gradient[i];
    q[i] += step * inverseMetric[i] * p[i];
  }
  point.logDensity = posterior.logDensity(q, gradient);
  for (let i = 0; i < dim; ++i) p[i] += half * gradient[i];
}
