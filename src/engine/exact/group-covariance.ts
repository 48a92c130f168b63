// The prior covariance of the cells' coefficients, given every term's covariance.
import type {Cells} from "../design/cells.js";

/**
 * Two cells covary through the terms whose level they share. Pairs that share the same set of terms
 * have the same covariance, so that a handful of v × v matrices fills the whole.
 */
export class GroupCovariance {
  /** For each pair of cells (d ≤ c, row by row), the number of its pattern of shared terms. */
  readonly patternOf: Int32Array;
  /** One v × v matrix per pattern, row-major. */
  readonly matrices: Float64Array;
  private readonly patterns: readonly (readonly number[])[];

  constructor(private readonly cells: Cells) {
    const {v} = cells;
    const {patternOf, patterns} = sharedPatterns(cells);
    this.patternOf = patternOf;
    this.patterns = patterns;
    this.matrices = new Float64Array(patterns.length * v * v);
  }

  /** Recomputes `matrices` from each term's covariance (k × k, row-major). */
  update(covariances: readonly Float64Array[]): void {
    const {v, terms} = this.cells;
    const {matrices, patterns} = this;
    matrices.fill(0);
    patterns.forEach((shared, pattern) => {
      for (const t of shared) {
        const {columns} = terms[t];
        const k = columns.length;
        for (let a = 0; a < k; ++a)
          for (let b = 0; b < k; ++b)
            matrices[(pattern * v + columns[a]) * v + columns[b]] += covariances[t][a * k + b];
      }
    });
  }
}

function sharedPatterns({cells: count, terms}: Cells): {
  patternOf: Int32Array;
  patterns: number[][];
} {
  const patternOf = new Int32Array((count * (count + 1)) / 2);
  const known = new Map<string, number>();
  const patterns: number[][] = [];
  for (let c = 0, i = 0; c < count; ++c)
    for (let d = 0; d <= c; ++d, ++i) {
      const shared: number[] = [];
      for (let t = 0; t < terms.length; ++t)
        if (terms[t].codes[c] === terms[t].codes[d]) shared.push(t);
      const key = shared.join();
      patternOf[i] = known.get(key) ?? patterns.push(shared) - 1;
      known.set(key, patternOf[i]);
    }
  return {patternOf, patterns};
}
