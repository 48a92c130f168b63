import {beforeAll, describe, expect, it} from "vitest";
import {InputError} from "../../src/engine/error.js";
import {fit, type ChainRunner, type Fit} from "../../src/engine/fit.js";
import {createGenerator} from "../../src/engine/random/generator.js";
import {runChainsInTurn} from "../../src/engine/run-chains.js";
import type {Columns} from "../../src/engine/types.js";

const GROUPS = 8;
const PER_GROUP = 60;
const truth = {intercept: 2, effect: 0.6, x: -0.4, spread: 0.5, sigma: 0.8};

/** An experiment with group effects of known mean and spread. */
function simulate(): {data: Columns; effects: number[]} {
  const generator = createGenerator("simulated", 0);
  // Eight quantiles of a normal: effects with just the mean and nearly the spread that is meant.
  const scores = [-1.53, -0.89, -0.49, -0.16, 0.16, 0.49, 0.89, 1.53];
  const effects = scores.map((z) => truth.effect + truth.spread * z);
  const n = GROUPS * PER_GROUP;
  const [y, t, x] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const g: string[] = [];
  for (let i = 0; i < n; ++i) {
    const group = i % GROUPS;
    t[i] = Math.floor(i / GROUPS) % 2;
    x[i] = generator.normal();
    g.push(`g${group}`);
    y[i] =
      truth.intercept + truth.x * x[i] + effects[group] * t[i] + truth.sigma * generator.normal();
  }
  return {data: {y, t, x, g}, effects};
}

const {data, effects} = simulate();
const spec = {formula: "y ~ t + x + (0 + t | g)", treatment: "t", by: ["g"]};
// Few groups make a narrow sd: smaller steps keep NUTS from diverging.
const options = {warmup: 1000, draws: 1000, seed: "fit", targetAcceptance: 0.98};

describe.each(["exact", "nuts"] as const)("a fit by %s to data of known truth", (method) => {
  let fitted: Fit;

  beforeAll(async () => {
    fitted = await fit(spec, data, {...options, method}, runChainsInTurn);
  });

  it("covers the truth", () => {
    const known: Record<string, number> = {
      b_t: truth.effect,
      b_x: truth.x,
      b_Intercept: truth.intercept,
      sigma: truth.sigma,
      sd_g__t: truth.spread
    };
    for (const {variable, mean, sd} of fitted.parameters)
      if (variable in known)
        expect(Math.abs(mean - known[variable]) / sd, variable).toBeLessThan(3);
    const {groups} = fitted.effects;
    const misses = groups.filter(
      (group, i) => effects[i] < group["q2.5"] || effects[i] > group["q97.5"]
    );
    // Of eight intervals of 95 %, three or more miss with a probability below 1 %.
    expect(misses.length).toBeLessThan(3);
  });

  it("finds nothing to warn of", () => {
    expect(fitted.diagnostics.reasons).toEqual([]);
    expect(fitted.advice).toEqual([]);
    expect(fitted.diagnostics.divergences).toBe(0);
  });

  it("has one row per parameter and group, and says by which method", () => {
    const {model, parameters, draws, effects: found} = fitted;
    expect(parameters.map(({variable}) => variable)).toEqual(model.variables);
    expect([draws.chains, draws.iterations]).toEqual([4, 1000]);
    expect(found.groups.map(({key}) => key)).toEqual([
      "g0",
      "g1",
      "g2",
      "g3",
      "g4",
      "g5",
      "g6",
      "g7"
    ]);
    expect([fitted.method, fitted.options.method]).toEqual([method, method]);
    expect(draws.values.every(Number.isFinite)).toBe(true);
  });

  it("shrinks groups towards each other: effects spread less than differences of means", () => {
    const {t, y} = data as Record<string, Float64Array>;
    const spread = (values: number[]) => {
      const mean = values.reduce((a, b) => a + b) / values.length;
      return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0));
    };
    const difference = ({rows}: {rows: Int32Array}) => {
      const meanOf = (arm: number) => {
        const own = [...rows].filter((i) => t[i] === arm);
        return own.reduce((sum, i) => sum + y[i], 0) / own.length;
      };
      return meanOf(1) - meanOf(0);
    };
    const {groups} = fitted.effects;
    expect(spread(groups.map(({mean}) => mean))).toBeLessThan(spread(groups.map(difference)));
  });
});

