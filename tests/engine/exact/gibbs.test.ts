import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {isExact, runGibbsChain} from "../../../src/engine/exact/gibbs.js";
import type {ModelSpec} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import type {ChainHooks} from "../../../src/engine/sampler/chain.js";
import {resolveOptions, type SamplerOptions} from "../../../src/engine/sampler/options.js";
import type {Columns} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";
import {populationColumns} from "../../reference/coefficients.js";
import {experiment, modelOf, models, sampled} from "./small-models.js";

const data = experiment("gibbs");

function run(
  spec: ModelSpec,
  given: Partial<SamplerOptions> = {},
  hooks?: ChainHooks,
  columns: Columns = data
) {
  const model = sampled(modelOf(spec, columns));
  const options = resolveOptions({warmup: 30, draws: 40, ...given});
  return runGibbsChain(model, options, createGenerator(options.seed), hooks);
}

const crossed = {formula: "y ~ x + t + (1 + t | f) + (1 | g)"};

describe("isExact(model)", () => {
  it("asks that every population prior be normal, Student t, Cauchy or flat", () => {
    const asks = (...priors: string[]) => isExact(sampled(modelOf({formula: "y ~ x", priors})));
    expect([asks(), asks("b: cauchy(0, 1)", "Intercept: normal(0, 1)")]).toEqual([true, true]);
    expect([asks("b: logistic(0, 1)"), asks("Intercept: logistic(0, 1)")]).toEqual([false, false]);
  });
});

describe("runGibbsChain", () => {
  it("gives the same draws for the same seed, and others for another", () => {
    expect(run(crossed)).toEqual(run(crossed));
    expect(run(crossed).values).not.toEqual(run(crossed, {seed: "2"}).values);
  });

  it("is not changed by being watched or timed, and reports every iteration once", () => {
    const seen: number[] = [];
    let time = 0;
    const watched = run(
      crossed,
      {},
      {progress: (done) => seen.push(done), now: () => (time += 500)}
    );
    expect(watched.values).toEqual(run(crossed).values);
    expect(seen).toEqual(Array.from({length: 70}, (_, i) => i + 1));
    expect([watched.warmupSeconds, watched.samplingSeconds]).toEqual([0.5, 0.5]);
    expect(run(crossed).samplingSeconds).toBeNaN();
  });

  it("has nothing to say of energy, trees and steps, and no divergences", () => {
    const {energy, treeDepth, divergent, stepSize, acceptance, leapfrogs} = run(crossed);
    expect([energy.length, treeDepth.length, divergent.length]).toEqual([40, 40, 40]);
    expect([energy[0], stepSize, acceptance]).toEqual([NaN, NaN, NaN]);
    expect([leapfrogs, ...divergent, ...treeDepth].every((count) => count === 0)).toBe(true);
  });

  it.each(models)("writes every parameter of $name in its place", ({model}) => {
    const options = resolveOptions({warmup: 5, draws: 4});
    const {values} = runGibbsChain(sampled(model), options, createGenerator("places"));
    expect(values.length).toBe(4 * model.variables.length);
    model.variables.forEach((name, v) => {
      for (const value of values.subarray(4 * v, 4 * v + 4))
        if (/^(sd_|sigma)/.test(name)) expect(value).toBeGreaterThan(0);
        else if (name.startsWith("cor_")) expect(Math.abs(value)).toBeLessThan(1);
        else expect(Number.isFinite(value)).toBe(true);
    });
  });

  it("writes the intercept as it is where all columns are 0, not at their means", () => {
    // With hardly any noise the draws are the least-squares line itself.
    const x = (data.x as Float64Array).map((value) => value + 5);
    const noise = data.z as Float64Array;
    const y = x.map((value, i) => 3 - 2 * value + 1e-6 * noise[i]);
    const {values} = run({formula: "y ~ x"}, {warmup: 100, draws: 4}, undefined, {...data, x, y});
    expectClose(values.subarray(0, 8), [3, 3, 3, 3, -2, -2, -2, -2], {absolute: 1e-5});
  });

  it("draws sigma from what the coefficients leave: a scaled inverse chi-square", () => {
    // Flat coefficients and sigma: sigma² is SSR / chi²(n − p − 1), the 1 from a flat sigma.
    const spec = {formula: "y ~ x + t", priors: ["Intercept: flat", "sigma: flat"]};
    const model = modelOf(spec, data);
    const {values} = run(spec, {warmup: 20, draws: 4000});
    const precision = values.subarray(3 * 4000).map((sigma) => 1 / sigma ** 2);
    const columns = populationColumns(model);
    const {reference, n, p} = model.cells;
    const squares = model.design.outcome.reduce((sum, y, i) => {
      const fit = columns.reduce((total, column, j) => total + column[i] * reference[j], 0);
      return sum + (y - fit) ** 2;
    }, 0);
    const df = n - p - 1;
    const mean = precision.reduce((a, b) => a + b) / 4000;
    // Two sweeps per draw leave next to no autocorrelation; twice the error is allowed for.
    const error = (df / squares) * Math.sqrt(2 / df / 4000);
    expectClose(mean, df / squares, {absolute: 2 * 4.5 * error});
  });

  it.each([
    "y ~ x + twice + (1 + t | f)",
    "y ~ x + z + both",
    "y ~ x + z + both + (1 | f) + (1 | g)"
  ])("refuses %s: flat priors on collinear columns", (formula) => {
    for (const seed of ["a", "b", "c", "d"]) {
      const columns = experiment(seed);
      expect(() => run({formula}, {}, undefined, columns)).toThrow(InputError);
      expect(() => run({formula}, {}, undefined, columns)).toThrow(
        "invalid posterior: the coefficients are not determined; drop a collinear column"
      );
    }
    expect(() => run({formula, priors: ["b: normal(0, 1)"]})).not.toThrow();
  });

  it.each([
    {formula: "y ~ f + (1 | g)"},
    {formula: "y ~ 1 + (1 | f)"},
    {formula: "y ~ 0 + (1 | f)"}
  ])("refuses $formula where it explains all there is, so that sigma has no end", (spec) => {
    const y = (data.y as Float64Array).map((_, i) => i % 4);
    const always = () => run(spec, {warmup: 200, draws: 200}, undefined, {...data, y});
    expect(always).toThrow("invalid posterior: the model explains the outcome without residuals");
  });
});
