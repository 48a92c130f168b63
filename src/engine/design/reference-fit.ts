// Weighted least squares block by block: only a triangle is kept of the rows that have passed.
import {multiplyQTransposed, qr, solveR} from "../linalg/qr.js";
import {BLOCK} from "./blocks.js";

/**
 * A least-squares fit of p columns by Householder reflections of one block of rows stacked on the
 * triangle of all before [golub2013]: as accurate as on all rows at once, with the memory of a block.
 */
export class ReferenceFit {
  /** R of the columns and the outcome, size × size with size = p + 1, column-major. */
  private readonly triangle: Float64Array;
  private readonly stack: Float64Array;
  private readonly size: number;

  /** `rows` is the most that a block will have. */
  constructor(p: number, rows = BLOCK) {
    this.size = p + 1;
    this.triangle = new Float64Array(this.size * this.size);
    this.stack = new Float64Array((this.size + rows) * this.size);
  }

  /** Takes in a block of rows: p columns, the outcome, and weights if any. */
  add(x: readonly Float64Array[], y: Float64Array, weights: Float64Array | null): void {
    const {size, triangle} = this;
    const height = size + y.length;
    const stack = this.stack.subarray(0, height * size);
    const root = weights?.map(Math.sqrt);
    for (let j = 0; j < size; ++j) {
      const column = j < x.length ? x[j] : y;
      const at = j * height;
      stack.set(triangle.subarray(j * size, (j + 1) * size), at);
      for (let i = 0; i < y.length; ++i)
        stack[at + size + i] = root ? root[i] * column[i] : column[i];
    }
    this.setTriangle(stack, height);
  }

  /** The coefficients [p]; a column that depends on earlier ones gets 0. */
  solve(): Float64Array {
    const {size, triangle} = this;
    const p = size - 1;
    const out = new Float64Array(p);
    const factor = qr(triangle.slice(0, p * size), size, p);
    const projected = triangle.slice(p * size);
    multiplyQTransposed(factor, projected);
    solveR(factor, projected);
    factor.kept.forEach((column, k) => {
      out[column] = projected[k];
    });
    return out;
  }

  private setTriangle(stack: Float64Array, height: number): void {
    const {size, triangle} = this;
    // With tolerance 0 a column is left out only when nothing remains of it, so nothing is lost.
    const {kept, diagonal} = qr(stack, height, size, 0);
    triangle.fill(0);
    let k = 0;
    for (let j = 0; j < size; ++j) {
      for (let i = 0; i < k; ++i) triangle[j * size + i] = stack[j * height + i];
      if (kept[k] === j) triangle[j * size + k] = diagonal[k++];
    }
  }
}
