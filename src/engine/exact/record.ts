// Runs a sampler without trajectories from warm-up to last draw, and keeps what it writes.
import {stopIfCancelled} from "../sampler/cancelled.js";
import type {ChainHooks, ChainResult} from "../sampler/chain.js";
import type {SamplerOptions} from "../sampler/options.js";

/** Where the draws of some iterations go: parameter v of the i-th to values[at + v × stride + i]. */
export interface DrawSpace {
  readonly values: Float64Array;
  readonly at: number;
  readonly stride: number;
}

/** A chain that has nothing to tune. */
export interface ExactChain {
  /** Iterations thrown away so that the start is forgotten. */
  readonly warmup: number;
  /** Iterations that are best made at once. */
  readonly block: number;
  /** Moves `count` times, at most `block`, without writing. */
  forget(count: number): void;
  /** Moves `count` times, at most `block`, and writes all parameters of each. */
  draw(count: number, space: DrawSpace): void;
  /** Share of proposals that were accepted; NaN where all are. */
  readonly acceptance: number;
}

/** Runs the chain that `start` makes; the time it takes to make it counts as warm-up. */
export function recordChain(
  variables: number,
  {warmup, draws}: SamplerOptions,
  hooks: ChainHooks,
  start: () => ExactChain
): ChainResult {
  const now = hooks.now ?? (() => NaN);
  const total = warmup + draws;
  const started = now();
  const chain = start();
  const inBlocks = (
    iterations: number,
    before: number,
    run: (i: number, count: number) => void
  ) => {
    for (let i = 0, count: number; i < iterations; i += count) {
      stopIfCancelled(hooks.signal);
      count = Math.min(chain.block, iterations - i);
      run(i, count);
      hooks.progress?.(before + i + count, total);
    }
  };
  inBlocks(warmup, 0, (i, count) => {
    const needed = Math.min(count, chain.warmup - i);
    if (needed > 0) chain.forget(needed);
  });
  const warm = now();
  const values = new Float64Array(variables * draws);
  inBlocks(draws, warmup, (i, count) => {
    chain.draw(count, {values, at: i, stride: draws});
  });
  return {
    values,
    energy: new Float64Array(draws).fill(NaN),
    treeDepth: new Uint8Array(draws),
    divergent: new Uint8Array(draws),
    steps: new Uint32Array(draws),
    acceptances: new Float64Array(draws).fill(NaN),
    nonFinite: 0,
    leapfrogs: 0,
    allLeapfrogs: 0,
    stepSize: NaN,
    acceptance: chain.acceptance,
    warmupSeconds: (warm - started) / 1000,
    samplingSeconds: (now() - warm) / 1000
  };
}
