import {beforeAll, describe, expect, it} from "vitest";
import {mcseMean} from "../../../src/engine/diagnostics/mcse.js";
import {CrossedChain} from "../../../src/engine/exact/crossed-chain.js";
import {recordChain} from "../../../src/engine/exact/record.js";
import {mean} from "../../../src/engine/math/moments.js";
import type {Model} from "../../../src/engine/model/model.js";
import {createPosterior} from "../../../src/engine/posterior/sampled-model.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {runChain} from "../../../src/engine/sampler/chain.js";
import {resolveOptions} from "../../../src/engine/sampler/options.js";
import type {Columns} from "../../../src/engine/types.js";
import {slowMarginalDensity} from "../../reference/marginal-density.js";
import {ERRORS} from "./monte-carlo.js";
import {momentsOf, Quadrature} from "./quadrature.js";
import {experiment, modelOf, sampled} from "./small-models.js";

const data = experiment("crossed chain");
const few: Columns = Object.fromEntries(
  Object.entries(data).map(([name, column]) => [name, column.slice(0, 10)])
);

function run(model: Model, draws: number, seed = "crossed"): Float64Array[] {
  const options = resolveOptions({warmup: 200, draws});
  const {values} = recordChain(
    model.variables.length,
    options,
    {},
    () => new CrossedChain(sampled(model), createGenerator(seed))
  );
  return model.variables.map((_, v) => values.slice(v * draws, (v + 1) * draws));
}

describe("CrossedChain", () => {
  it("draws two sds and sigma from the distribution of quadrature", () => {
    const spec = {
      formula: "y ~ 1 + (1 | f) + (1 | g)",
      priors: ["Intercept: normal(0, 2)", "sd: normal(0, 1)", "sigma: gamma(4, 4)"]
    };
    const model = modelOf(spec, few);
    // Where an sd is near zero the density of its logarithm falls as slowly as the sd.
    const axis = {from: -11, to: 1.5, cells: 31};
    const reference = new Quadrature([axis, axis, {from: -1.5, to: 1.5, cells: 12}], (q) => {
      const [f, g, sigma] = q.map(Math.exp);
      const covariances = [Float64Array.of(f * f), Float64Array.of(g * g)];
      const point = {sigma, covariances, precision: [0.25], location: [0]};
      const prior = -0.5 * (f * f + g * g) + 3 * Math.log(sigma) - 4 * sigma;
      return slowMarginalDensity(model, point) + prior + q[0] + q[1] + q[2];
    });
    const draws = run(model, 3000)
      .slice(1, 4)
      .map((own) => own.map(Math.log));
    for (const {what, f} of momentsOf(3)) reference.expectDraws(draws, f, what);
  });

  it("moves everything with every draw, and is the same for the same seed", () => {
    const model = modelOf({formula: "y ~ x + (1 + t | f) + (1 | g)"}, data);
    const draws = run(model, 4);
    expect(draws.every(([a, b]) => a !== b)).toBe(true);
    expect(run(model, 4)).toEqual(draws);
    expect(run(model, 4, "other")).not.toEqual(draws);
  });

  it("forgets a start in 200 rounds, and accepts all", () => {
    const model = modelOf({formula: "y ~ x + (1 | f) + (1 | g)"}, data);
    const chain = new CrossedChain(sampled(model), createGenerator("idle"));
    expect([chain.warmup, chain.acceptance]).toEqual([200, NaN]);
  });

  it("refuses coefficients that are not determined", () => {
    const model = modelOf({formula: "y ~ x + twice + both + z + (1 | f) + (1 | g)"}, data);
    // Rounding may leave a pivot just above 0, which the scheme has seen to beforehand; NaN cannot.
    const {cells} = model;
    const broken = {...sampled(model), cells: {...cells, xx: cells.xx.map(() => NaN)}};
    const chain = new CrossedChain(broken, createGenerator("broken"));
    expect(() => {
      chain.forget();
    }).toThrow("invalid posterior: the coefficients are not determined");
  });
});

describe("CrossedChain and NUTS", () => {
  const model = modelOf(
    {
      formula: "y ~ t + (1 + t | f) + (1 | g)",
      priors: ["sd: normal(0, 0.7)", "b: student_t(3, 0, 0.1)", "sigma: exponential(1)"]
    },
    data
  );
  let exact: Float64Array[];
  let nuts: Float64Array[];

  beforeAll(() => {
    exact = run(model, 3000);
    const options = resolveOptions({warmup: 500, draws: 1500, targetAcceptance: 0.95});
    const posterior = createPosterior(sampled(model));
    const {values, draws} = {...runChain(posterior, options, createGenerator("nuts")), ...options};
    nuts = model.variables.map((_, v) => values.slice(v * draws, (v + 1) * draws));
  });

  it.each<[string, (x: number, centre: number) => number]>([
    ["mean", (x) => x],
    ["spread", (x, centre) => Math.abs(x - centre)],
    ["share below the mean", (x, centre) => Number(x < centre)]
  ])("agree on every parameter's %s", (_, change) => {
    const apart = model.variables.filter((__, v) => {
      const centre = mean(exact[v]);
      const [a, b] = [exact[v], nuts[v]].map((draws) => {
        const values = draws.map((x) => change(x, centre));
        return {mean: mean(values), error: mcseMean(values, 1, values.length)};
      });
      return !(Math.abs(a.mean - b.mean) <= ERRORS * Math.hypot(a.error, b.error));
    });
    expect(apart).toEqual([]);
  });
});
