// The mean and variance of a sample.

/** The arithmetic mean of x; NaN when x is empty. */
export function mean(x: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; ++i) sum += x[i];
  const first = sum / x.length;
  // A second pass over the residuals takes out the rounding of the first sum.
  let rest = 0;
  for (let i = 0; i < x.length; ++i) rest += x[i] - first;
  return Number.isFinite(rest) ? first + rest / x.length : first;
}

/** The sample variance of x (divisor n - 1); NaN when x has fewer than two numbers. */
export function variance(x: Float64Array): number {
  if (x.length < 2) return NaN;
  const centre = mean(x);
  let sum = 0;
  for (let i = 0; i < x.length; ++i) sum += (x[i] - centre) ** 2;
  return sum / (x.length - 1);
}
