import {describe, expect, it} from "vitest";
import {countersOf} from "../../../src/engine/diagnostics/counters.js";
import {energyBfmi} from "../../../src/engine/diagnostics/energy.js";
import type {ChainResult} from "../../../src/engine/sampler/chain.js";

function chain(energy: number[], treeDepth: number[], divergent: number[]): ChainResult {
  return {
    values: new Float64Array(),
    energy: Float64Array.from(energy),
    treeDepth: Uint8Array.from(treeDepth),
    divergent: Uint8Array.from(divergent),
    steps: new Uint32Array(energy.length),
    acceptances: new Float64Array(energy.length),
    nonFinite: 0,
    leapfrogs: 0,
    allLeapfrogs: 0,
    stepSize: 1,
    acceptance: 1,
    warmupSeconds: NaN,
    samplingSeconds: NaN
  };
}

describe("countersOf", () => {
  const chains = [
    chain([1, 2, 1, 3], [3, 4, 5, 2], [0, 1, 0, 1]),
    chain([5, 5, 6, 5], [5, 1, 1, 6], [0, 0, 1, 0])
  ];
  const counters = countersOf(chains, {draws: 4, maxTreeDepth: 5});

  it("adds up divergences and trees of the greatest depth over chains", () => {
    expect(counters.divergences).toBe(3);
    expect(counters.max_treedepth_hits).toBe(3);
  });

  it("has one E-BFMI per chain, each from its own energies", () => {
    const own = chains.map(({energy}) => energyBfmi(energy, 1, 4)[0]);
    expect([...counters.ebfmi]).toEqual(own);
  });
});
