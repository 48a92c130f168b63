// Solves with σ²I + L'KL, the covariance of the cells' whitened data under the model.
import type {Cells} from "../design/cells.js";
import {cholesky, solveCholesky} from "../linalg/cholesky.js";
import type {ArrowFactor} from "./arrow-factor.js";
import type {GroupCovariance} from "./group-covariance.js";

/** Factors the matrix for given variances, then solves in place. */
export interface CellSolver {
  /** Returns false when the matrix is not positive definite. */
  factor(variance: number): boolean;
  /** Overwrites y (cells × v, cell by cell) with the solution. */
  solve(y: Float64Array, at: number): void;
}

/** The dense solver, or the one that goes cell by cell when cells share no term. */
export function createCellSolver(
  cells: Cells,
  {blocks}: ArrowFactor,
  covariance: GroupCovariance
): CellSolver {
  return covariance.isBlockDiagonal
    ? new BlockSolver(cells, blocks, covariance)
    : new DenseSolver(cells, blocks, covariance);
}

class DenseSolver implements CellSolver {
  private readonly n: number;
  private readonly matrix: Float64Array;
  private readonly half: Float64Array;

  constructor(
    private readonly cells: Cells,
    private readonly blocks: Float64Array,
    private readonly covariance: GroupCovariance
  ) {
    this.n = cells.cells * cells.v;
    this.matrix = new Float64Array(this.n * this.n);
    this.half = new Float64Array(cells.v * cells.v);
  }

  factor(variance: number): boolean {
    const {n, matrix, covariance} = this;
    const {cells: count, v} = this.cells;
    const {patternOf} = covariance;
    for (let c = 0, i = 0; c < count; ++c)
      for (let d = 0; d <= c; ++d, ++i) this.fillBlock(c, d, patternOf[i] * v * v);
    for (let i = 0; i < n; ++i) matrix[i * n + i] += variance;
    return cholesky(matrix, n);
  }

  solve(y: Float64Array, at: number): void {
    solveCholesky(this.matrix, this.n, y.subarray(at, at + this.n));
  }

  /** Block (c, d) of L'KL is L_c' K_cd L_d; columns of the matrix are contiguous. */
  private fillBlock(c: number, d: number, from: number): void {
    const {n, matrix, half, blocks} = this;
    const {v} = this.cells;
    const {matrices} = this.covariance;
    const own = c * v * v;
    const other = d * v * v;
    for (let a = 0; a < v; ++a)
      for (let b = 0; b < v; ++b) {
        let sum = 0;
        for (let e = b; e < v; ++e) sum += matrices[from + a * v + e] * blocks[other + e * v + b];
        half[a * v + b] = sum;
      }
    for (let b = 0; b < v; ++b) {
      const column = (d * v + b) * n + c * v;
      for (let a = 0; a < v; ++a) {
        let sum = 0;
        for (let e = a; e < v; ++e) sum += blocks[own + e * v + a] * half[e * v + b];
        matrix[column + a] = sum;
      }
    }
  }
}

class BlockSolver implements CellSolver {
  private readonly factors: Float64Array;
  private readonly block: Float64Array;

  constructor(
    private readonly cells: Cells,
    private readonly blocks: Float64Array,
    private readonly covariance: GroupCovariance
  ) {
    this.factors = new Float64Array(cells.cells * cells.v * cells.v);
    this.block = new Float64Array(cells.v * cells.v);
  }

  factor(variance: number): boolean {
    const {cells: count, v} = this.cells;
    const {block, blocks, factors} = this;
    const {matrices} = this.covariance;
    for (let c = 0; c < count; ++c) {
      const own = c * v * v;
      block.fill(0);
      for (let a = 0; a < v; ++a)
        for (let b = 0; b <= a; ++b) {
          let sum = a === b ? variance : 0;
          for (let e = a; e < v; ++e)
            for (let f = b; f < v; ++f)
              sum += blocks[own + e * v + a] * matrices[e * v + f] * blocks[own + f * v + b];
          block[b * v + a] = sum;
        }
      if (!cholesky(block, v)) return false;
      factors.set(block, own);
    }
    return true;
  }

  // Written out: views into small blocks would cost more than the arithmetic.
  solve(y: Float64Array, at: number): void {
    const {cells: count, v} = this.cells;
    const {factors} = this;
    for (let c = 0; c < count; ++c) {
      const first = at + c * v;
      const own = c * v * v;
      for (let a = 0; a < v; ++a) {
        let sum = y[first + a];
        for (let b = 0; b < a; ++b) sum -= factors[own + b * v + a] * y[first + b];
        y[first + a] = sum / factors[own + a * v + a];
      }
      for (let a = v - 1; a >= 0; --a) {
        let sum = y[first + a];
        for (let b = a + 1; b < v; ++b) sum -= factors[own + a * v + b] * y[first + b];
        y[first + a] = sum / factors[own + a * v + a];
      }
    }
  }
}
