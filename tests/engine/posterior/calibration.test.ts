// Simulation-based calibration of a Bernoulli model: parameters from the prior, 0/1 outcomes from these,
// ranks among NUTS's draws.
import {describe, expect, it} from "vitest";
import {createModel} from "../../../src/engine/model/model.js";
import {sampledModel} from "../../../src/engine/posterior/sampled-model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {runModelChain} from "../../../src/engine/run-chains.js";
import {resolveOptions} from "../../../src/engine/sampler/options.js";
import type {Columns, Generator} from "../../../src/engine/types.js";

const REPLICATIONS = 200;
/** Draws kept of each chain, and iterations between them. */
const KEPT = 99;
const THIN = 5;
const BINS = 10;

const LEVELS = 5;
const PER_ARM = 4;

const spec = {
  formula: "y ~ t + (1 + t | g)",
  family: "bernoulli",
  priors: ["Intercept: normal(0.5, 1)", "b: normal(0.5, 1)", "sd: normal(0, 1)", "cor: lkj(1)"]
};

/** Parameters from their priors, with the data that follow from them. */
function simulate(generator: Generator): {data: Columns; truth: Record<string, number>} {
  const normal = () => generator.normal();
  const [centred, slope] = [0.5 + normal(), 0.5 + normal()];
  const [sd0, sd1] = [Math.abs(normal()), Math.abs(normal())];
  const r = 2 * generator.uniform() - 1;
  const rows = Array.from({length: 2 * LEVELS * PER_ARM}, (_, i) => i);
  const g = rows.map((i) => `g${i % LEVELS}`);
  const t = Float64Array.from(rows, (i) => Math.floor(i / LEVELS) % 2);
  const levels = Array.from({length: LEVELS}, () => {
    const [a, b] = [normal(), normal()];
    return [sd0 * a, sd1 * (r * a + Math.sqrt(1 - r * r) * b)];
  });
  // Half of all rows are treated, and the intercept's prior is at the mean of t.
  const y = Float64Array.from(rows, (i) => {
    const [a, b] = levels[i % LEVELS];
    const logOdds = centred + slope * (t[i] - 0.5) + a + b * t[i];
    return Number(generator.uniform() < 1 / (1 + Math.exp(-logOdds)));
  });
  const truth = {
    b_Intercept: centred - 0.5 * slope,
    b_t: slope,
    sd_g__Intercept: sd0,
    sd_g__t: sd1,
    cor_g__Intercept__t: r,
    "r_g[g0,Intercept]": levels[0][0],
    "r_g[g4,t]": levels[4][1]
  };
  return {data: {y, t, g}, truth};
}

/** Data with both outcomes; drawing again by the data alone leaves the truth's posterior as it is. */
function simulateVarying(generator: Generator): ReturnType<typeof simulate> {
  for (;;) {
    const made = simulate(generator);
    const y = made.data.y as Float64Array;
    if (y.includes(0) && y.includes(1)) return made;
  }
}

/** How many of the thinned draws lie below the truth, for every parameter. */
function ranks(replication: number): Record<string, number> {
  const {data, truth} = simulateVarying(createGenerator(`calibration ${replication}`));
  const model = sampledModel(createModel(spec, data));
  const seed = `chain ${replication}`;
  const options = resolveOptions({warmup: 200, draws: KEPT * THIN, seed, method: "nuts"});
  const {values} = runModelChain(model, options, 0);
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

describe(`${REPLICATIONS} chains on 0/1 data from the prior`, () => {
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
