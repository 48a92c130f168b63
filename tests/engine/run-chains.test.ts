import {describe, expect, it} from "vitest";
import {createModel} from "../../src/engine/model/model.js";
import {sampledModel} from "../../src/engine/posterior/sampled-model.js";
import {InputError} from "../../src/engine/error.js";
import {
  attemptChain,
  resultOf,
  runChainsInTurn,
  runModelChain
} from "../../src/engine/run-chains.js";
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

  it("gives a chain the same draws however many others there are", async () => {
    const alone = await runChainsInTurn(model, {...options, chains: 1});
    const many = await runChainsInTurn(model, {...options, chains: 5});
    const three = await runChainsInTurn(model, options);
    expect(alone[0].values).toEqual(three[0].values);
    expect(many.slice(0, 3).map(({values}) => values)).toEqual(three.map(({values}) => values));
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

describe("attemptChain(task, now, tell)", () => {
  const options = resolveOptions({warmup: 40, draws: 20, seed: "run", method: "exact"});

  it("tells how far it is every 50 ms of the clock, and leaves the end to its result", () => {
    const told: number[] = [];
    let time = 1000;
    const outcome = attemptChain(
      {model, options, chain: 2},
      // 7 ms an iteration: the clock is read once at the start and then once for each.
      () => (time += 7),
      (done) => told.push(done)
    );
    expect(told.length).toBeGreaterThan(5);
    expect(told.every((done, i) => done - (told[i - 1] ?? 0) >= 50 / 7 - 2)).toBe(true);
    expect(told.at(-1)).toBeLessThan(60);
    expect(resultOf(outcome).values).toEqual(runModelChain(model, options, 2).values);
  });

  it("turns an InputError into its sentence, and resultOf back", () => {
    const huge = {...columns, y: (columns.y as Float64Array).map((y) => y * 1e200)};
    const broken = sampledModel(createModel({formula: "y ~ x + (1 + t | f)"}, huge));
    const nuts = {...options, method: "nuts"} as const;
    const outcome = attemptChain(
      {model: broken, options: nuts, chain: 0},
      () => 0,
      () => {}
    );
    expect(outcome).toEqual({
      result: null,
      refusal: expect.stringMatching(/^invalid .*; /) as string
    });
    expect(() => resultOf(outcome)).toThrow(InputError);
    expect(() => resultOf(outcome)).toThrow(outcome.refusal!);
  });

  it("lets every other error through", () => {
    const broken = {...model, priors: undefined} as unknown as typeof model;
    const attempt = () =>
      attemptChain(
        {model: broken, options, chain: 0},
        () => 0,
        () => {}
      );
    expect(attempt).toThrow(TypeError);
  });
});
