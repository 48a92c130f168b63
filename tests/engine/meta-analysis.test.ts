import {beforeAll, describe, expect, it} from "vitest";
import {fit, type Fit} from "../../src/engine/fit.js";
import {runChainsInTurn} from "../../src/engine/run-chains.js";
import {readFixture} from "../assert.js";

interface Fixture {
  y: number[];
  se: number[];
  posteriors: {family: string; arguments: number[]; mean: number; median: number}[];
}

const {y, se, posteriors} = readFixture("eight-schools") as Fixture;
const data = {
  y: Float64Array.from(y),
  s: Float64Array.from(se),
  school: y.map((_, j) => "ABCDEFGH"[j])
};
const spec = {
  formula: "y | se(s) ~ 1 + (1 | school)",
  priors: ["Intercept: normal(0, 5)", "sd: cauchy(0, 5)"]
};

/** Means and sds of 10,000 draws kept by posteriordb, with their Monte Carlo errors. */
const posteriordb: Record<string, number> = {b_Intercept: 4.41, sd_school__Intercept: 3.6};
const schools = [6.15, 4.94, 3.91, 4.8, 3.61, 4.05, 6.32, 4.88];
const THEIR_MCSE = 0.06;

describe.each(["exact", "nuts"] as const)("eight schools by %s", (method) => {
  let fitted: Fit;

  beforeAll(async () => {
    const options = {method, draws: 2000, targetAcceptance: 0.98};
    fitted = await fit(spec, data, options, runChainsInTurn);
  });

  it("agree with posteriordb within four Monte Carlo errors of both", () => {
    const rows = fitted.parameters.filter(({variable}) => variable in posteriordb);
    expect(rows.length).toBe(2);
    for (const {variable, mean, mcse_mean} of rows)
      expect(Math.abs(mean - posteriordb[variable]), variable).toBeLessThan(
        4 * Math.hypot(mcse_mean, THEIR_MCSE)
      );
    const mu = fitted.parameters[0];
    fitted.parameters.slice(2).forEach(({mean, mcse_mean}, j) => {
      const error = Math.hypot(mcse_mean, mu.mcse_mean, THEIR_MCSE);
      expect(Math.abs(mu.mean + mean - schools[j])).toBeLessThan(4 * error);
    });
  });

  it("have no sigma, no divergence, no effect of a treatment and nothing to be warned of", () => {
    expect(fitted.parameters.map(({variable}) => variable)).toEqual([
      ...Object.keys(posteriordb),
      ...data.school.map((school) => `r_school[${school},Intercept]`)
    ]);
    expect(fitted.diagnostics.divergences).toBe(0);
    expect(fitted.effects.groups).toEqual([]);
    expect(fitted.effects.treatment).toBeNull();
    expect(fitted.advice).toEqual([]);
  });
});

describe("a meta-analysis", () => {
  it.each(posteriors)(
    "with the prior $family $arguments has R's posterior of tau",
    async (known) => {
      const text = `${known.family}(${known.arguments.join(", ")})`;
      const priors = [`sd: ${text}`, "Intercept: flat"];
      const options = {method: "exact", draws: 10_000} as const;
      const {parameters, diagnostics} = await fit(
        {...spec, priors},
        data,
        options,
        runChainsInTurn
      );
      const [, {mean, mcse_mean, q50, sd, ess_bulk}] = parameters;
      expect(diagnostics.reasons).toEqual([]);
      expect(Math.abs(mean - known.mean)).toBeLessThan(4 * mcse_mean);
      // A median of a skewed density is known better than its mean would be of a normal one.
      expect(Math.abs(q50 - known.median)).toBeLessThan((4 * 1.2533 * sd) / Math.sqrt(ess_bulk));
    }
  );

  it("with tau near 0 pools completely, and weighs studies by their precision", async () => {
    const priors = ["sd: normal(0, 0.000001)", "Intercept: flat"];
    const {parameters} = await fit({...spec, priors}, data, {draws: 4000}, runChainsInTurn);
    const total = se.reduce((sum, s) => sum + 1 / s ** 2, 0);
    const pooled = se.reduce((sum, s, j) => sum + y[j] / s ** 2, 0) / total;
    const [{mean, sd, mcse_mean}] = parameters;
    expect(Math.abs(mean - pooled)).toBeLessThan(4 * mcse_mean);
    // An sd of 16,000 nearly independent draws is good to a hundredth.
    expect(Math.abs(sd * Math.sqrt(total) - 1)).toBeLessThan(0.03);
  });

  it("runs under brms's default priors and with a moderator", async () => {
    const moderated = {formula: "y | se(s) ~ 1 + x + (1 | school)"};
    const x = Float64Array.of(0, 0, 0, 0, 1, 1, 1, 1);
    const {model, diagnostics} = await fit(
      moderated,
      {...data, x},
      {method: "exact"},
      runChainsInTurn
    );
    expect(model.priors.table.map(({class: kind, prior}) => `${kind}: ${prior}`)).toEqual([
      // Median 7.5; 1.4826 times the median distance from it, 7.5: 11.1.
      "Intercept: student_t(3, 7.5, 11.1)",
      "b: (flat)",
      "sd: student_t(3, 0, 11.1)"
    ]);
    expect(diagnostics.reasons).toEqual([]);
  });
});
