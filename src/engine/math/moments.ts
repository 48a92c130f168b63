// The mean and variance of a sample.

/** The arithmetic mean of x from position `from` up to `to`; NaN when there is nothing between. */
export function mean(x: Float64Array, from = 0, to = x.length): number {
  const first = sumAbout(0, x, from, to) / (to - from);
  // A second pass over the residuals takes out the rounding of the first sum.
  const rest = sumAbout(first, x, from, to);
  return Number.isFinite(rest) ? first + rest / (to - from) : first;
}

/**
 * The sample variance (divisor one less than the count) of x from position `from` up to `to`, about
 * their mean `centre`; NaN with fewer than two numbers between.
 */
export function variance(
  x: Float64Array,
  from = 0,
  to = x.length,
  centre = mean(x, from, to)
): number {
  if (to - from < 2) return NaN;
  let even = 0;
  let odd = 0;
  let i = from;
  for (; i + 1 < to; i += 2) {
    const a = x[i] - centre;
    const b = x[i + 1] - centre;
    even += a * a;
    odd += b * b;
  }
  if (i < to) even += (x[i] - centre) ** 2;
  return (even + odd) / (to - from - 1);
}

/** The sum of x - centre; four sums at once, so that no addition waits for the one before. */
function sumAbout(centre: number, x: Float64Array, from: number, to: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let i = from;
  for (; i + 3 < to; i += 4) {
    a += x[i] - centre;
    b += x[i + 1] - centre;
    c += x[i + 2] - centre;
    d += x[i + 3] - centre;
  }
  for (; i < to; ++i) a += x[i] - centre;
  return a + b + (c + d);
}
