// A stretch of a trajectory: its momenta, its weight, a point drawn from it, and the U-turn test.
import {createPoint, type Point} from "./hamiltonian.js";

/** A stretch of a trajectory, "first" being the end nearer to where the trajectory began. */
export interface Span {
  /** Sum of the momenta of all its points. */
  readonly momentum: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** A point drawn from the span with probability proportional to exp(−energy). */
  sample: Point;
  energy: number;
  /** Log of the summed weights exp(start energy − energy). */
  logWeight: number;
}

/** A span with buffers of length dim. */
export function createSpan(dim: number): Span {
  return {
    momentum: new Float64Array(dim),
    first: new Float64Array(dim),
    last: new Float64Array(dim),
    sample: createPoint(dim),
    energy: Infinity,
    logWeight: -Infinity
  };
}

/**
 * Makes `span` the one point of phase space given, and returns its energy; what is not finite counts as ∞. One pass
 * over the coordinates: most of a trajectory's time beside the gradient is spent here.
 */
export function fillSpan(span: Span, point: Point, inverseMetric: Float64Array): number {
  const {momentum, first, last, sample} = span;
  const {q, p, gradient, logDensity} = point;
  const {q: keptPosition, gradient: keptGradient} = sample;
  let kinetic = 0;
  for (let i = 0; i < p.length; ++i) {
    const own = p[i];
    kinetic += own * own * inverseMetric[i];
    momentum[i] = own;
    first[i] = own;
    last[i] = own;
    keptPosition[i] = q[i];
    keptGradient[i] = gradient[i];
  }
  sample.logDensity = logDensity;
  const energy = 0.5 * kinetic - logDensity;
  span.energy = Number.isFinite(energy) ? energy : Infinity;
  return span.energy;
}

/**
 * True when the union of two adjoining spans, or one of them together with the nearest point of
 * the other, makes a U-turn: the velocity at an end points against the summed momentum
 * [betancourt2017]. The two partial checks see turns that full halves would step over. With `quarter`
 * a right angle between the velocities at both ends is turn enough.
 */
export function isTurning(
  near: Span,
  far: Span,
  inverseMetric: Float64Array,
  quarter = false
): boolean {
  const {momentum: a, first: start, last: middle} = near;
  const {momentum: b, first: next, last: end} = far;
  let wholeStart = 0;
  let wholeEnd = 0;
  let nearStart = 0;
  let nearEnd = 0;
  let farStart = 0;
  let farEnd = 0;
  let apart = 0;
  for (let i = 0; i < inverseMetric.length; ++i) {
    const m = inverseMetric[i];
    const whole = m * (a[i] + b[i]);
    const nearPlus = m * (a[i] + next[i]);
    const farPlus = m * (b[i] + middle[i]);
    apart += m * start[i] * end[i];
    wholeStart += start[i] * whole;
    wholeEnd += end[i] * whole;
    nearStart += start[i] * nearPlus;
    nearEnd += next[i] * nearPlus;
    farStart += middle[i] * farPlus;
    farEnd += end[i] * farPlus;
  }
  return !(
    (apart > 0 || !quarter) &&
    wholeStart > 0 &&
    wholeEnd > 0 &&
    nearStart > 0 &&
    nearEnd > 0 &&
    farStart > 0 &&
    farEnd > 0
  );
}
