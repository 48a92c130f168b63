// Whether draws carry no information on convergence.

/**
 * True when any value is NaN or infinite or when all are equal within 2^-52: diagnostics are then
 * undefined, as in the R package posterior.
 */
export function isDegenerate(values: Float64Array): boolean {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; ++i) {
    const x = values[i];
    if (!Number.isFinite(x)) return true;
    if (x < low) low = x;
    if (x > high) high = x;
  }
  return !(high - low >= Number.EPSILON);
}
