// Matrices for the tests of linear algebra, and their plain products.
import {createGenerator} from "../../../src/engine/random/generator.js";

/** A column-major matrix of standard normal numbers. */
export function randomMatrix(rows: number, columns: number, seed = "matrix"): Float64Array {
  const generator = createGenerator(seed);
  return Float64Array.from({length: rows * columns}, () => generator.normal());
}

/** A x for a column-major matrix of `x.length` columns. */
export function multiply(a: Float64Array, x: Float64Array): Float64Array {
  const rows = a.length / x.length;
  const result = new Float64Array(rows);
  x.forEach((factor, j) => {
    for (let i = 0; i < rows; i++) result[i] += factor * a[j * rows + i];
  });
  return result;
}

/** A Aᵀ + I for a square matrix: positive definite. */
export function positiveDefinite(n: number, seed?: string): Float64Array {
  const a = randomMatrix(n, n, seed);
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      for (let k = 0; k < n; k++) result[i + j * n] += a[i + k * n] * a[j + k * n];
    }
    result[i + i * n] += 1;
  }
  return result;
}

/** The lower triangle of a column-major square matrix, zeros above. */
export function lowerTriangle(a: Float64Array): Float64Array {
  const n = Math.sqrt(a.length);
  return a.map((value, k) => (k % n >= Math.floor(k / n) ? value : 0));
}

export function transpose(a: Float64Array): Float64Array {
  const n = Math.sqrt(a.length);
  return a.map((_, k) => a[(k % n) * n + Math.floor(k / n)]);
}
