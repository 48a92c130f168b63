// The density of the outcome with every coefficient integrated out, for terms that cross.
import type {Cells} from "../design/cells.js";
import {log} from "../math/elementary.js";
import type {Generator} from "../types.js";
import {Augmented} from "./augmented.js";
import type {Marginal} from "./marginal.js";
import {ScaledProducts} from "./scaled-products.js";

/**
 * Works on the cross-products of all coefficients at once, so that its cost grows with the cube of
 * their number: for terms with few levels.
 */
export class CrossedMarginal implements Marginal {
  readonly products: ScaledProducts;
  readonly scales: readonly Float64Array[];
  readonly precision: Float64Array;
  readonly location: Float64Array;
  readonly population: Float64Array;
  readonly values: readonly Float64Array[];
  private readonly augmented: Augmented;
  /** Standard numbers of the levels, then the population's coefficients. */
  private readonly drawn: Float64Array;

  constructor(private readonly cells: Cells) {
    const {p, terms} = cells;
    this.products = new ScaledProducts(cells);
    const {levels, scales} = this.products;
    this.scales = scales;
    this.augmented = new Augmented(levels + p);
    this.augmented.precision.fill(1, 0, levels);
    this.precision = this.augmented.precision.subarray(levels);
    this.location = this.augmented.location.subarray(levels);
    this.drawn = new Float64Array(levels + p);
    this.population = this.drawn.subarray(levels);
    this.values = terms.map((term) => new Float64Array(term.columns.length * term.levels));
  }

  evaluate(sigma: number): number {
    const {cells, augmented, products} = this;
    const {matrix} = augmented;
    const variance = sigma * sigma;
    products.update();
    for (let i = 0; i < matrix.length; ++i) matrix[i] = products.scaled[i] / variance;
    return 0.5 * (augmented.factor() - cells.n * log(variance));
  }

  draw(generator: Generator): void {
    const {cells, augmented, drawn, scales, values} = this;
    augmented.draw(drawn, generator);
    let at = 0;
    for (let t = 0; t < values.length; ++t) {
      const {levels, columns} = cells.terms[t];
      const k = columns.length;
      for (let a = 0; a < k; ++a)
        for (let j = 0; j < levels; ++j) {
          let sum = 0;
          for (let c = 0; c <= a; ++c) sum += scales[t][a * k + c] * drawn[at + c * levels + j];
          values[t][a * levels + j] = sum;
        }
      at += k * levels;
    }
  }

  /** The residual sum of squares of the coefficients drawn. */
  squares(): number {
    const {drawn, products} = this;
    const {size, scaled} = products;
    const last = (size * (size - 1)) / 2;
    let sum = scaled[last + size - 1];
    for (let i = 0, row = 0; i + 1 < size; row += ++i) {
      let half = -scaled[last + i];
      for (let j = 0; j < i; ++j) half += scaled[row + j] * drawn[j];
      sum += drawn[i] * (2 * half + scaled[row + i] * drawn[i]);
    }
    return sum;
  }
}
