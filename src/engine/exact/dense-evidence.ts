// What the data say of one term's scale when all coefficients of all terms are integrated out.
import type {Cells} from "../design/cells.js";
import {log} from "../math/elementary.js";
import type {CrossedMarginal} from "./crossed-marginal.js";
import {eliminate} from "./packed.js";

/**
 * Eliminating the population and the other terms once leaves a matrix as small as the term's own
 * coefficients, so that trying a scale costs next to nothing.
 */
export class DenseEvidence {
  private readonly own: number;
  private readonly k: number;
  private readonly levels: number;
  /** Natural places in the order: other terms, population, this term, outcome. */
  private readonly order: Int32Array;
  private readonly matrix: Float64Array;
  /** What is left: cross-products of the term's columns and the outcome, square. */
  private readonly left: Float64Array;
  private readonly scaled: Float64Array;

  constructor(
    {terms}: Pick<Cells, "terms">,
    private readonly term: number,
    private readonly marginal: CrossedMarginal
  ) {
    const {columns, levels} = terms[term];
    const {size} = marginal.products;
    this.k = columns.length;
    this.levels = levels;
    this.own = columns.length * levels;
    const from = terms.slice(0, term).reduce((sum, t) => sum + t.columns.length * t.levels, 0);
    const places = Array.from({length: size}, (_, i) => i);
    const mine = places.splice(from, this.own);
    places.splice(size - 1 - this.own, 0, ...mine);
    this.order = Int32Array.from(places);
    this.matrix = new Float64Array((size * (size + 1)) / 2);
    this.left = new Float64Array((this.own + 1) ** 2);
    this.scaled = new Float64Array(((this.own + 1) * (this.own + 2)) / 2);
  }

  /** Eliminates everything else, given the other terms' scales; false when that cannot be done. */
  gather(sigma: number): boolean {
    const {own, order, matrix, left, marginal, term} = this;
    const {products, precision, location} = marginal;
    const {size, levels, scaled} = products;
    const variance = sigma * sigma;
    const others = size - 1 - own;
    products.update(term);
    for (let i = 0, at = 0; i < size; ++i)
      for (let j = 0; j <= i; ++j, ++at) {
        const high = Math.max(order[i], order[j]);
        const low = Math.min(order[i], order[j]);
        matrix[at] = scaled[(high * (high + 1)) / 2 + low] / variance;
      }
    const last = (size * (size - 1)) / 2;
    for (let i = 0, row = 0; i < others; row += ++i) {
      const population = order[i] - levels;
      if (population < 0) matrix[row + i] += 1;
      else {
        matrix[row + i] += precision[population];
        matrix[last + i] += precision[population] * location[population];
      }
    }
    if (!eliminate(matrix, size, others)) return false;
    for (let i = 0; i <= own; ++i) {
      const from = ((others + i) * (others + i + 1)) / 2 + others;
      for (let j = 0; j <= i; ++j)
        left[i * (own + 1) + j] = left[j * (own + 1) + i] = matrix[from + j];
    }
    return true;
  }

  /** Log density of the outcome for a scale S of this term (k × k, row-major, lower), up to a constant. */
  logEvidence(scale: Float64Array): number {
    const {own, k, levels, left, scaled} = this;
    scaled.fill(0);
    for (let c = 0; c < k; ++c)
      for (let a = c; a < k; ++a) {
        const weight = scale[a * k + c];
        for (let d = 0; d <= c; ++d)
          for (let b = d; b < k; ++b) this.addBlock(c, a, d, b, weight * scale[b * k + d]);
        const last = own * (own + 1);
        for (let j = 0; j < levels; ++j)
          scaled[last / 2 + c * levels + j] += weight * left[own * (own + 1) + a * levels + j];
      }
    for (let i = 0, row = 0; i < own; row += ++i) scaled[row + i] += 1;
    if (!eliminate(scaled, own + 1, own)) return -Infinity;
    // One logarithm for all pivots, each at least 1, unless their product grows too large.
    let sum = -0.5 * scaled[(own * (own + 3)) / 2];
    let product = 1;
    for (let i = 0, row = 0; i < own; row += ++i) {
      product *= scaled[row + i];
      if (product > 1e150) {
        sum -= log(product);
        product = 1;
      }
    }
    return sum - log(product);
  }

  /** Block (c, d) of the lower triangle of S' P S gets its part from block (a, b) of P. */
  private addBlock(c: number, a: number, d: number, b: number, weight: number): void {
    const {own, levels, left, scaled} = this;
    for (let j = 0; j < levels; ++j) {
      const row = c * levels + j;
      const to = (row * (row + 1)) / 2 + d * levels;
      const from = (a * levels + j) * (own + 1) + b * levels;
      const end = c === d ? j + 1 : levels;
      for (let l = 0; l < end; ++l) scaled[to + l] += weight * left[from + l];
    }
  }
}
