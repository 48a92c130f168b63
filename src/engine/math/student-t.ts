// Student's t distribution: distribution function, two-sided p-value and quantile.
import {exp, log, log1p} from "./elementary.js";
import {incompleteBeta} from "./incomplete-beta.js";
import {logBeta, normalCdf, normalQuantile} from "./special.js";

const MAX_STEPS = 200;

/** From here on Hill's expansion is exact to double precision, and the continued fraction is not. */
const EXPANSION_FROM = 1e5;

/** Normal tails beyond this many standard deviations are zero in doubles. */
const FARTHEST = 39;

/** P(T ≤ t) with `df` > 0 degrees of freedom (Infinity is the normal); NaN when df is not positive. */
export function studentTCdf(t: number, df: number): number {
  const tail = upperTail(Math.abs(t), df);
  return t > 0 ? 1 - tail : tail;
}

/** P(|T| ≥ |t|) with `df` > 0 degrees of freedom, accurate in the far tails; NaN as studentTCdf. */
export function studentTTwoSided(t: number, df: number): number {
  return 2 * upperTail(Math.abs(t), df);
}

/**
 * The t with P(T ≤ t) = p with `df` > 0 degrees of freedom, relative error about 1e-11; infinite at 0
 * and 1, NaN when p is outside [0, 1] or df is not positive. Newton's method on log tail against
 * log t, nearly a straight line for heavy tails, inside a shrinking bracket.
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1 && df > 0)) return NaN;
  if (df === Infinity) return normalQuantile(p);
  if (p === 0.5) return 0;
  if (p === 0 || p === 1) return p === 0 ? -Infinity : Infinity;
  const t = upperQuantile(Math.min(p, 1 - p), df);
  return p < 0.5 ? -t : t;
}

/** P(T > t) for t ≥ 0. */
function upperTail(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return NaN;
  if (df >= EXPANSION_FROM) return normalCdf(-normalEquivalent(t, df));
  if (t === Infinity) return 0;
  const reach = Math.sqrt(df) / t;
  // The square underflows; the leading term of the tail is exact here.
  if (reach < 1e-150) return exp(df * log(reach) - logBeta(df / 2, 0.5)) / df;
  const share = 1 / (1 + (t / df) * t);
  return 0.5 * incompleteBeta(share, df / 2, 0.5, (t / df) * t * share);
}

/** The normal deviate with the tail of t, for many degrees of freedom. [hill1970] */
function normalEquivalent(t: number, df: number): number {
  if (df === Infinity) return t;
  const z = Math.sqrt((df - 0.5) * log1p((t / df) * t));
  if (z > FARTHEST) return z;
  const b = 48 * (df - 0.5) ** 2;
  const z2 = z * z;
  const second = (((4 * z2 + 33) * z2 + 240) * z2 + 855) / (10 * (b + 0.8 * z2 * z2 + 100));
  return z + (z * (z2 + 3 - second)) / b;
}

function upperQuantile(tail: number, df: number): number {
  let high = 1;
  while (upperTail(high, df) > tail && high < Number.MAX_VALUE / 4) high *= 2;
  let low = high > 1 ? high / 2 : 0;
  let t = Math.min(Math.max(-normalQuantile(tail), low), high);
  for (let step = 0; step < MAX_STEPS; ++step) {
    const reached = upperTail(t, df);
    if (reached > tail) low = t;
    else high = t;
    const slope = (t * density(t, df)) / reached;
    const newton = t * exp(log(reached / tail) / slope);
    const next = newton > low && newton < high ? newton : 0.5 * (low + high);
    if (Math.abs(next - t) <= 4 * Number.EPSILON * t) return next;
    t = next;
  }
  return t;
}

function density(t: number, df: number): number {
  const logKernel = -0.5 * (df + 1) * log1p((t / df) * t);
  return exp(logKernel - 0.5 * log(df) - logBeta(0.5, df / 2));
}
