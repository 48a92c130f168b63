// What chains counted while they ran, put together for the verdict.
import type {ChainResult} from "../sampler/chain.js";
import type {SamplerOptions} from "../sampler/options.js";
import {energyBfmi} from "./energy.js";

/** Totals over all chains after warm-up, and E-BFMI per chain. */
export interface Counters {
  readonly divergences: number;
  readonly max_treedepth_hits: number;
  readonly ebfmi: Float64Array;
}

/** The counters of the chains of one run with these options. */
export function countersOf(
  chains: readonly ChainResult[],
  {draws, maxTreeDepth}: Pick<SamplerOptions, "draws" | "maxTreeDepth">
): Counters {
  const count = (of: (chain: ChainResult) => number): number =>
    chains.reduce((sum, chain) => sum + of(chain), 0);
  const energies = new Float64Array(chains.length * draws);
  chains.forEach(({energy}, chain) => {
    energies.set(energy, chain * draws);
  });
  return {
    divergences: count(({divergent}) => divergent.reduce((a, b) => a + b, 0)),
    max_treedepth_hits: count(({treeDepth}) => treeDepth.filter((d) => d >= maxTreeDepth).length),
    ebfmi: energyBfmi(energies, chains.length, draws)
  };
}
