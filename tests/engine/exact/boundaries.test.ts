// Where hierarchical models are known to break: the answer is right there, or it is refused.
import {describe, expect, it} from "vitest";
import {variableIndex, variableView} from "../../../src/engine/draws/draws.js";
import {fit, type Fit} from "../../../src/engine/fit.js";
import {chooseMethod} from "../../../src/engine/method.js";
import {createModel, type ModelSpec} from "../../../src/engine/model/model.js";
import {sampledModel} from "../../../src/engine/posterior/sampled-model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {runChainsInTurn, runModelChain} from "../../../src/engine/run-chains.js";
import {resolveOptions, type SamplerOptions} from "../../../src/engine/sampler/options.js";
import type {Columns} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";
import {oneWay} from "../../reference/one-way.js";
import {ERRORS, expectMean, expectShares} from "./monte-carlo.js";

const N = 48;
const GROUPS = 6;
const rows = Array.from({length: N}, (_, i) => i);
const generator = createGenerator("boundaries");
const normals = () => Float64Array.from({length: N}, () => generator.normal());
const [noise, x] = [normals(), normals()];
const g = rows.map((i) => `g${i % GROUPS}`);
const t = Float64Array.from(rows, (i) => Math.floor(i / GROUPS) % 2);

function fitted(spec: ModelSpec, data: Columns, given: Partial<SamplerOptions> = {}): Promise<Fit> {
  return fit(spec, data, {chains: 2, warmup: 100, draws: 1000, ...given}, runChainsInTurn);
}

function drawsOf({draws}: Fit, name: string): Float64Array {
  return variableView(draws, variableIndex(draws, name));
}

function expectSound({draws, diagnostics, parameters}: Fit): void {
  expect(draws.values.every(Number.isFinite)).toBe(true);
  expect(diagnostics.divergences).toBe(0);
  expect(parameters.filter(({rhat}) => !(rhat < 1.02))).toEqual([]);
}

describe("the posterior of y ~ 1 + (1 | g) is that of quadrature", () => {
  const spec: ModelSpec = {
    formula: "y ~ 1 + (1 | g)",
    priors: ["Intercept: flat", "sd: normal(0, 1)", "sigma: exponential(1)"]
  };
  const priors = {sd: (sd: number) => -0.5 * sd * sd, sigma: (sigma: number) => -sigma};
  const meanOf = (level: string) =>
    noise.reduce((sum, value, i) => sum + Number(g[i] === level) * value, 0) / (N / GROUPS);

  it.each([
    {
      what: "where all groups have the same mean, so that sd piles up at 0",
      y: noise.map((value, i) => value - meanOf(g[i])),
      groups: g
    },
    {what: "of two groups", y: noise, groups: rows.map((i) => `g${i % 2}`)},
    {what: "of a single group, whose sd has its prior", y: noise, groups: rows.map(() => "g0")},
    {
      what: "where one group is one far-off row",
      y: noise.map((value, i) => (i === 0 ? 4 : value)),
      groups: rows.map((i) => (i === 0 ? "g0" : `g${1 + (i % 5)}`))
    },
    {
      what: "where every group is one row",
      y: noise.subarray(0, 8).map((value, i) => (i % 2 ? value : value + 1)),
      groups: rows.slice(0, 8).map((i) => `g${i}`)
    }
  ])("$what", async ({y, groups}) => {
    const found = await fitted(spec, {y, g: groups}, {chains: 1, draws: 4000});
    expect(found.method).toBe("exact");
    expect(found.draws.values.every(Number.isFinite)).toBe(true);
    const expected = oneWay(y, groups, priors);
    expectShares(drawsOf(found, "sd_g__Intercept"), [0.1, 0.3, 0.7, 1.5], expected.sdBelow);
    expectMean(drawsOf(found, "sigma"), expected.sigmaMean, "sigma");
    expectMean(drawsOf(found, "r_g[g0,Intercept]"), expected.coefficients[0], "coefficient");
  });
});

describe("two factors of one level each", () => {
  it("can both vary, though all rows are one cell: exact draws and NUTS agree", async () => {
    const spec: ModelSpec = {
      formula: "y ~ 1 + (1 | g) + (1 | h)",
      priors: ["Intercept: normal(0, 1)", "sd: normal(0, 1)", "sigma: exponential(1)"]
    };
    const one = rows.map(() => "all");
    const [exact, nuts] = await Promise.all(
      (["exact", "nuts"] as const).map((method) =>
        fitted(spec, {y: noise, g: one, h: one}, {method, warmup: 500, draws: 4000})
      )
    );
    expectSound(exact);
    exact.parameters.forEach(({variable, mean, mcse_mean}, i) => {
      const other = nuts.parameters[i];
      const error = Math.hypot(mcse_mean, other.mcse_mean);
      expect(Math.abs(mean - other.mean), variable).toBeLessThan(4 * error);
    });
  });
});

