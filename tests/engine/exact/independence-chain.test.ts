import {describe, expect, it} from "vitest";
import {InputError} from "../../../src/engine/error.js";
import {IndependenceChain} from "../../../src/engine/exact/independence-chain.js";
import {gatherClasses} from "../../../src/engine/exact/one-factor.js";
import {recordChain} from "../../../src/engine/exact/record.js";
import type {Model, ModelSpec} from "../../../src/engine/model/model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {resolveOptions} from "../../../src/engine/sampler/options.js";
import type {Columns} from "../../../src/engine/types.js";
import {slowMarginalDensity} from "../../reference/marginal-density.js";
import {expectMean} from "./monte-carlo.js";
import {momentsOf, Quadrature} from "./quadrature.js";
import {experiment, modelOf, sampled} from "./small-models.js";

const DRAWS = 4000;

function chainOf(model: Model, seed: string): IndependenceChain {
  return new IndependenceChain(sampled(model), gatherClasses(model.cells), createGenerator(seed));
}

/** Draws by variable. */
function draw(model: Model, seed = "independence") {
  const options = resolveOptions({warmup: 20, draws: DRAWS});
  const {values, acceptance} = recordChain(model.variables.length, options, {}, () =>
    chainOf(model, seed)
  );
  const of = (name: string) => {
    const v = model.variables.indexOf(name);
    expect(v, name).toBeGreaterThanOrEqual(0);
    return values.slice(v * DRAWS, (v + 1) * DRAWS);
  };
  return {of, acceptance};
}

const all = experiment("independence");
/** Few rows, so that the reference is quick and the posterior wide. */
const few: Columns = Object.fromEntries(
  Object.entries(all).map(([name, column]) => [name, column.slice(0, 14)])
);

describe("the independence chain of two variances", () => {
  // Half-normal sd and exponential sigma; flat coefficients, then one held by a prior.
  it.each<{what: string; spec: ModelSpec; precision: number[]; location: number[]}>([
    {
      what: "flat coefficients",
      spec: {formula: "y ~ x + (1 | f)", priors: ["Intercept: flat"]},
      precision: [0, 0],
      location: [0, 0]
    },
    {
      what: "a slope held by its prior",
      spec: {
        formula: "y ~ x + (0 + x | f)",
        priors: ["Intercept: flat", "b: normal(0.5, 0.2)"]
      },
      precision: [0, 25],
      location: [0, 0.5]
    }
  ])("has the distribution of quadrature, with $what", ({spec, precision, location}) => {
    const priors = [...(spec.priors ?? []), "sd: normal(0, 1)", "sigma: exponential(1)"];
    const model = modelOf({...spec, priors}, few);
    const reference = new Quadrature(
      [
        {from: -9, to: 1.6, cells: 60},
        {from: -1.8, to: 2.2, cells: 36}
      ],
      ([a, b]) => {
        const [sd, sigma] = [Math.exp(a), Math.exp(b)];
        const point = {sigma, covariances: [Float64Array.of(sd * sd)], precision, location};
        return slowMarginalDensity(model, point) - 0.5 * sd * sd - sigma + a + b;
      }
    );
    const {of, acceptance} = draw(model);
    const [sd, sigma] = [of(model.variables[2]), of("sigma")];
    const draws = [sd.map(Math.log), sigma.map(Math.log)];
    for (const {what, f} of momentsOf(2)) reference.expectDraws(draws, f, what);
    for (const at of [0.05, 0.2, 0.5, 1, 2])
      reference.expectDraws(draws, ([a]) => Number(Math.exp(a) < at), `sd below ${at}`);
    expect(acceptance).toBeGreaterThan(0.9);
  });
});

