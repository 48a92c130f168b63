// One variable's draws, sorted and ranked once for all that is asked of them.
import {splitChains} from "../draws/split-chains.js";
import {createSorter, type Sorter} from "../math/sort-order.js";
import {isDegenerate} from "./is-degenerate.js";
import {rankNormalize} from "./rank-normalize.js";

/** The draws of one variable in the forms that its diagnostics and quantiles need. */
export interface OrderedDraws {
  /** All draws, ascending; NaN last. */
  readonly sorted: Float64Array;
  /** True when diagnostics are undefined (isDegenerate); what follows then means nothing. */
  readonly degenerate: boolean;
  /** The number of half chains and their length, as splitChains cuts them. */
  readonly chains: number;
  readonly iterations: number;
  /** The draws of the half chains, one half after another [chains × iterations]. */
  readonly values: Float64Array;
  /** The same, ascending, and the position of each in `values`. */
  readonly ascending: Float64Array;
  readonly order: Int32Array;
  /** The normal scores of their ranks, by position. */
  readonly scores: Float64Array;
}

/** Orders the draws of one variable after another; each result lasts until the next call. */
export type DrawOrderer = (values: Float64Array) => OrderedDraws;

/** An orderer of variables of `values` [chains × iterations], chain after chain. */
export function createDrawOrderer(chains: number, iterations: number): DrawOrderer {
  const total = chains * iterations;
  const size = iterations % 2 && iterations > 1 ? total - chains : total;
  const sorted = new Float64Array(total);
  const ascending = size === total ? sorted : new Float64Array(size);
  const order = new Int32Array(size);
  const scores = new Float64Array(size);
  const sort: Sorter = createSorter(size);
  return (values) => {
    const split = splitChains(values, chains, iterations);
    const degenerate = isDegenerate(values);
    if (degenerate || size < total) {
      sorted.set(values);
      sorted.sort();
    }
    if (!degenerate) {
      sort(split.values, ascending, order);
      rankNormalize(ascending, order, scores);
    }
    return {sorted, degenerate, ascending, order, scores, ...split};
  };
}

/** The draws of a single variable, ordered. `values` as for {@link createDrawOrderer}. */
export function orderDraws(values: Float64Array, chains: number, iterations: number): OrderedDraws {
  return createDrawOrderer(chains, iterations)(values);
}