describe("factors of two levels", () => {
  it("can all vary together under brms's priors", async () => {
    const data = {
      y: noise,
      t: Float64Array.from(rows, (i) => i % 2),
      u: rows.map((i) => `u${Math.floor(i / 2) % 2}`),
      v: rows.map((i) => `v${Math.floor(i / 4) % 2}`),
      w: rows.map((i) => `w${Math.floor(i / 8) % 2}`)
    };
    const formula = "y ~ 1 + t + (1 + t | u) + (1 + t | v) + (1 + t | w)";
    const found = await fitted({formula}, data);
    expect(found.method).toBe("exact");
    expectSound(found);
  });
});

describe("a group without an arm", () => {
  const spec: ModelSpec = {
    formula: "y ~ 1 + t + (0 + t | g)",
    priors: ["sd: normal(0, 1)", "b: normal(0, 1)"]
  };
  const data = {y: noise, g, t: t.map((value, i) => (g[i] === "g0" ? 0 : value))};

  it("has the effect of a new group: as much spread about the mean as the sd says", async () => {
    const found = await fitted(spec, data, {chains: 1, draws: 4000});
    const sd = drawsOf(found, "sd_g__t");
    const excess = drawsOf(found, "r_g[g0,t]").map((r, i) => r * r - sd[i] * sd[i]);
    expectMean(excess, 0, "square of the coefficient less that of the sd");
    expectMean(drawsOf(found, "r_g[g0,t]"), 0, "coefficient");
  });

  it("is counted and warned of, and its interval is the widest", async () => {
    const found = await fitted(spec, data);
    expectSound(found);
    const [first, ...others] = found.effects.groups;
    expect([first.key, first.n_treated, first.n_control]).toEqual(["g0", 0, 8]);
    expect(Math.max(...others.map(({sd}) => sd))).toBeLessThan(first.sd);
    expect(found.advice.map(({code}) => code)).toContain("W2");
  });
});

describe("10,000 groups", () => {
  const J = 10_000;

  function chain(rowsEach: number): {y: Float64Array; sd: Float64Array; sigma: Float64Array} {
    const random = createGenerator(`groups of ${rowsEach}`);
    const levels = Float64Array.from({length: J}, () => 0.8 * random.normal());
    const all = Array.from({length: J * rowsEach}, (_, i) => i);
    const y = Float64Array.from(all, (i) => 1 + levels[i % J] + 0.6 * random.normal());
    const spec = {formula: "y ~ 1 + (1 | g)"};
    const model = sampledModel(createModel(spec, {y, g: all.map((i) => `g${i % J}`)}));
    const options = {
      ...resolveOptions({warmup: 50, draws: 100}),
      method: chooseMethod(model, "auto").method
    };
    expect(options.method).toBe("exact");
    const {values} = runModelChain(model, options, 0);
    expect(values.every(Number.isFinite)).toBe(true);
    const own = (v: number): Float64Array => values.slice(v * 100, (v + 1) * 100);
    return {y, sd: own(1), sigma: own(2)};
  }

  const mean = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = (values: Float64Array, centre = mean(values)): number =>
    values.reduce((sum, value) => sum + (value - centre) ** 2, 0);

  it("of three rows each have the variances of an analysis of variance", () => {
    const {y, sd, sigma} = chain(3);
    const means = Float64Array.from({length: J}, (_, j) => (y[j] + y[j + J] + y[j + 2 * J]) / 3);
    const within = y.reduce((sum, value, i) => sum + (value - means[i % J]) ** 2, 0) / (2 * J);
    const between = squares(means) / (J - 1) - within / 3;
    // The variances' standard errors are sqrt(2 / 2J) and about sqrt(2 / J) of themselves; half of
    // one allows for the priors, for 100 draws, and for a skew posterior.
    expectClose(mean(sigma.map((s) => s * s)), within, {relative: 0.5 * Math.sqrt(1 / J)});
    expectClose(mean(sd.map((s) => s * s)), between, {relative: 0.5 * Math.sqrt(2 / J)});
  });

  it("of one row each have the variance of the outcome, however it is shared out", () => {
    const {y, sd, sigma} = chain(1);
    const total = sd.map((own, i) => own * own + sigma[i] * sigma[i]);
    expectClose(mean(total), squares(y) / (J - 1), {relative: 0.5 * Math.sqrt(2 / J)});
  });
});

