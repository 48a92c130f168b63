import {describe, expect, it} from "vitest";
import {chainView} from "../../../src/engine/draws/draws.js";
import {resolveOptions} from "../../../src/engine/sampler/options.js";
import {gatherDraws, runJob} from "../../../src/engine/sampler/sample.js";
import {standard} from "./targets.js";

const options = resolveOptions({chains: 3, warmup: 50, draws: 20, seed: "jobs"});
const job = (chain: number) => runJob({model: 2, options, chain}, standard);

describe("runJob", () => {
  it("gives every chain a stream of its own, whatever ran before", () => {
    const inOrder = [0, 1, 2].map(job);
    const backwards = [2, 1, 0].map(job).reverse();
    expect(backwards).toEqual(inOrder);
    expect(inOrder[0].values).not.toEqual(inOrder[1].values);
    expect(inOrder[1].values).not.toEqual(inOrder[2].values);
  });

  it("does not let the number of chains change a chain", () => {
    const alone = runJob({model: 2, options: {...options, chains: 1}, chain: 0}, standard);
    expect(alone).toEqual(job(0));
  });
});

describe("gatherDraws", () => {
  it("puts the chains of every variable side by side", () => {
    const results = [0, 1, 2].map(job);
    const draws = gatherDraws(["x1", "x2"], results, 20);
    expect([draws.chains, draws.iterations, draws.variables]).toEqual([3, 20, ["x1", "x2"]]);
    results.forEach(({values}, chain) => {
      for (const v of [0, 1])
        expect(chainView(draws, v, chain)).toEqual(values.subarray(v * 20, (v + 1) * 20));
    });
  });
});
