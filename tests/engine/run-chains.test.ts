import {describe, expect, it} from "vitest";
import {createModel} from "../../src/engine/model/model.js";
import type {GaussianModel} from "../../src/engine/posterior/gaussian.js";
import {runChainsInTurn, runGaussianChain} from "../../src/engine/run-chains.js";
import {resolveOptions} from "../../src/engine/sampler/options.js";
import {columns} from "./design/r.js";

const {cells, priors, design, variables} = createModel({formula: "y ~ x + (1 + t | f)"}, columns);
const model: GaussianModel = {cells, priors, centred: design.centred, variables};

describe.each(["exact", "nuts"] as const)("by %s", (method) => {
  const options = resolveOptions({chains: 3, warmup: 40, draws: 20, seed: "run", method});

  it("runs all chains in order, each as it would run alone", async () => {
    const chains = await runChainsInTurn(model, options);
    expect(chains.map(({values}) => values)).toEqual(
      [0, 1, 2].map((chain) => runGaussianChain(model, options, chain).values)
    );
    expect(chains[0].values).not.toEqual(chains[1].values);
  });

  it("passes on what watches a chain", () => {
    const seen: number[] = [];
    runGaussianChain(model, options, 0, {progress: (done) => seen.push(done)});
    expect(seen).toEqual(Array.from({length: 60}, (_, i) => i + 1));
  });

  it("gives the same draws from a clone of the model, as a worker has it", () => {
    const own = runGaussianChain(model, options, 1).values;
    expect(runGaussianChain(structuredClone(model), options, 1).values).toEqual(own);
  });
});
