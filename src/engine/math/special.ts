// Log-gamma, log-beta, and the normal distribution function with its inverse.
import {exp, log, log1p} from "./elementary.js";
import {CENTRE, FAR, FOOT, NEAR, SHOULDER, TAIL} from "./normal-coefficients.js";

interface Rational {
  readonly top: readonly number[];
  readonly bottom: readonly number[];
}

/** B(2k) / (2k (2k - 1)), the coefficients of Stirling's series. */
const STIRLING = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400
] as const;

/** From here on eight terms of Stirling's series are exact to double precision. */
const STIRLING_FROM = 10;

const HALF_LOG_TWO_PI = 0.5 * log(2 * Math.PI);

/**
 * log Γ(x) for x > 0, absolute error about 1e-14 below 10 and relative error 1e-15 above;
 * Infinity at 0, NaN below.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return x === 0 ? Infinity : NaN;
  if (x === Infinity) return Infinity;
  let product = 1;
  let z = x;
  while (z < STIRLING_FROM) product *= z++;
  return (z - 0.5) * log(z) - z + HALF_LOG_TWO_PI + stirlingRemainder(z) - log(product);
}

/**
 * log B(a, b) for positive a and b, without the cancellation of three log-gammas when one is large;
 * NaN when either is negative or NaN.
 */
export function logBeta(a: number, b: number): number {
  const p = Math.min(a, b);
  const q = Math.max(a, b);
  if (q < STIRLING_FROM) return logGamma(p) + logGamma(q) - logGamma(p + q);
  const remainder = stirlingRemainder(q) - stirlingRemainder(p + q);
  const qPart = (q - 0.5) * log1p(-p / (p + q));
  if (p < STIRLING_FROM) return logGamma(p) + remainder + qPart + p - p * log(p + q);
  const pPart = (p - 0.5) * log(p / (p + q));
  const scale = HALF_LOG_TWO_PI - 0.5 * log(p + q);
  return scale + remainder + stirlingRemainder(p) + pPart + qPart;
}

/**
 * P(Z ≤ x) for a standard normal Z, relative error about 1e-15 down to where doubles end (x = -38).
 * [cody1969]
 */
export function normalCdf(x: number): number {
  const y = Math.abs(x);
  if (y <= 0.67448975) return 0.5 + x * ratio(CENTRE, x * x);
  const tail = Number.isNaN(x) ? NaN : upperTail(y);
  return x > 0 ? 1 - tail : tail;
}

/**
 * The x with P(Z ≤ x) = p for a standard normal Z, relative error about 1e-15; infinite at 0 and 1,
 * NaN outside. [wichura1988]
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(NEAR, 0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (!(tail > 0)) return tail === 0 ? Math.sign(q) * Infinity : NaN;
  const r = Math.sqrt(-log(tail));
  const x = r <= 5 ? ratio(TAIL, r - 1.6) : ratio(FAR, r - 5);
  return q < 0 ? -x : x;
}

function stirlingRemainder(x: number): number {
  const u = 1 / (x * x);
  let sum = 0;
  for (let k = STIRLING.length - 1; k >= 0; --k) sum = sum * u + STIRLING[k];
  return sum / x;
}

/** P(Z > y) for y > 0.67, with exp(-y²/2) split so that the rounding of y² does not enter. */
function upperTail(y: number): number {
  if (y > 39) return 0;
  const head = Math.trunc(y * 16) / 16;
  const bell = exp(-0.5 * head * head) * exp(-0.5 * (y - head) * (y + head));
  if (y <= Math.sqrt(32)) return bell * ratio(SHOULDER, y);
  const u = 1 / (y * y);
  return (bell * (1 / Math.sqrt(2 * Math.PI) - u * ratio(FOOT, u))) / y;
}

/** The quotient of two polynomials in x, coefficients from the constant up. */
function ratio({top, bottom}: Rational, x: number): number {
  let a = 0;
  let b = 0;
  for (let k = top.length - 1; k >= 0; --k) a = a * x + top[k];
  for (let k = bottom.length - 1; k >= 0; --k) b = b * x + bottom[k];
  return a / b;
}
