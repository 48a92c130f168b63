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

  /** Makes all products 1. */
  clear(): void {
    this.products.fill(1);
    this.sums.fill(0);
  }

  multiply(i: number, factor: number): void {
    const product = this.products[i] * factor;
    const isNear = product < LARGE && product > 1 / LARGE;
    this.products[i] = isNear ? product : 1;
    if (!isNear) this.sums[i] += log(product);
  }

  multiplyPower(i: number, factor: number, exponent: number): void {
    this.sums[i] += exponent * log(factor);
  }

  /** The logarithm of product i. */
  value(i: number): number {
    return this.sums[i] + log(this.products[i]);
  }
}
