// Factors σ²I + L'KL, the covariance of the cells' whitened data under the model.
import type {Cells} from "../design/cells.js";
import type {ArrowFactor} from "./arrow-factor.js";
import type {GroupCovariance} from "./group-covariance.js";
import {eliminate, solvePackedTransposed} from "./packed.js";

/** Where row i of a packed matrix begins. */
const rowAt = (i: number): number => (i * (i + 1)) / 2;

/** With M = σ²I + L'KL = C C'. */
export class CellSolver {
  private readonly size: number;
  /** M, then C, and rows that are whitened along with it; packed. */
  private readonly matrix: Float64Array;
  private readonly half: Float64Array;

  constructor(
    private readonly cells: Cells,
    private readonly blocks: ArrowFactor["blocks"],
    private readonly covariance: GroupCovariance
  ) {
    const {cells: count, p, v} = cells;
    this.size = count * v;
    this.matrix = new Float64Array(rowAt(this.size + p + 1));
    this.half = new Float64Array(v * v);
  }

  /**
   * Factors M for a variance σ², and overwrites each of `count` rows x (cells × v, cell by cell), the
   * population's columns and one more at most, with C⁻¹ x. Returns false, half done, when M is not
   * positive definite.
   */
  whiten(variance: number, rows: Float64Array, count: number): boolean {
    const {size, matrix, covariance, cells} = this;
    for (let c = 0, i = 0; c < cells.cells; ++c)
      for (let d = 0; d <= c; ++d, ++i)
        this.fillBlock(c, d, covariance.patternOf[i] * cells.v ** 2);
    for (let i = 0; i < size; ++i) matrix[rowAt(i) + i] += variance;
    for (let i = 0; i < count; ++i) {
      matrix.set(rows.subarray(i * size, (i + 1) * size), rowAt(size + i));
      matrix.fill(0, rowAt(size + i) + size, rowAt(size + i + 1));
    }
    if (!eliminate(matrix, size + count, size)) return false;
    for (let i = 0; i < count; ++i)
      rows.set(matrix.subarray(rowAt(size + i), rowAt(size + i) + size), i * size);
    return true;
  }

  /** Overwrites x (cells × v) with C⁻ᵀ x. */
  unwhiten(x: Float64Array): void {
    solvePackedTransposed(this.matrix, this.size, x);
  }

  /** Block (c, d) of L'KL is L_c' K_cd L_d. */
  private fillBlock(c: number, d: number, from: number): void {
    const {matrix, half, blocks} = this;
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
    for (let a = 0; a < v; ++a) {
      const to = rowAt(c * v + a) + d * v;
      for (let b = c === d ? a : v - 1; b >= 0; --b) {
        let sum = 0;
        for (let e = a; e < v; ++e) sum += blocks[own + e * v + a] * half[e * v + b];
        matrix[to + b] = sum;
      }
    }
  }
}
