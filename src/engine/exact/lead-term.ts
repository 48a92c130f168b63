// A crossed term that is eliminated first: given the other coefficients its levels are independent.
import type {Cells} from "../design/cells.js";
import {addCell, mirror, placesOf} from "./cross-products.js";
import {LevelEvidence} from "./level-evidence.js";
import {levelProducts} from "./level-products.js";

/** With fewer levels the elimination of all coefficients at once is as quick, and its draws are worth more. */
const MANY = 100;

/** The number of the term with the most levels, where they are many; else −1. */
export function leadOf({terms}: Pick<Cells, "terms">): number {
  const levels = terms.map((term) => term.levels);
  const most = Math.max(...levels);
  return most > MANY ? levels.indexOf(most) : -1;
}

/** Integrating a level out costs the square of the number of columns that it meets. */
export class LeadTerm extends LevelEvidence {
  /** S, k × k, row-major, lower; set by the caller. */
  readonly scale: Float64Array;
  private readonly products: Float64Array;
  /** Products with the columns [Z X e] of the rest, level by level [levels × columns × k]. */
  private readonly cross: Float64Array;
  /** Of a level, the columns that it meets, and its products with these, whitened. */
  private readonly places: Int32Array;
  private readonly rows: Float64Array;

  /**
   * For a term of the cells `rest`, which do not have it; their coefficients, and −1 for the outcome, the
   * caller keeps in `x`, as their cross-products are ordered.
   */
  constructor(
    term: Cells["terms"][number],
    rest: Cells,
    private readonly x: Float64Array
  ) {
    const {codes, columns, levels} = term;
    const k = columns.length;
    super(k, levels);
    this.products = levelProducts(rest, term);
    const width = x.length * k;
    this.cross = new Float64Array(levels * width);
    this.scale = new Float64Array(k * k);
    this.places = new Int32Array(x.length);
    this.rows = new Float64Array(width);
    const others = placesOf(rest.terms);
    codes.forEach((level, c) => {
      columns.forEach((column, a) => {
        const from = level * width + a;
        addCell(rest, others, {c, column, out: this.cross, from, stride: k});
      });
    });
  }

  /** Takes in σ² and the others' coefficients x: `logEvidence` is of the term's scale given these. */
  gather(variance: number): void {
    const {k, quadratic, linear, products, cross, x} = this;
    for (let i = 0; i < products.length; ++i) quadratic[i] = products[i] / variance;
    linear.fill(0);
    for (let j = 0, at = 0; j < linear.length; j += k)
      for (const own of x)
        for (let a = 0; a < k; ++a) linear[j + a] -= (cross[at++] * own) / variance;
  }

  /**
   * Takes what the term explains, given σ², as gathered, from the others' cross-products, which are
   * square; false when that cannot be had.
   */
  reduce(variance: number, out: Float64Array): boolean {
    const {k, levels, places, cross, rows, scale, x, vector} = this;
    const sigma = Math.sqrt(variance);
    for (let j = 0, from = 0; j < levels; ++j) {
      if (!this.factor(j, scale)) return false;
      let met = 0;
      for (let i = 0; i < x.length; ++i, from += k) {
        let a = 0;
        while (a < k && cross[from + a] === 0) ++a;
        if (a === k) continue;
        this.solve(scale, cross, from);
        for (a = 0; a < k; ++a) rows[met * k + a] = vector[a] / sigma;
        places[met++] = i;
      }
      for (let s = 0; s < met; ++s)
        for (let q = s, at = places[s] * x.length; q < met; ++q) {
          let product = rows[s * k] * rows[q * k];
          for (let a = 1; a < k; ++a) product += rows[s * k + a] * rows[q * k + a];
          out[at + places[q]] -= product;
        }
    }
    mirror(out, x.length);
    return true;
  }

  /** What the coefficients drawn add to the squares that the others' leave over. */
  squares(variance: number): number {
    const {k, levels, values, linear, products} = this;
    let squares = 0;
    for (let at = 0; at < linear.length; ++at) {
      const j = Math.floor(at / k);
      let product = -2 * variance * linear[at];
      for (let b = 0; b < k; ++b) product += products[at * k + b] * values[b * levels + j];
      squares += product * values[(at % k) * levels + j];
    }
    return squares;
  }
}