describe("IndependenceChain", () => {
  it.each<ModelSpec>([
    {formula: "y ~ x + (1 | f)"},
    {formula: "y ~ x + t + (1 | f)", priors: ["b: student_t(3, 0, 1)"]},
    {formula: "y ~ x + z", priors: ["b: student_t(3, 0, 0.3)", "sigma: cauchy(0, 1)"]},
    {formula: "y ~ x + (1 | f)", priors: ["sd: cauchy(0, 0.01)", "sigma: lognormal(0, 2)"]}
  ])("accepts nearly all proposals: $formula, $priors", (spec) => {
    expect(draw(modelOf(spec, all)).acceptance).toBeGreaterThan(0.9);
  });

  it("accepts most where three weights depend on each other, which their tables ignore", () => {
    const spec = {formula: "y ~ x + t + z + (1 | f)", priors: ["b: cauchy(0, 0.2)"]};
    const {acceptance} = draw(modelOf(spec, all));
    expect(acceptance).toBeGreaterThan(0.6);
    expect(acceptance).toBeLessThan(1);
  });

  it("draws a coefficient with a heavy-tailed prior from the product of both", () => {
    // One coefficient, sigma near its known value: likelihood normal(mean, s) times Student t.
    const spec = {
      formula: "y ~ 0 + x",
      priors: ["b: student_t(3, 1, 0.05)", "sigma: normal(0.8, 1e-6)"]
    };
    const model = modelOf(spec, few);
    const {cells} = model;
    const [fit, s] = [cells.reference[0], 0.8 / Math.sqrt(cells.xx[0])];
    const reference = new Quadrature(
      [{from: fit - 8 * s, to: fit + 8 * s, cells: 4000}],
      ([b]) => -0.5 * ((b - fit) / s) ** 2 - 2 * Math.log1p(((b - 1) / 0.05) ** 2 / 3)
    );
    const draws = [draw(model).of("b_x")];
    for (const {what, f} of momentsOf(1)) reference.expectDraws(draws, f, what);
    const centre = reference.mean(([b]) => b);
    // The prior pulls by more than chance could.
    expect(Math.abs(centre - fit)).toBeGreaterThan(0.1 * s);
    for (const k of [-1.5, -0.5, 0.5, 1.5])
      reference.expectDraws(draws, ([b]) => Number(b < centre + k * s), `share below ${k}`);
  });

  it("draws levels of a group without rows of the column from what the sd says", () => {
    const model = modelOf({formula: "y ~ t + (0 + t | f)", priors: ["sd: normal(0, 1)"]}, all);
    const {of} = draw(model);
    const [sd, level] = [of("sd_f__t"), of("r_f[d,t]")];
    expectMean(
      level.map((r, i) => r * r - sd[i] * sd[i]),
      0,
      "square less that of the sd"
    );
  });

  it("draws blocks that begin where the last one ended, whether it was kept or forgotten", () => {
    const model = modelOf({formula: "y ~ x + (1 | f)"}, all);
    const rows = model.variables.length;
    const blocks = (first: "forget" | "draw", count: number) => {
      const chain = chainOf(model, "same");
      const space = {values: new Float64Array(2 * rows * count), at: 0, stride: count};
      if (first === "forget") chain.forget(count);
      else chain.draw(count, {...space, at: rows * count});
      chain.draw(count, space);
      return space.values.slice(0, rows * count);
    };
    for (const count of [1, 3, chainOf(model, "same").block]) {
      const drawn = blocks("draw", count);
      expect(blocks("forget", count)).toEqual(drawn);
      expect(new Set(drawn.subarray(0, count)).size).toBe(count);
    }
  });

  it("stays where it is until a proposal is accepted, the last of a block included", () => {
    // Three weights that depend on each other: a third of all proposals are refused.
    const spec = {formula: "y ~ x + t + z + (1 | f)", priors: ["b: cauchy(0, 0.2)"]};
    const model = modelOf(spec, all);
    const chain = chainOf(model, "stays");
    const sd = model.variables.findIndex((name) => name.startsWith("sd_"));
    const stays = (count: number, times: number): number => {
      let same = 0;
      let last = NaN;
      for (let k = 0; k < times; ++k) {
        const values = new Float64Array(model.variables.length * count);
        chain.draw(count, {values, at: 0, stride: count});
        for (const own of values.subarray(sd * count, (sd + 1) * count)) {
          same += Number(own === last);
          last = own;
        }
      }
      return same / (count * times);
    };
    const {block} = chain;
    const refused = [stays(1, 2000), stays(block, Math.ceil(2000 / block))];
    for (const share of refused) {
      expect(share).toBeGreaterThan(0.15);
      expect(share).toBeLessThan(0.4);
    }
    // 4.5 standard errors of two shares of 2,000 that depend on their neighbours.
    expect(Math.abs(refused[0] - refused[1])).toBeLessThan(0.1);
    expect(1 - chain.acceptance).toBeCloseTo((refused[0] + refused[1]) / 2, 2);
  });

  it("refuses a density of scales that has no integral", () => {
    const one = {...all, f: (all.f as string[]).map((level) => (level === "d" ? "b" : "a"))};
    const spec = {formula: "y ~ x + (1 | f)", priors: ["sd: flat", "Intercept: flat"]};
    expect(() => chainOf(modelOf(spec, one), "none")).toThrow(InputError);
    expect(() => chainOf(modelOf(spec, one), "none")).toThrow(
      "invalid posterior: the density of the scales has no integral; give class sd and sigma proper priors"
    );
    expect(() => chainOf(modelOf(spec, all), "some")).not.toThrow();
  });
});
