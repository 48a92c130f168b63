// The beta distribution function and its inverse.
import {exp, log, log1p} from "./elementary.js";
import {logBeta} from "./special.js";

/** Enough for shapes of 1e8: the continued fraction takes about the root of the larger shape. */
const MAX_TERMS = 20_000;

/** Doublings and halvings that exhaust a double. */
const MAX_STEPS = 200;

/**
 * The regularised incomplete beta function I_x(a, b) = P(X ≤ x) for X ~ Beta(a, b), relative error
 * about 1e-13 for moderate shapes. `complement` is 1 - x, to be given when x is so near to 1 that
 * the subtraction would lose it. NaN when x is outside [0, 1] or a shape is not positive and finite.
 * Continued fraction by Lentz's method. [press2007]
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0 && a + b < Infinity)) return NaN;
  if (x === 0 || complement === 0) return x === 0 ? 0 : 1;
  const front = exp(a * logOf(x, complement) + b * logOf(complement, x) - logBeta(a, b));
  if (x < (a + 1) / (a + b + 2)) return (front * continuedFraction(x, a, b)) / a;
  return 1 - (front * continuedFraction(complement, b, a)) / b;
}

/**
 * The x with I_x(a, b) = p; NaN when p is outside [0, 1] or a shape is not positive and finite.
 * Newton's method inside a shrinking bracket.
 */
export function incompleteBetaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1 && a > 0 && b > 0 && a + b < Infinity)) return NaN;
  if (p === 0 || p === 1) return p;
  let low = 0;
  let high = 1;
  let x = a / (a + b);
  for (let step = 0; step < MAX_STEPS; ++step) {
    const excess = incompleteBeta(x, a, b) - p;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const density = exp((a - 1) * log(x) + (b - 1) * log1p(-x) - logBeta(a, b));
    const newton = x - excess / density;
    const next = newton > low && newton < high ? newton : 0.5 * (low + high);
    if (Math.abs(next - x) <= 4 * Number.EPSILON * x) return next;
    x = next;
  }
  return x;
}

/** log x, by way of 1 - x when x is near to 1. */
function logOf(x: number, complement: number): number {
  return x > 0.5 ? log1p(-complement) : log(x);
}

function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = inverse(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MAX_TERMS; ++m) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = inverse(1 + even * d);
    c = 1 + even / c;
    value *= c * d;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = inverse(1 + odd * d);
    c = 1 + odd / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) <= Number.EPSILON) return value;
  }
  return value;
}

function inverse(x: number): number {
  return 1 / (Math.abs(x) < Number.MIN_VALUE * 1e16 ? Number.MIN_VALUE * 1e16 : x);
}
