// Draws of whole numbers with given weights, in constant time.
import type {Generator} from "../types.js";

/** Walker's alias table, made in one pass over the weights [vose1991]. */
export class AliasTable {
  private readonly keep: Float64Array;
  private readonly other: Int32Array;

  /** `weights` need not add up to 1; none may be negative and not all 0. */
  constructor(weights: Float64Array) {
    const n = weights.length;
    let total = 0;
    for (let i = 0; i < n; ++i) total += weights[i];
    this.keep = weights.map((weight) => (weight * n) / total);
    this.other = Int32Array.from({length: n}, (_, i) => i);
    const small: number[] = [];
    const large: number[] = [];
    this.keep.forEach((share, i) => (share < 1 ? small : large).push(i));
    for (;;) {
      const poor = small.pop();
      const rich = large.at(-1);
      if (poor === undefined || rich === undefined) break;
      this.other[poor] = rich;
      this.keep[rich] -= 1 - this.keep[poor];
      if (this.keep[rich] < 1) small.push(large.pop() ?? rich);
    }
    // What is left over differs from 1 by rounding alone.
    for (const i of [...small, ...large]) this.keep[i] = 1;
  }

  draw(generator: Generator): number {
    const place = generator.uniform() * this.keep.length;
    const i = Math.floor(place);
    return place - i < this.keep[i] ? i : this.other[i];
  }
}
