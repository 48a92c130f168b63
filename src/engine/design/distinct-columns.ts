// Which of several columns are equal in every row, found block by block.

/** Sorts columns into classes of equal ones; starts with one class and splits it as rows differ. */
export class DistinctColumns {
  /** The class of every column. */
  private classes: number[];

  constructor(count: number) {
    this.classes = new Array<number>(count).fill(0);
  }

  /** Takes in some more rows of all columns. */
  add(columns: readonly Float64Array[]): void {
    const heads: {own: number; column: Float64Array}[] = [];
    this.classes = this.classes.map((own, k) => {
      const known = heads.findIndex((head) => head.own === own && equal(head.column, columns[k]));
      return known >= 0 ? known : heads.push({own, column: columns[k]}) - 1;
    });
  }

  /** For every column the position of its class; classes in the order of their first columns. */
  positions(): readonly number[] {
    return this.classes;
  }
}

function equal(a: Float64Array, b: Float64Array): boolean {
  for (let i = 0; i < a.length; ++i) if (a[i] !== b[i]) return false;
  return true;
}
