// Runs a sampler without trajectories from warm-up to last draw, and keeps what it writes.
import {stopIfCancelled} from "../sampler/cancelled.js";
import type {ChainHooks, ChainResult} from "../sampler/chain.js";
import type {SamplerOptions} from "../sampler/options.js";

/** A chain that has nothing to tune; its iterations are rows of all parameters. */
export interface ExactChain {
  /** Iterations thrown away so that the start is forgotten. */
  readonly warmup: number;
  /** Moves without writing. */
  forget(): void;
  /** Moves to the next draw and writes all parameters. */
  draw(row: Float64Array): void;
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
  for (let i = 0; i < warmup; ++i) {
    stopIfCancelled(hooks.signal);
    if (i < chain.warmup) chain.forget();
    hooks.progress?.(i + 1, total);
  }
  const warm = now();
  const values = new Float64Array(variables * draws);
  const row = new Float64Array(variables);
  for (let i = 0; i < draws; ++i) {
    stopIfCancelled(hooks.signal);
    chain.draw(row);
    for (let v = 0, to = i; v < variables; ++v, to += draws) values[to] = row[v];
    hooks.progress?.(warmup + i + 1, total);
  }
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
