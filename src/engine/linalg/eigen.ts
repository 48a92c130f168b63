// Eigenvalues and eigenvectors of symmetric matrices.

/** Sweeps after which nothing is left to turn; in practice ten do. */
const MOST_SWEEPS = 60;

/** An eigendecomposition: the values in no order [n], and their unit vectors as columns [n × n]. */
export interface Eigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/**
 * Diagonalises the symmetric matrix `a` [n × n], which is overwritten, by Jacobi's rotations: slower than other ways for
 * large matrices, and exact to rounding for the small ones of clusters. [golub2013]
 */
export function symmetricEigen(a: Float64Array, n: number): Eigen {
  const vectors = new Float64Array(n * n);
  for (let j = 0; j < n; ++j) vectors[j * n + j] = 1;
  const size = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < MOST_SWEEPS; ++sweep) {
    let off = 0;
    for (let p = 0; p < n; ++p) for (let q = 0; q < p; ++q) off += a[p * n + q] ** 2;
    if (off <= Number.EPSILON ** 2 * size) break;
    for (let p = 1; p < n; ++p)
      for (let q = 0; q < p; ++q) if (a[p * n + q] !== 0) rotate(a, vectors, n, q, p);
  }
  return {values: Float64Array.from({length: n}, (_, j) => a[j * n + j]), vectors};
}

/** Turns axes p and q so that a[p, q] vanishes. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const theta = (a[q * n + q] - a[p * n + p]) / (2 * a[q * n + p]);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < n; ++k) turn(a, k * n + p, k * n + q, cosine, sine);
  for (let k = 0; k < n; ++k) turn(a, p * n + k, q * n + k, cosine, sine);
  for (let k = 0; k < n; ++k) turn(vectors, p * n + k, q * n + k, cosine, sine);
}

function turn(x: Float64Array, i: number, j: number, cosine: number, sine: number): void {
  const [first, second] = [x[i], x[j]];
  x[i] = cosine * first - sine * second;
  x[j] = sine * first + cosine * second;
}
