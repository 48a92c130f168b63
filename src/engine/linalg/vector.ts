// Sums and products of flat vectors; results go into the caller's buffer.

/** Σ x[i] y[i] over the length of x. */
export function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < x.length; ++i) sum += x[i] * y[i];
  return sum;
}

/** Adds `alpha` x to y, in place. */
export function axpy(alpha: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < x.length; ++i) y[i] += alpha * x[i];
}

/** Multiplies x by `alpha`, in place. */
export function scale(alpha: number, x: Float64Array): void {
  for (let i = 0; i < x.length; ++i) x[i] *= alpha;
}
