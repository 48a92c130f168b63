// Factors σ²I + L'KL, the covariance of the cells' whitened data under the model.
import type {Cells} from "../design/cells.js";
import type {ArrowFactor} from "./arrow-factor.js";
import type {GroupCovariance} from "./group-covariance.js";
import {eliminate, solvePackedTransposed} from "./packed.js";

/** Where row i of a packed matrix begins. */
const rowAt = (i: number): number => (i * (i + 1)) / 2;

/** With M = σ²I + L'KL = C C', made tile by tile: a tile is a cell when cells share no term, else all. */
export class CellSolver {
  private readonly tiles: number;
  private readonly width: number;
  /** A tile of M, and rows that are whitened along with it; packed. */
  private readonly matrix: Float64Array;
  /** C, one packed tile after another. */
  private readonly factors: Float64Array;
  private readonly half: Float64Array;

  constructor(
    private readonly cells: Cells,
    private readonly blocks: ArrowFactor["blocks"],
    private readonly covariance: GroupCovariance
  ) {
    const {cells: count, p, v} = cells;
    this.tiles = covariance.isBlockDiagonal ? count : 1;
    this.width = (count / this.tiles) * v;
    this.matrix = new Float64Array(rowAt(this.width + p + 1));
    this.factors = new Float64Array(this.tiles * rowAt(this.width));
    this.half = new Float64Array(v * v);
  }

  /**
   * Factors M for a variance σ², and overwrites each of `count` rows x (cells × v, cell by cell), the
   * population's columns and one more at most, with C⁻¹ x. Returns false, half done, when M is not
   * positive definite.
   */
  whiten(variance: number, rows: Float64Array, count: number): boolean {
    const {tiles, width, matrix, factors} = this;
    for (let tile = 0; tile < tiles; ++tile) {
      this.fillTile(tile);
      for (let i = 0; i < width; ++i) matrix[rowAt(i) + i] += variance;
      for (let i = 0; i < count; ++i) {
        const from = (i * tiles + tile) * width;
        const to = rowAt(width + i);
        for (let j = 0; j < width; ++j) matrix[to + j] = rows[from + j];
        matrix.fill(0, to + width, rowAt(width + i + 1));
      }
      if (!eliminate(matrix, width + count, width)) return false;
      for (let i = 0; i < count; ++i) {
        const to = (i * tiles + tile) * width;
        const from = rowAt(width + i);
        for (let j = 0; j < width; ++j) rows[to + j] = matrix[from + j];
      }
      factors.set(matrix.subarray(0, rowAt(width)), tile * rowAt(width));
    }
    return true;
  }

  /** Overwrites x (cells × v) with C⁻ᵀ x. */
  unwhiten(x: Float64Array): void {
    const {tiles, width, factors} = this;
    for (let tile = 0; tile < tiles; ++tile)
      solvePackedTransposed(factors, width, x, tile * rowAt(width), tile * width);
  }

  private fillTile(tile: number): void {
    const {isBlockDiagonal, patternOf} = this.covariance;
    const {cells: count, v} = this.cells;
    if (isBlockDiagonal) this.fillBlock(tile, tile, tile, 0);
    else
      for (let c = 0, i = 0; c < count; ++c)
        for (let d = 0; d <= c; ++d, ++i) this.fillBlock(c, d, 0, patternOf[i] * v * v);
  }

  /** Block (c, d) of L'KL is L_c' K_cd L_d; `first` is the tile's first cell. */
  private fillBlock(c: number, d: number, first: number, from: number): void {
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
      const to = rowAt((c - first) * v + a) + (d - first) * v;
      for (let b = c === d ? a : v - 1; b >= 0; --b) {
        let sum = 0;
        for (let e = a; e < v; ++e) sum += blocks[own + e * v + a] * half[e * v + b];
        matrix[to + b] = sum;
      }
    }
  }
}
