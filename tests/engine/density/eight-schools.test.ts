import {describe, expect, it} from "vitest";
import {createDensity, type Distribution} from "../../../src/engine/density/density.js";
import {expectClose, readFixture} from "../../assert.js";

interface Fixture {
  y: number[];
  se: number[];
  posteriors: (Distribution & {mean: number; median: number; below_tenth: number})[];
}

const {y, se, posteriors} = readFixture("eight-schools") as Fixture;

/** Log likelihood of tau in the eight schools, their effects and a flat mean integrated out. */
function logLikelihood(tau: number): number {
  const weights = se.map((s) => 1 / (s * s + tau * tau));
  const total = weights.reduce((a, b) => a + b);
  const mean = weights.reduce((sum, w, j) => sum + w * y[j], 0) / total;
  return weights.reduce(
    (sum, w, j) => sum + 0.5 * Math.log(w) - 0.5 * w * (y[j] - mean) ** 2,
    -0.5 * Math.log(total)
  );
}

/** Mean, median and P(tau < 0.1) by the midpoint rule on log tau, where every prior is smooth. */
function posteriorOf(distribution: Distribution): [mean: number, median: number, small: number] {
  const prior = createDensity(distribution);
  const [low, high, n] = [Math.log(1e-6), Math.log(1e6), 50_000];
  const step = (high - low) / n;
  const points = Array.from({length: n}, (_, i) => {
    const x = low + (i + 0.5) * step;
    const tau = Math.exp(x);
    return {tau, mass: Math.exp(logLikelihood(tau) + prior.logDensity(tau) + x)};
  });
  const total = points.reduce((sum, {mass}) => sum + mass, 0);
  const below = (limit: (tau: number, share: number) => boolean) => {
    let [share, last] = [0, 0];
    for (const {tau, mass} of points) {
      if (!limit(tau, share)) break;
      share += mass / total;
      last = tau;
    }
    return {share, last};
  };
  const mean = points.reduce((sum, {tau, mass}) => sum + (tau * mass) / total, 0);
  return [mean, below((_, share) => share < 0.5).last, below((tau) => tau < 0.1).share];
}

describe("priors of the sd between eight schools", () => {
  it.each(posteriors)("$family $arguments gives R's posterior", (known) => {
    const [mean, median, small] = posteriorOf(known);
    // Two grids: the median and a share below a limit are as good as the steps, 5e-4 here.
    expectClose(mean, known.mean, {relative: 1e-5});
    expectClose(median, known.median, {relative: 1e-3});
    expectClose(small, known.below_tenth, {relative: 1e-2, absolute: 1e-6});
  });

  it("give what Gelman et al. (2013, 5.5) found with a flat one: a median near 5", () => {
    const [, median] = posteriorOf({family: "flat", arguments: []});
    expectClose(median, 5.24, {absolute: 0.005});
  });

  it("are one where they should be: a t of one degree is a Cauchy, of many a normal", () => {
    const [cauchy] = posteriorOf({family: "cauchy", arguments: [0, 25]});
    const [one] = posteriorOf({family: "student_t", arguments: [1, 0, 25]});
    expect(one).toBe(cauchy);
    const [normal] = posteriorOf({family: "normal", arguments: [0, 10]});
    const [many] = posteriorOf({family: "student_t", arguments: [1e9, 0, 10]});
    expectClose(many, normal, {relative: 1e-6});
  });
});
