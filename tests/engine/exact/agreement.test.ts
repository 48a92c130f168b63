// The two samplers beside each other: they share the cells and the priors, and no other step.
import {beforeAll, describe, expect, it} from "vitest";
import {mcseMean} from "../../../src/engine/diagnostics/mcse.js";
import {variableView} from "../../../src/engine/draws/draws.js";
import {mean} from "../../../src/engine/math/moments.js";
import type {ModelSpec} from "../../../src/engine/model/model.js";
import {runChainsInTurn} from "../../../src/engine/run-chains.js";
import {resolveOptions, type SamplerOptions} from "../../../src/engine/sampler/options.js";
import {gatherDraws} from "../../../src/engine/sampler/sample.js";
import type {Draws} from "../../../src/engine/types.js";
import {ERRORS} from "./monte-carlo.js";
import {experiment, modelOf, sampled} from "./small-models.js";

const data = experiment("agreement");

// Priors that keep four levels from leaving NUTS in a funnel, where its own errors mean little.
const scales = ["sd: normal(0, 0.7)", "sigma: exponential(1)"];

const specs: readonly ModelSpec[] = [
  {formula: "y ~ t + (1 | f)", priors: scales},
  {formula: "y ~ t + (1 + t | f) + (1 | g)", priors: [...scales, "b: normal(0, 1)"]},
  {formula: "y ~ t + (1 + t || f)", priors: [...scales, "b: normal(0, 1)"]},
  {formula: "y ~ t + (1 + t + x | f)", priors: [...scales, "b: normal(0, 1)", "cor: lkj(2)"]},
  {formula: "y ~ t + x + z + (1 | f)", priors: [...scales, "b: student_t(3, 0, 0.2)"]},
  {
    formula: "y ~ lambda * t + controls",
    equations: ["lambda ~ z + (1 | f)", "controls ~ 1 + x + (1 | g)"],
    priors: [
      "b_lambda: normal(0, 1)",
      "b_controls: cauchy(0, 0.5)",
      "sd_lambda: gamma(2, 4)",
      "sd_controls: lognormal(-1, 1)",
      "sigma: exponential(1)"
    ]
  }
];

/** Draws of all parameters by one of the samplers. */
async function draw(spec: ModelSpec, given: Partial<SamplerOptions>): Promise<Draws> {
  const model = sampled(modelOf(spec, data));
  const options = resolveOptions({seed: "agreement", chains: 2, ...given});
  return gatherDraws(model.variables, await runChainsInTurn(model, options), options.draws);
}

describe.each(specs)("exact draws and NUTS on $formula", (spec) => {
  let exact: Draws;
  let nuts: Draws;

  beforeAll(async () => {
    exact = await draw(spec, {method: "exact", warmup: 200, draws: 4000});
    nuts = await draw(spec, {method: "nuts", warmup: 600, draws: 1500, targetAcceptance: 0.95});
  });

  /** Parameters on whose mean, after `change`, the two differ by more than chance. */
  const apart = (change: (x: number, centre: number) => number) =>
    exact.variables.filter((_, v) => {
      const centre = mean(variableView(exact, v));
      const [a, b] = [exact, nuts].map((draws) => {
        const values = variableView(draws, v).map((x) => change(x, centre));
        return {mean: mean(values), error: mcseMean(values, draws.chains, draws.iterations)};
      });
      return !(Math.abs(a.mean - b.mean) <= ERRORS * Math.hypot(a.error, b.error));
    });

  it("agree on the mean of every parameter", () => {
    expect(apart((x) => x)).toEqual([]);
  });

  it("agree on the spread of every parameter", () => {
    expect(apart((x, centre) => Math.abs(x - centre))).toEqual([]);
  });

  it("agree on how often every parameter lies below its mean", () => {
    expect(apart((x, centre) => Number(x < centre))).toEqual([]);
  });
});
