// Logarithms of products of many factors, one logarithm each: it would cost more than all factors.
import {log} from "../math/elementary.js";

/** Beyond this a product goes into its logarithm before the next factor could overflow it. */
const LARGE = 1e150;

/** One product per iteration of a block. */
export class LogProducts {
  private readonly products: Float64Array;
  private readonly sums: Float64Array;

  constructor(room: number) {
    this.products = new Float64Array(room);
    this.sums = new Float64Array(room);
  }

  /** Makes the first `count` products 1. */
  clear(count: number): void {
    this.products.fill(1, 0, count);
    this.sums.fill(0, 0, count);
  }

  multiply(i: number, factor: number): void {
    const product = this.products[i] * factor;
    if (product < LARGE && product > 1 / LARGE) {
      this.products[i] = product;
      return;
    }
    this.sums[i] += log(product);
    this.products[i] = 1;
  }

  multiplyPower(i: number, factor: number, exponent: number): void {
    this.sums[i] += exponent * log(factor);
  }

  /** Multiplies by the exponential of `summand`. */
  add(i: number, summand: number): void {
    this.sums[i] += summand;
  }

  /** The logarithm of product i. */
  value(i: number): number {
    return this.sums[i] + log(this.products[i]);
  }
}
