import {describe, expect, it} from "vitest";
import {createModel} from "../../src/engine/model/model.js";
import {sampledModel} from "../../src/engine/posterior/sampled-model.js";
import {runChainsInTurn, runModelChain} from "../../src/engine/run-chains.js";
import {resolveOptions} from "../../src/engine/sampler/options.js";
import {columns} from "./design/r.js";

const model = sampledModel(createModel({formula: "y ~ x + (1 + t | f)"}, columns));

describe.each(["exact", "nuts"] as const)("by %s", (method) => {
  const options = resolveOptions({chains: 3, warmup: 40, draws: 20, seed: "run", method});

  it("runs all chains in order, each as it would run alone", async () => {
    const chains = await runChainsInTurn(model, options);
    expect(chains.map(({values}) => values)).toEqual(
      [0, 1, 2].map((chain) => runModelChain(model, options, chain).values)
    );
    expect(chains[0].values).not.toEqual(chains[1].values);
  });

  it("passes on what watches a chain", () => {
    const seen: number[] = [];
    runModelChain(model, options, 0, {progress: (done) => seen.push(done)});
    expect(seen).toEqual(Array.from({length: 60}, (_, i) => i + 1));
  });

  it("gives the same draws from a clone of the model, as a worker has it", () => {
    const own = runModelChain(model, options, 1).values;
    expect(runModelChain(structuredClone(model), options, 1).values).toEqual(own);
  });
});
