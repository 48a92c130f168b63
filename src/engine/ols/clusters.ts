// Least squares errors that clusters share: the bias-reduced estimate CR2, with degrees of freedom of its own.
import {error} from "../error.js";
import {symmetricEigen} from "../linalg/eigen.js";
import {dot} from "../linalg/vector.js";
import {basisWeights} from "./influence.js";
import type {LeastSquares} from "./least-squares.js";
import type {Spread} from "./spread.js";
import {NO_RESIDUAL} from "./standard-errors.js";

/** Parts this small beside the others are rounding. */
const NEGLIGIBLE = 1e-8;

/**
 * A direction of the columns' space in which a cluster has rows: the unit vector [rank], the cluster's leverage along it
 * (0 … 1), and its residuals' sum along it.
 */
interface Direction {
  readonly axis: Float64Array;
  readonly leverage: number;
  readonly score: number;
}

/**
 * How combinations of coefficients err where rows of one cluster (equal `codes` [rows of the fit]) do so together. With
 * B the cluster's rows of an orthonormal basis and e its residuals, CR2 sums the squares of uᵀ (I − BᵀB)^−½ Bᵀe over
 * clusters, unbiased where errors are independent after all; Satterthwaite's degrees of freedom, under the same
 * independence, are few where few clusters carry a combination. [bell2002, pustejovsky2018]
 *
 * A combination that one cluster alone determines has neither: NaN. Raises an InputError on fewer than two clusters.
 */
export function clusterSpread(fit: LeastSquares, codes: Int32Array): Spread {
  const clusters = rowsByCluster(codes).map((rows) => directionsOf(fit, rows));
  if (clusters.length < 2)
    error(`invalid clusters: ${String(clusters.length)}; errors are shared in two at least`);
  return {
    carry: (weights) => {
      const u = basisWeights(fit, weights);
      const parts = clusters.map((directions) => partOf(directions, u));
      return {rows: Float64Array.from(parts, ({score}) => score), df: freedom(parts)};
    },
    covariance: (a, b) => {
      let sum = 0;
      for (let g = 0; g < a.length; ++g) if (a[g] !== 0 && b[g] !== 0) sum += a[g] * b[g];
      return sum;
    }
  };
}

function rowsByCluster(codes: Int32Array): number[][] {
  const clusters = new Map<number, number[]>();
  codes.forEach((code, row) => {
    const own = clusters.get(code);
    if (own) own.push(row);
    else clusters.set(code, [row]);
  });
  return [...clusters.values()];
}

/** The principal directions of a cluster's rows, by the smaller of their two matrices of products. */
function directionsOf(
  {basis, factor, rank, scores}: LeastSquares,
  rows: readonly number[]
): Direction[] {
  const n = rows.length;
  // The cluster's rows one after the other, and the columns likewise.
  const byRow = rows.map((row) =>
    Float64Array.from({length: rank}, (_, k) => basis[k * factor.rows + row])
  );
  const byColumn = Array.from({length: rank}, (_, k) => Float64Array.from(byRow, (row) => row[k]));
  const own = Float64Array.from(rows, (row) => scores[row]);
  const pull = Float64Array.from(byColumn, (column) => dot(column, own));
  const isTall = n >= rank;
  const {values, vectors} = productsOf(isTall ? byColumn : byRow);
  const size = Math.min(n, rank);
  return Array.from(values).flatMap((leverage, j) => {
    if (leverage < NEGLIGIBLE ** 2) return [];
    const vector = vectors.subarray(j * size, (j + 1) * size);
    const axis = isTall
      ? vector
      : Float64Array.from(byColumn, (column) => dot(column, vector) / Math.sqrt(leverage));
    return [{axis, leverage, score: dot(axis, pull)}];
  });
}

function productsOf(vectors: readonly Float64Array[]): ReturnType<typeof symmetricEigen> {
  const n = vectors.length;
  const products = new Float64Array(n * n);
  for (let a = 0; a < n; ++a)
    for (let b = 0; b <= a; ++b)
      products[a * n + b] = products[b * n + a] = dot(vectors[a], vectors[b]);
  return symmetricEigen(products, n);
}

/** What a cluster adds to a combination: its adjusted score, and of its weights the square and the sums [rank]. */
interface Part {
  readonly score: number;
  readonly square: number;
  readonly sums: Float64Array;
}

function partOf(directions: readonly Direction[], u: Float64Array): Part {
  const sums = new Float64Array(u.length);
  const least = NEGLIGIBLE * Math.sqrt(dot(u, u));
  let [score, square] = [0, 0];
  for (const {axis, leverage, score: own} of directions) {
    const along = dot(u, axis);
    if (Math.abs(along) <= least) continue;
    const left = 1 - leverage;
    if (left < NO_RESIDUAL) return {score: NaN, square: NaN, sums};
    const weight = along / Math.sqrt(left);
    score += weight * own;
    square += weight * weight * leverage;
    for (let k = 0; k < sums.length; ++k) sums[k] += weight * leverage * axis[k];
  }
  return {score, square, sums};
}

/** (tr Ω)² / Σ Ω², with Ω the covariances of the clusters' scores when errors are independent. */
function freedom(parts: readonly Part[]): number {
  let [trace, squares] = [0, 0];
  const rank = parts[0].sums.length;
  const products = new Float64Array(rank * rank);
  for (const {square, sums} of parts) {
    const taken = dot(sums, sums);
    trace += square - taken;
    squares += square * square - 2 * square * taken;
    for (let a = 0; a < rank; ++a)
      if (sums[a] !== 0) for (let b = 0; b < rank; ++b) products[a * rank + b] += sums[a] * sums[b];
  }
  return (trace * trace) / (squares + dot(products, products));
}