describe("a fit of a 0/1 outcome to log-odds", () => {
  // Ones among the rows of a control and a treated arm. R 4.2: coef(glm(y ~ t, binomial)), whose
  // errors are the roots of 1/ones + 1/zeros, added up over arms.
  const ones = [278, 479];
  const sizes = [598, 602];
  const glm = {b_Intercept: -0.1407, b_t: 1.50022, se: 0.1301533};
  const arms = sizes.flatMap((size, t) =>
    Array.from({length: size}, (_, i) => ({t, y: Number(i < ones[t])}))
  );
  const table = {
    y: Float64Array.from(arms, ({y}) => y),
    t: Float64Array.from(arms, ({t}) => t)
  };

  it("has the maximum likelihood estimates of R's glm, and their error, under flat priors", async () => {
    const flat = {formula: "y ~ t", family: "bernoulli", priors: ["Intercept: flat"]};
    const run = {chains: 4, warmup: 500, draws: 4000, seed: "glm"};
    const {
      parameters,
      effects: found,
      method,
      advice
    } = await fit({...flat, treatment: "t"}, table, run, runChainsInTurn);
    expect(method).toBe("nuts");
    expect(advice).toEqual([]);
    const [intercept, slope] = parameters;
    // A posterior mean differs from the estimate by a share of its sd of order one over root n.
    expect(Math.abs(intercept.mean - glm.b_Intercept)).toBeLessThan(intercept.sd / 20);
    expect(Math.abs(slope.mean - glm.b_t)).toBeLessThan(slope.sd / 20);
    expect(Math.abs(slope.sd / glm.se - 1)).toBeLessThan(0.05);
    expect(found.groups[0].mean).toBe(slope.mean);
  });
});

describe("fit", () => {
  const short = {chains: 2, warmup: 100, draws: 50, seed: "short"};

  it("gives the same draws for the same seed, and others for another", async () => {
    const [a, b, c] = await Promise.all(
      ["s", "s", "t"].map((seed) => fit(spec, data, {...short, seed}, runChainsInTurn))
    );
    expect(a.draws).toEqual(b.draws);
    expect(a.draws.values).not.toEqual(c.draws.values);
  });

  it.each(["exact", "nuts"] as const)(
    "works by %s without group terms and without a treatment",
    async (method) => {
      const {
        effects: none,
        parameters,
        model
      } = await fit({formula: "y ~ x"}, data, {...short, method}, runChainsInTurn);
      expect(none).toEqual({scale: "link", treatment: null, by: [], groups: [], draws: null});
      expect(parameters.map(({variable}) => variable)).toEqual(["b_Intercept", "b_x", "sigma"]);
      expect(model.design.rows.n).toBe(GROUPS * PER_GROUP);
    }
  );

  it("works with an intercept alone", async () => {
    const {parameters} = await fit({formula: "y ~ 1"}, data, short, runChainsInTurn);
    expect(parameters.map(({variable}) => variable)).toEqual(["b_Intercept", "sigma"]);
  });

  it("says of too few draws that they cannot be trusted", async () => {
    const {advice} = await fit(spec, data, {...short, draws: 20}, runChainsInTurn);
    expect(advice[0]?.code).toBe("W23");
  });

  it("refuses a treatment that cannot be compared before any chain runs", async () => {
    const never: ChainRunner = () => Promise.reject(new Error("a chain ran"));
    const one = {...data, t: (data.t as Float64Array).map(() => 1)};
    await expect(fit({...spec, formula: "y ~ x + t"}, one, short, never)).rejects.toThrow(
      "invalid treatment: t is 1 in every row"
    );
    await expect(fit({formula: "y ~ x", treatment: "t"}, data, short, never)).rejects.toThrow(
      InputError
    );
  });

  it("refuses options out of range before anything else", async () => {
    await expect(fit({formula: "no formula"}, data, {chains: 0}, runChainsInTurn)).rejects.toThrow(
      "invalid number of chains"
    );
  });
});
