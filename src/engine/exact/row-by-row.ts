// A chain that moves and writes one iteration at a time.
import type {DrawSpace, ExactChain} from "./record.js";

/** A chain whose iterations are rows of all parameters. */
export interface RowChain {
  readonly warmup: number;
  readonly acceptance: number;
  /** Moves without writing. */
  forget(): void;
  /** Moves to the next draw and writes all parameters. */
  draw(row: Float64Array): void;
}

/** Puts a chain's rows in their places. */
export class RowByRow implements ExactChain {
  readonly block = 1;
  private readonly row: Float64Array;

  constructor(
    private readonly chain: RowChain,
    variables: number
  ) {
    this.row = new Float64Array(variables);
  }

  get warmup(): number {
    return this.chain.warmup;
  }

  get acceptance(): number {
    return this.chain.acceptance;
  }

  forget(): void {
    this.chain.forget();
  }

  draw(_: number, {values, at, stride}: DrawSpace): void {
    const {row, chain} = this;
    chain.draw(row);
    for (let v = 0, to = at; v < row.length; ++v, to += stride) values[to] = row[v];
  }
}
