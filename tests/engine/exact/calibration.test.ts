// Simulation-based calibration: parameters from the prior, data from these, ranks among the draws.
import {describe, expect, it} from "vitest";
import {runGibbsChain} from "../../../src/engine/exact/gibbs.js";
import {createModel} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {resolveOptions} from "../../../src/engine/sampler/options.js";
import type {Columns, Generator} from "../../../src/engine/types.js";
import {sampled} from "./small-models.js";

const REPLICATIONS = 200;
/** Draws kept of each chain, and iterations between them. */
const KEPT = 99;
const THIN = 4;
const BINS = 10;

const LEVELS = 5;
const PER_ARM = 3;

const spec = {
  formula: "y ~ t + (1 + t | g)",
  priors: [
    "Intercept: normal(1, 1)",
    "b: normal(0.5, 1)",
    "sd: normal(0, 1)",
    "cor: lkj(1)",
    "sigma: exponential(1)"
  ]
};

/** Parameters from their priors, with the data that follow from them. */
function simulate(generator: Generator): {data: Columns; truth: Record<string, number>} {
  const {normal, uniform} = {
    normal: () => generator.normal(),
    uniform: () => generator.uniform()
  };
  const [centred, slope, sigma] = [1 + normal(), 0.5 + normal(), -Math.log(uniform())];
  const [sd0, sd1] = [Math.abs(normal()), Math.abs(normal())];
  const r = 2 * uniform() - 1;
  const n = 2 * LEVELS * PER_ARM;
  const rows = Array.from({length: n}, (_, i) => i);
  const g = rows.map((i) => `g${i % LEVELS}`);
  const t = Float64Array.from(rows, (i) => Math.floor(i / LEVELS) % 2);
  const levels = Array.from({length: LEVELS}, () => {
    const [a, b] = [normal(), normal()];
    return [sd0 * a, sd1 * (r * a + Math.sqrt(1 - r * r) * b)];
  });
  // Half of all rows are treated, and the intercept's prior is at the mean of t.
  const y = Float64Array.from(rows, (i) => {
    const [a, b] = levels[i % LEVELS];
    return centred + slope * (t[i] - 0.5) + a + b * t[i] + sigma * normal();
  });
  const truth = {
    b_Intercept: centred - 0.5 * slope,
    b_t: slope,
    sd_g__Intercept: sd0,
    sd_g__t: sd1,
    cor_g__Intercept__t: r,
    sigma,
    "r_g[g0,Intercept]": levels[0][0],
    "r_g[g4,t]": levels[4][1]
  };
  return {data: {y, t, g}, truth};
}

/** How many of the thinned draws lie below the truth, for every parameter. */
function ranks(replication: number): Record<string, number> {
  const generator = createGenerator(`calibration ${replication}`);
  const {data, truth} = simulate(generator);
  const model = sampled(createModel(spec, data));
  const options = resolveOptions({warmup: 60, draws: KEPT * THIN});
  const {values} = runGibbsChain(model, options, generator);
  return Object.fromEntries(
    Object.entries(truth).map(([name, value]) => {
      const v = model.variables.indexOf(name);
      expect(v, name).toBeGreaterThanOrEqual(0);
      let below = 0;
      for (let i = 0; i < KEPT; ++i) below += Number(values[v * options.draws + i * THIN] < value);
      return [name, below];
    })
  );
}

describe(`${REPLICATIONS} chains on data from the prior`, () => {
  it("rank the truth evenly among their draws, for every parameter", () => {
    const all = Array.from({length: REPLICATIONS}, (_, i) => ranks(i));
    const expected = REPLICATIONS / BINS;
    const uneven = Object.keys(all[0]).flatMap((name) => {
      const counts = new Float64Array(BINS);
      for (const own of all) counts[Math.floor((own[name] * BINS) / (KEPT + 1))]++;
      const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
      // Nine degrees of freedom: 27.88 is exceeded with a probability of 0.001.
      return chiSquare > 27.88 ? [`${name}: ${chiSquare} from ${[...counts].join()}`] : [];
    });
    expect(uneven).toEqual([]);
  });
});
