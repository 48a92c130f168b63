// exp, log, log1p, tanh and powers from arithmetic alone, so that draws have the same bytes everywhere.
// (JavaScript leaves the last digits of most of its Math to each implementation.)

/** ln 2 as a part of 32 bits, whose products with exponents are exact, and the rest. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Lifts the smallest numbers into the normal range. */
const TWO_TO_54 = 18014398509481984;

/** 2^-1022 … 2^1023. */
const POWERS = new Float64Array(2046);
for (let i = 0, power = 2.2250738585072014e-308; i < 2046; ++i, power *= 2) POWERS[i] = power;

const number = Float64Array.of(1);
const words = new Uint32Array(number.buffer);
/** Which word holds sign and exponent depends on the machine. */
const HIGH = words[1] === 0 ? 0 : 1;

/** exp(r) - 1 for |r| ≤ ln 2 / 2 by its series; even and odd powers apart, which a processor overlaps. */
function expm1Small(r: number): number {
  const w = r * r;
  const even =
    1 / 2 +
    w * (1 / 24 + w * (1 / 720 + w * (1 / 40320 + w * (1 / 3628800 + w * (1 / 479001600)))));
  const odd =
    1 / 6 +
    w * (1 / 120 + w * (1 / 5040 + w * (1 / 362880 + w * (1 / 39916800 + w * (1 / 6227020800)))));
  return r + w * (even + r * odd);
}

/** e to the power of x, to a few units in the last place; NaN for NaN. */
export function exp(x: number): number {
  if (x > 709.782712893384) return Infinity;
  if (x < -745.1332191019412) return 0;
  if (Number.isNaN(x)) return NaN;
  const k = Math.round(x / 0.6931471805599453);
  const value = 1 + expm1Small(x - k * LN2_HIGH - k * LN2_LOW);
  if (k > 1023) return value * POWERS[2045] * 2;
  if (k < -1022) return value * POWERS[k + 2044] * POWERS[0];
  return value * POWERS[k + 1022];
}

/** The natural logarithm, to a few units in the last place; -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? x : NaN;
  const scaled = x < POWERS[0];
  number[0] = scaled ? x * TWO_TO_54 : x;
  let k = (words[HIGH] >>> 20) - (scaled ? 1023 + 54 : 1023);
  words[HIGH] = (words[HIGH] & 0xfffff) | 0x3ff00000;
  let m = number[0];
  if (m > Math.SQRT2) {
    m *= 0.5;
    ++k;
  }
  // ln m = 2 atanh s with s = f / (2 + f); 2 s = f - s f leaves f as it is.
  const f = m - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = 2 / 5 + w * (2 / 9 + w * (2 / 13 + w * (2 / 17 + w * (2 / 21))));
  const odd = 2 / 3 + w * (2 / 7 + w * (2 / 11 + w * (2 / 15 + w * (2 / 19 + w * (2 / 23)))));
  const sum = z * odd + w * even;
  return k * LN2_HIGH - (s * (f - sum) - k * LN2_LOW - f);
}

/** log(1 + x), accurate near 0 too [kahan1987]. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (u === 1 || x === Infinity) return x;
  return u > 0 ? log(u) - (u - 1 - x) / u : log(u);
}

/** The hyperbolic tangent. */
export function tanh(x: number): number {
  const y = 2 * Math.abs(x);
  if (y > 44) return Math.sign(x);
  const t = y < 0.34 ? expm1Small(y) : exp(y) - 1;
  const value = t / (t + 2);
  return x < 0 ? -value : value;
}

/** Whole exponents up to this are multiplied out. */
const WHOLE_EXPONENT = 1024;

/**
 * x to the power of y, both finite, as `**` defines it: NaN for a root of a number below 0. Squares and
 * square roots as exact as doubles get, other whole powers to about y units in the last place, else
 * to about |y log x|.
 */
export function power(x: number, y: number): number {
  if (y === 0.5) return Math.sqrt(x);
  if (!Number.isInteger(y)) return exp(y * log(x));
  if (Math.abs(y) <= WHOLE_EXPONENT) return y < 0 ? 1 / product(x, -y) : product(x, y);
  const size = exp(y * log(Math.abs(x)));
  return x < 0 && y % 2 !== 0 ? -size : size;
}

/** The product of `count` times x, by squaring. */
function product(x: number, count: number): number {
  let value = 1;
  let square = x;
  for (let left = count; left > 0; left >>= 1) {
    if (left & 1) value *= square;
    square *= square;
  }
  return value;
}
