// Cross-products of all columns, those of group terms scaled so that their coefficients are standard.

/** Columns that are scaled alike: those of k coefficients, times as many levels, from place `at` on. */
export interface Block {
  readonly at: number;
  readonly k: number;
  readonly levels: number;
  /** S, k × k, row-major, lower. */
  readonly scale: Float64Array;
}

/**
 * With S a term's scale, Z b = (Z S) z for standard normal z. Cross-products of [ZS X e] stay finite
 * where a scale is 0, unlike those of Z with a prior precision.
 */
export class ScaledProducts {
  /** Number of columns. */
  readonly size: number;
  private readonly half: Float64Array;

  /** `products` are unscaled, square; these and the blocks' scales may change. */
  constructor(
    readonly products: Float64Array,
    readonly blocks: readonly Block[]
  ) {
    this.size = Math.sqrt(products.length);
    this.half = products.slice();
  }

  /**
   * Writes scaled products over a variance into `out`, packed by rows of the lower triangle; rows are
   * in the order of `blocks`.
   */
  write(variance: number, out: Float64Array, blocks = this.blocks): void {
    const {half, products, size} = this;
    for (const source of [products, half]) {
      let row = 0;
      for (const {at, k, levels, scale} of blocks)
        for (let c = 0; c < k; ++c)
          for (let j = 0; j < levels; ++j, ++row) {
            const end = source === half ? row + 1 : size;
            for (let i = 0; i < end; ++i) {
              let sum = 0;
              for (let a = c; a < k; ++a)
                sum += scale[a * k + c] * source[(at + a * levels + j) * size + i];
              if (source === half) out[(row * (row + 1)) / 2 + i] = sum / variance;
              else half[i * size + row] = sum;
            }
          }
    }
  }
}
