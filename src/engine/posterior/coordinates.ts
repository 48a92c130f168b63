// What coordinates of a term's levels can do, and the determinant that their densities need.
import {log} from "../math/elementary.js";

/** Coordinates of the levels' coefficients; see LevelCoordinates, which explains them. */
export interface Coordinates {
  /** The data's pull on every level, [k × levels]; to be set before `set`. */
  readonly pull: Float64Array;
  /** The derivative with respect to the pull, after `writeGradient`. */
  readonly byPull: Float64Array;
  /**
   * Sets `values` [k × levels] from `q[at …]` and `scale` [k × k, row by row, lower triangular], and
   * returns the log prior density of these coordinates.
   */
  set(q: Float64Array, at: number, scale: Float64Array, values: Float64Array): number;
  /**
   * Given the derivative `adjoint` of something with respect to `values`, writes the derivative of it
   * and of the density returned by `set` to `gradient[at …]`, and sets `byPull` and `byScale`.
   */
  writeGradient(
    adjoint: Float64Array,
    scale: Float64Array,
    gradient: Float64Array,
    at: number,
    byScale: Float64Array
  ): void;
}

/** Below this a product becomes a logarithm, before it can underflow. */
const SMALL = 1e-100;

/** The logarithm of a product of many numbers between 0 and 1, with few logarithms. */
export class LevelDeterminant {
  private sum = 0;
  private product = 1;

  /** Back to the product of nothing. */
  reset(): void {
    this.sum = 0;
    this.product = 1;
  }

  /** Takes in one more factor. */
  multiply(factor: number): void {
    this.product *= factor;
    if (this.product > SMALL) return;
    this.sum += log(this.product);
    this.product = 1;
  }

  /** The logarithm of the product so far; NaN when a factor was. */
  log(): number {
    return this.sum + log(this.product);
  }
}
