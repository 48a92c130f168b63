// What the data say of one term's scale when all coefficients of all terms are integrated out.
import {log} from "../math/elementary.js";
import {mirror} from "./cross-products.js";
import type {CrossedMarginal} from "./crossed-marginal.js";
import {eliminate} from "./packed.js";
import type {Block} from "./scaled-products.js";

/**
 * Eliminating the population and the other terms once leaves a matrix as small as the term's own
 * coefficients, so that trying a scale costs next to nothing.
 */
export class DenseEvidence {
  /** Other terms, population, this term unscaled, outcome. */
  private readonly order: readonly Block[];
  /** What is left: cross-products of the term's columns and the outcome. */
  private readonly left: Float64Array;
  private readonly scaled: Float64Array;
  private readonly own: Block;

  /** `block` is the term's number among those that do not lead. */
  constructor(
    private readonly marginal: CrossedMarginal,
    block: number
  ) {
    const {blocks} = marginal.products;
    const own = blocks[block];
    const {k, levels} = own;
    const others = blocks.filter((other) => other !== own);
    const bare = own.scale.map((_, i) => Number(i % (k + 1) === 0));
    this.order = [...others.slice(0, -1), {...own, scale: bare}, ...others.slice(-1)];
    this.own = own;
    const left = k * levels + 1;
    this.left = new Float64Array(left * left);
    this.scaled = new Float64Array((left * (left + 1)) / 2);
  }

  /** Eliminates everything else, given the other terms' scales; false when that cannot be done. */
  gather(): boolean {
    const {order, left, marginal} = this;
    const {matrix} = marginal.augmented;
    const size = Math.sqrt(left.length);
    const i = marginal.products.size - size;
    if (!marginal.eliminate(order, i)) return false;
    for (let a = 0; a < size; ++a)
      for (let b = 0; b <= a; ++b) left[b * size + a] = matrix[((a + i) * (a + i + 1)) / 2 + b + i];
    mirror(left, size);
    return true;
  }

  /**
   * Log density of the outcome for a scale S of this term (k × k, row-major, lower), up to a constant;
   * NaN where it cannot be had.
   */
  logEvidence(scale: Float64Array): number {
    const {left, scaled} = this;
    const {k, levels} = this.own;
    const own = k * levels;
    let at = 0;
    for (let c = 0; c < k; ++c)
      for (let j = 0; j < levels; ++j)
        for (let d = 0; d <= c; ++d) {
          const end = c === d ? j : levels - 1;
          for (let l = 0; l <= end; ++l) {
            let sum = c === d && j === l ? 1 : 0;
            for (let a = c; a < k; ++a)
              for (let b = d; b < k; ++b)
                sum +=
                  scale[a * k + c] *
                  scale[b * k + d] *
                  left[(a * levels + j) * (own + 1) + b * levels + l];
            scaled[at++] = sum;
          }
        }
    for (let c = 0; c < k; ++c)
      for (let j = 0; j < levels; ++j) {
        let sum = 0;
        for (let a = c; a < k; ++a)
          sum += scale[a * k + c] * left[own * (own + 1) + a * levels + j];
        scaled[at++] = sum;
      }
    scaled[at] = 0;
    if (!eliminate(scaled, own + 1, own)) return NaN;
    let density = -0.5 * scaled[at];
    for (let i = 0, row = 0; i < own; row += ++i) density -= log(scaled[row + i]);
    return density;
  }
}