describe("collinear controls", () => {
  const data = {y: noise, g, x, twice: x.map((value) => 2 * value), three: x.map(() => 3)};

  it.each(["y ~ x + twice + (1 | g)", "y ~ x + three + (1 | g)"])(
    "are refused in one sentence under flat priors: %s",
    async (formula) => {
      await expect(fitted({formula}, data)).rejects.toThrow(
        /^invalid posterior: b_(twice|three) is not determined, [^.;]+; drop the term or [^.]+$/
      );
    }
  );

  it("share one slope under proper priors", async () => {
    // With b_x and b_twice normal(0, s), b_x + 2 b_twice is normal(0, s √5) and alone in the data.
    const both = await fitted(
      {formula: "y ~ x + twice + (1 | g)", priors: ["b: normal(0, 1)"]},
      data
    );
    const prior = `b: normal(0, ${Math.sqrt(5)})`;
    const alone = await fitted({formula: "y ~ x + (1 | g)", priors: [prior]}, data);
    expectSound(both);
    const twice = drawsOf(both, "b_twice");
    const slope = drawsOf(both, "b_x").map((b, i) => b + 2 * twice[i]);
    const [first, second] = [slope, drawsOf(alone, "b_x")].map(moments);
    expectSame(first, second);
    // The difference between them is the prior's: 2 b_x − b_twice is normal(0, √5).
    const apart = moments(drawsOf(both, "b_x").map((b, i) => 2 * b - twice[i]));
    expectSame(apart, {mean: 0, error: 0, sd: Math.sqrt(5)});
  });
});

interface Moments {
  readonly mean: number;
  readonly error: number;
  readonly sd: number;
}

/** Of all but independent draws, as those of population coefficients are here. */
function moments(draws: Float64Array): Moments {
  const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
  const sd = Math.sqrt(draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length);
  return {mean, sd, error: sd / Math.sqrt(draws.length)};
}

function expectSame(a: Moments, b: Moments): void {
  expectClose(a.mean, b.mean, {absolute: ERRORS * Math.hypot(a.error, b.error)}, "mean");
  // An sd's error is 1 / √2 of the mean's; the √2 is left for what autocorrelation there is.
  expectClose(a.sd, b.sd, {absolute: ERRORS * Math.hypot(a.error, b.error)}, "sd");
}

describe("units", () => {
  const formula = "y ~ 1 + t + (1 + t | g)";
  const at = (scale: number): readonly string[] => [
    `Intercept: normal(0, ${2 * scale})`,
    `b: normal(0, ${scale})`,
    `sd: normal(0, ${scale})`,
    `sigma: exponential(${1 / scale})`
  ];

  async function expectScaled(scale: number, spec: ModelSpec, y: Float64Array): Promise<void> {
    const unit = await fitted({formula, priors: at(1)}, {y: noise, g, t});
    const scaled = await fitted(spec, {y, g, t});
    expectSound(scaled);
    scaled.parameters.forEach((own, v) => {
      const {variable, mean, sd, mcse_mean} = unit.parameters[v];
      expect(own.variable).toBe(variable);
      const factor = variable.startsWith("cor_") ? 1 : scale;
      const error = Math.hypot(mcse_mean, own.mcse_mean / factor);
      expectClose(own.mean / factor, mean, {absolute: ERRORS * error}, variable);
      expectClose(own.sd / factor, sd, {absolute: ERRORS * error}, variable);
    });
  }

  it.each([1e-8, 1e8])("of %d scale the posterior along with its priors", async (scale) => {
    const y = noise.map((value) => scale * value);
    await expectScaled(scale, {formula, priors: at(scale)}, y);
  });

  it("with a zero a billion away move the intercept alone", async () => {
    const far = noise.map((value) => value + 1e9);
    const priors = at(1).map((text) =>
      text.replace("Intercept: normal(0,", "Intercept: normal(1e9,")
    );
    const near = await fitted({formula, priors: at(1)}, {y: noise, g, t});
    const away = await fitted({formula, priors}, {y: far, g, t});
    expectSound(away);
    for (const [v, {variable, mean, mcse_mean}] of near.parameters.entries()) {
      const offset = variable === "b_Intercept" ? 1e9 : 0;
      const own = away.parameters[v];
      const error = Math.hypot(mcse_mean, own.mcse_mean);
      expectClose(own.mean - offset, mean, {absolute: ERRORS * error}, variable);
    }
  });
});
