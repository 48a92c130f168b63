// The density of the outcome with every coefficient integrated out, for terms that cross.
import type {Cells} from "../design/cells.js";
import type {Generator} from "../types.js";
import {eliminate} from "./packed.js";
import {Augmented} from "./augmented.js";
import {crossProducts} from "./cross-products.js";
import {leadOf, LeadTerm} from "./lead-term.js";
import {ScaledProducts, type Block} from "./scaled-products.js";
import {unstandardize} from "./unstandardize.js";

/**
 * Works on the cross-products of all coefficients at once, so that its cost grows with the cube of
 * their number: for terms with few levels. One term may have many: it leads, which is to say that its
 * levels are eliminated before, one by one, and the rest is all.
 */
export class CrossedMarginal {
  /** The term that leads, if any; the terms that do not, by number. */
  readonly first: LeadTerm | null;
  readonly rest: readonly number[];
  /** The rest's cross-products, block by block: terms, population, outcome. */
  readonly products: ScaledProducts;
  /** The rest's coefficients' precision matrix, levels' coefficients standard. */
  readonly augmented: Augmented;
  readonly scales: readonly Float64Array[];
  readonly precision: Float64Array;
  readonly location: Float64Array;
  readonly population: Float64Array;
  readonly values: readonly Float64Array[];
  /** σ², as taken in last. */
  variance = NaN;
  /** The rest's cross-products as the data have them. */
  private readonly whole: Float64Array;
  /** The rest's coefficients, then −1 for the outcome. */
  private readonly coefficients: Float64Array;
  /** The same with standard numbers for the levels'. */
  private readonly drawn: Float64Array;

  /** `lead` is the number of the term that leads, −1 for none. */
  constructor(
    cells: Cells,
    readonly lead = leadOf(cells)
  ) {
    const {p, terms} = cells;
    this.rest = [...terms.keys()].filter((t) => t !== lead);
    const rest = {...cells, terms: this.rest.map((t) => terms[t])};
    this.whole = crossProducts(rest);
    const size = Math.sqrt(this.whole.length);
    this.coefficients = new Float64Array(size);
    this.coefficients[size - 1] = -1;
    const first = lead < 0 ? null : new LeadTerm(terms[lead], rest, this.coefficients);
    this.first = first;
    const blocks: Block[] = [];
    let at = 0;
    const nextBlock = (k: number, levels: number): Pick<LeadTerm, "scale" | "values"> => {
      const scale = new Float64Array(k * k).fill(1);
      blocks.push({at, k, levels, scale});
      return {scale, values: this.coefficients.subarray(at, (at += k * levels))};
    };
    const own = terms.map(({columns, levels}, t) =>
      first && t === lead ? first : nextBlock(columns.length, levels)
    );
    this.scales = own.map(({scale}) => scale);
    this.values = own.map(({values}) => values);
    const levels = at;
    this.population = nextBlock(1, p).values;
    nextBlock(1, 1);
    this.products = new ScaledProducts(this.whole.slice(), blocks);
    this.augmented = new Augmented(size - 1);
    this.augmented.precision.fill(1, 0, levels);
    this.precision = this.augmented.precision.subarray(levels);
    this.location = this.augmented.location.subarray(levels);
    this.drawn = this.coefficients.slice();
  }

  /** Takes in σ², and the scale of the term that leads, which has gathered that; false when that cannot be had. */
  reduce(variance: number): boolean {
    const {first, whole, products} = this;
    this.variance = variance;
    products.products.set(whole);
    return first?.reduce(variance, products.products) ?? true;
  }

  /**
   * Takes in the rest's scales: eliminates the first `count` coefficients, blocks in this order, in
   * `augmented.matrix`. False where they are not determined.
   */
  eliminate(blocks: readonly Block[], count: number): boolean {
    const {augmented, products, variance} = this;
    const {matrix, precision, location} = augmented;
    const {size} = products;
    products.write(variance, matrix, blocks);
    const last = (size * (size - 1)) / 2;
    let i = 0;
    for (const {at, k, levels} of blocks)
      for (let own = at; own < at + k * levels && i < count; ++own, ++i) {
        matrix[(i * (i + 3)) / 2] += precision[own];
        matrix[last + i] += precision[own] * location[own];
      }
    return eliminate(matrix, size, count);
  }

  /** Draws all coefficients, all of the rest's being eliminated. */
  draw(generator: Generator): void {
    const {augmented, drawn, products, coefficients, first, variance} = this;
    augmented.draw(drawn, generator);
    for (const {at, k, levels, scale} of products.blocks)
      unstandardize(scale, levels, drawn.subarray(at), coefficients.subarray(at, at + k * levels));
    first?.gather(variance);
    first?.draw(first.scale, generator);
  }

  /** The residual sum of squares of the coefficients drawn. */
  squares(): number {
    const {whole, coefficients: x, first, variance} = this;
    let sum = first?.squares(variance) ?? 0;
    for (let i = 0; i < whole.length; ++i)
      sum += x[Math.floor(i / x.length)] * whole[i] * x[i % x.length];
    return sum;
  }
}
