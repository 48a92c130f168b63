import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {planOf, runExactChain, type Scheme} from "../../../src/engine/exact/scheme.js";
import type {ModelSpec} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import type {ChainHooks} from "../../../src/engine/sampler/chain.js";
import {resolveOptions, type SamplerOptions} from "../../../src/engine/sampler/options.js";
import type {Columns} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";
import {populationColumns} from "../../reference/coefficients.js";
import {expectMean} from "./monte-carlo.js";
import {experiment, modelOf, models, sampled} from "./small-models.js";

const own = experiment("scheme");
// Nested in f: fewer cells than coefficients.
const data: Columns = {...own, many: (own.f as string[]).map((_, i) => `m${i % 20}`)};

const cases: readonly {scheme: Scheme; formula: string; columns: Columns}[] = [
  {scheme: "independent", formula: "y ~ x + t + (1 | f)", columns: data},
  {scheme: "marginal", formula: "y ~ x + t + (1 + t | f)", columns: data},
  {scheme: "collapsed", formula: "y ~ x + t + (1 + t | f) + (1 | g)", columns: data},
  {scheme: "blocked", formula: "y ~ x + t + (1 | f) + (1 | many)", columns: data}
];

function run(
  spec: ModelSpec,
  columns: Columns,
  given: Partial<SamplerOptions> = {},
  hooks?: ChainHooks
) {
  const options = resolveOptions({warmup: 30, draws: 40, ...given});
  const model = sampled(modelOf(spec, columns));
  return runExactChain(model, options, createGenerator(options.seed), hooks);
}

describe("planOf(model)", () => {
  it.each([
    ...cases,
    {scheme: "independent", formula: "y ~ x + t", columns: data},
    {scheme: "independent", formula: "y ~ x + (1 + t || f)", columns: data},
    {scheme: "marginal", formula: "y ~ x + (1 + t + z || f)", columns: data},
    {scheme: "independent", formula: "y ~ x + t + (1 | many)", columns: data},
    {scheme: "collapsed", formula: "y ~ x + t + (1 | f) + (0 + t | g)", columns: data}
  ])("is $scheme for $formula", ({scheme, formula, columns}) => {
    expect(planOf(sampled(modelOf({formula}, columns))).scheme).toBe(scheme);
  });
});

describe.each(cases)("a chain by the scheme $scheme", ({scheme, formula, columns}) => {
  const spec = {formula};

  it("gives the same draws for the same seed, and others for another", () => {
    expect(run(spec, columns).values).toEqual(run(spec, columns).values);
    expect(run(spec, columns).values).not.toEqual(run(spec, columns, {seed: "2"}).values);
  });

  it("is not changed by being watched or timed, and reports up to the last iteration", () => {
    const seen: number[] = [];
    let time = 0;
    const watched = run(
      spec,
      columns,
      {},
      {progress: (done) => seen.push(done), now: () => (time += 500)}
    );
    expect(watched.values).toEqual(run(spec, columns).values);
    expect(seen).toEqual(Array.from({length: 70}, (_, i) => i + 1));
    expect([watched.warmupSeconds, watched.samplingSeconds]).toEqual([0.5, 0.5]);
    expect(run(spec, columns).samplingSeconds).toBeNaN();
  });

  it("speaks of energy and trees only where there are trajectories", () => {
    const options = {warmup: 300, draws: 40};
    const {energy, treeDepth, divergent, stepSize, leapfrogs} = run(spec, columns, options);
    expect([energy.length, treeDepth.length, divergent.length]).toEqual([40, 40, 40]);
    expect(divergent.every((count) => count === 0)).toBe(true);
    const moves = scheme === "marginal";
    expect(energy.every((value) => Number.isFinite(value) === moves)).toBe(true);
    expect(treeDepth.every((depth) => depth > 0 === moves)).toBe(true);
    expect([Number.isFinite(stepSize), leapfrogs > 0]).toEqual([moves, moves]);
  });

  it("refuses collinear columns under flat priors, and takes them under proper ones", () => {
    const collinear = formula.replace("x +", "x + twice +");
    expect(() => run({formula: collinear}, columns)).toThrow(InputError);
    expect(() => run({formula: collinear}, columns)).toThrow(
      "invalid posterior: the coefficients are not determined; drop a collinear column"
    );
    const {values} = run({formula: collinear, priors: ["b: normal(0, 1)"]}, columns);
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it("refuses an outcome that the groups explain, so that sigma has no end", () => {
    const y = (columns.f as string[]).map((level) => "abcd".indexOf(level));
    const explained = {...columns, y: Float64Array.from(y)};
    for (const seed of ["1", "2", "3"])
      expect(() => run(spec, explained, {seed})).toThrow(
        "invalid posterior: the model explains the outcome without residuals; drop the term that does"
      );
  });

  it("refuses an outcome that the population columns explain", () => {
    const y = (columns.x as Float64Array).map((value) => 3 - value / 7);
    expect(() => run(spec, {...columns, y})).toThrow("explains the outcome without residuals");
  });

  it("refuses a flat prior on the sd of two levels, but not on that of four", () => {
    const priors = ["Intercept: flat", "sd: flat"];
    const f = (columns.f as string[]).map((level) => "aabb"["abcd".indexOf(level)]);
    expect(() => run({formula, priors}, {...columns, f})).toThrow(
      /^invalid posterior: too few levels bound sd_f__Intercept under flat priors; give class sd a proper prior/
    );
    const one = formula.replace("(1 | g)", "(1 | f:g)");
    expect(run({formula: one, priors}, columns).values.every(Number.isFinite)).toBe(true);
  });
});

describe("runExactChain", () => {
  it.each(models)("writes every parameter of $name in its place", ({model}) => {
    const options = resolveOptions({warmup: 5, draws: 4});
    const {values} = runExactChain(sampled(model), options, createGenerator("places"));
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
    const {values} = run({formula: "y ~ x"}, {...data, x, y}, {warmup: 100, draws: 4});
    expectClose(values.subarray(0, 8), [3, 3, 3, 3, -2, -2, -2, -2], {absolute: 1e-5});
  });

  it("draws sigma from what the coefficients leave: a scaled inverse chi-square", () => {
    // Flat coefficients and sigma: sigma² is SSR / chi²(n − p − 1), the 1 from a flat sigma.
    const spec = {formula: "y ~ x + t", priors: ["Intercept: flat", "sigma: flat"]};
    const model = modelOf(spec, data);
    const {values} = run(spec, data, {draws: 4000});
    const precision = values.slice(3 * 4000).map((sigma) => 1 / sigma ** 2);
    const columns = populationColumns(model);
    const {reference, n, p} = model.cells;
    const squares = model.design.outcome.reduce((sum, y, i) => {
      const fit = columns.reduce((total, column, j) => total + column[i] * reference[j], 0);
      return sum + (y - fit) ** 2;
    }, 0);
    expectMean(precision, (n - p - 1) / squares, "1 / sigma²");
  });

  it("takes a saturated model whose sd and sigma have proper priors", () => {
    const own = {...data, f: (data.f as string[]).map((_, i) => `row ${i}`)};
    expect(run({formula: "y ~ x + (1 | f)"}, own).values.every(Number.isFinite)).toBe(true);
  });
});
