// What some columns span of others, from their cross-products.

/** A column's share that earlier columns leave over, squared, below which it is rounding. */
const COLLINEAR = 1e-11;

/** Columns taken one by one, each orthogonalised against those that joined before. */
export class Span {
  private readonly joined: number[] = [];
  private readonly rows: number[][] = [];

  /** `products` are the cross-products of all columns, size × size. */
  constructor(
    private readonly products: Float64Array,
    private readonly size: number
  ) {}

  get rank(): number {
    return this.joined.length;
  }

  /** The square of what the span leaves over of column i. */
  leftOver(i: number): number {
    return this.project(i).left;
  }

  /** Column i joins unless it lies in the span, but for rounding; returns whether it did. */
  add(i: number): boolean {
    const {row, left} = this.project(i);
    if (!(left > COLLINEAR * this.products[i * this.size + i])) return false;
    this.joined.push(i);
    this.rows.push([...row, Math.sqrt(left)]);
    return true;
  }

  private project(i: number): {row: number[]; left: number} {
    const {products, size, joined, rows} = this;
    const row: number[] = [];
    let left = products[i * size + i];
    for (let k = 0; k < joined.length; ++k) {
      let sum = products[i * size + joined[k]];
      for (let m = 0; m < k; ++m) sum -= row[m] * rows[k][m];
      const share = sum / rows[k][k];
      row.push(share);
      left -= share * share;
    }
    return {row, left};
  }
}
