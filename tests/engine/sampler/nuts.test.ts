import {describe, expect, it} from "vitest";
import {CancelledError} from "../../../src/engine/error.js";
import {summarize} from "../../../src/engine/summary/summarize.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {Nuts} from "../../../src/engine/sampler/nuts.js";
import type {Posterior} from "../../../src/engine/types.js";
import {cliff, logGamma, normal, standard} from "./targets.js";

interface Settings {
  stepSize: number;
  draws: number;
  inverseMetric?: readonly number[];
  quarter?: boolean;
  /** With a centre, steps turn about it. */
  centre?: readonly number[];
  maxTreeDepth?: number;
  seed?: string;
}

/** The draws [variable][iteration] and transitions of a sampler started at the origin. */
function run(posterior: Posterior, settings: Settings) {
  const {stepSize, draws, inverseMetric, centre, maxTreeDepth = 10, seed = "nuts"} = settings;
  const nuts = new Nuts(posterior, createGenerator(seed, 0), maxTreeDepth);
  nuts.stepSize = stepSize;
  if (inverseMetric) nuts.frame.inverseMetric.set(inverseMetric);
  if (centre) nuts.frame.centre.set(centre);
  nuts.quarter = settings.quarter ?? false;
  nuts.frame.spring = centre ? 1 : 0;
  nuts.current.logDensity = posterior.logDensity(nuts.current.q, nuts.current.gradient);
  const values = nuts.current.q.length;
  const kept = Array.from({length: values}, () => new Float64Array(draws));
  const transitions = Array.from({length: draws}, (_, i) => {
    const transition = nuts.transition();
    nuts.current.q.forEach((x, v) => (kept[v][i] = x));
    return transition;
  });
  return {kept, transitions, nuts};
}

/** The mean of f over draws lies within four of its standard errors of the truth. */
function expectMean(values: Float64Array, truth: number): void {
  const {mean, mcse_mean} = summarize(values, 1, values.length);
  expect(Math.abs(mean - truth) / mcse_mean).toBeLessThan(4);
}

// Covariance [[1, 0.8, 0], [0.8, 1, 0.3], [0, 0.3, 2]] and its inverse.
const covariance = [
  [1, 0.8, 0],
  [0.8, 1, 0.3],
  [0, 0.3, 2]
];
const determinant = 1 * (1 * 2 - 0.09) - 0.8 * (0.8 * 2);
const precision = [
  [1.91, -1.6, 0.24],
  [-1.6, 2, -0.3],
  [0.24, -0.3, 0.36]
].map((row) => row.map((x) => x / determinant));
const mean = [3, -1, 0.5];

describe("Nuts", () => {
  it.each([
    ["a unit metric", 0.35, undefined, undefined],
    ["a metric of other scales", 0.35, [0.5, 2, 1], undefined],
    ["large steps", 0.6, undefined, undefined],
    ["steps that turn", 0.4, [0.5, 0.7, 2], [2.5, -1, 1]],
    ["steps that turn about a wrong centre", 0.3, [0.5, 2, 1], [0, 3, -4]]
  ] as const)(
    "with %s draws from a correlated normal: means and covariances",
    (_, stepSize, inverseMetric, centre) => {
      const {kept} = run(normal(mean, precision), {
        ...{stepSize, draws: 8000, inverseMetric, centre}
      });
      kept.forEach((x, i) => {
        expectMean(x, mean[i]);
        kept.slice(0, i + 1).forEach((y, j) => {
          expectMean(
            x.map((value, k) => (value - mean[i]) * (y[k] - mean[j])),
            covariance[i][j]
          );
        });
      });
    }
  );

  it("draws from the same distribution when it ends at a quarter of a turn, in fewer steps", () => {
    const settings = {stepSize: 0.2, draws: 8000};
    const [quarter, half] = [true, false].map((own) =>
      run(normal(mean, precision), {...settings, quarter: own})
    );
    quarter.kept.forEach((x, i) => {
      expectMean(x, mean[i]);
      expectMean(
        x.map((value) => (value - mean[i]) ** 2),
        covariance[i][i]
      );
    });
    const steps = ({transitions}: typeof half) =>
      transitions.reduce((sum, {leapfrogs}) => sum + leapfrogs, 0);
    expect(steps(quarter)).toBeLessThan(0.7 * steps(half));
  });

  it("draws from a skewed density", () => {
    const {kept} = run(logGamma(2), {stepSize: 0.5, draws: 8000});
    const gamma = kept[0].map(Math.exp);
    expectMean(gamma, 2);
    expectMean(
      gamma.map((x) => (x - 2) ** 2),
      2
    );
    // P(X <= 1) of a gamma of shape 2 is 1 - 2/e.
    expectMean(
      gamma.map((x) => Number(x <= 1)),
      1 - 2 / Math.E
    );
  });

  it("leaves the distribution as it is when trajectories are cut short", () => {
    const {kept, transitions} = run(standard(2), {stepSize: 0.2, draws: 8000, maxTreeDepth: 2});
    expect(Math.max(...transitions.map(({treeDepth}) => treeDepth))).toBe(2);
    expectMean(kept[0], 0);
    expectMean(
      kept[0].map((x) => x * x),
      1
    );
  });

  it("counts leapfrog steps as evaluations of the density, at most 2^depth - 1 for a full tree", () => {
    const target = normal(mean, precision);
    const {transitions} = run(target, {stepSize: 0.3, draws: 200});
    const steps = transitions.reduce((sum, {leapfrogs}) => sum + leapfrogs, 0);
    expect(target.evaluations).toBe(steps + 1);
    for (const {treeDepth, leapfrogs} of transitions) {
      expect(leapfrogs).toBeGreaterThanOrEqual(2 ** treeDepth - 1);
      // One more doubling may have been tried and given up.
      expect(leapfrogs).toBeLessThanOrEqual(2 ** (treeDepth + 1) - 1);
    }
  });

  it("reports the energy of the point that it moves to", () => {
    const {kept, transitions} = run(standard(1), {stepSize: 0.5, draws: 500});
    // Potential alone is a lower bound, kinetic energy what is added: half a chi-squared in the mean.
    transitions.forEach(({energy}, i) => {
      expect(energy).toBeGreaterThanOrEqual(kept[0][i] ** 2 / 2 - 1e-12);
    });
    expectMean(
      Float64Array.from(transitions, ({energy}) => energy),
      1
    );
  });

  it("accepts nearly all with small steps, and less with large ones", () => {
    const acceptance = (stepSize: number) => {
      const {transitions} = run(standard(5), {stepSize, draws: 300});
      return transitions.reduce((sum, t) => sum + t.acceptance, 0) / transitions.length;
    };
    const [small, middle, large] = [0.05, 0.7, 1.6].map(acceptance);
    expect(small).toBeGreaterThan(0.995);
    expect(middle).toBeLessThan(small);
    expect(large).toBeLessThan(middle);
  });

  it("calls a step off a cliff divergent and stays where the density is", () => {
    const {kept, transitions} = run(cliff(0.5), {stepSize: 0.4, draws: 2000});
    const divergent = transitions.filter((t) => t.divergent);
    expect(divergent.length).toBeGreaterThan(0);
    expect(divergent.length).toBeLessThan(2000);
    expect(Math.max(...kept[0])).toBeLessThanOrEqual(0.5);
  });

  it("counts points whose density is not a number, each of which ends a trajectory", () => {
    const {nuts, transitions} = run(cliff(0.5), {stepSize: 0.4, draws: 500});
    expect(nuts.nonFinite).toBe(transitions.filter((t) => t.divergent).length);
    expect(run(standard(2), {stepSize: 0.4, draws: 50}).nuts.nonFinite).toBe(0);
  });

  it("stops within a trajectory once its signal says so", () => {
    const signal = {aborted: false};
    const target = standard(1);
    const nuts = new Nuts(target, createGenerator("stop", 0), 10, signal);
    nuts.stepSize = 1e-6;
    nuts.current.logDensity = target.logDensity(nuts.current.q, nuts.current.gradient);
    const logDensity = target.logDensity.bind(target);
    target.logDensity = (q, gradient) => {
      signal.aborted = target.evaluations === 300;
      return logDensity(q, gradient);
    };
    expect(() => nuts.transition()).toThrow(CancelledError);
    expect(target.evaluations).toBe(301);
  });

  it("never diverges on a normal with a step that is stable", () => {
    const {transitions} = run(normal(mean, precision), {stepSize: 0.3, draws: 300});
    expect(transitions.some(({divergent}) => divergent)).toBe(false);
  });

  it("gives the same draws for the same seed and others for another", () => {
    const draw = (seed: string) => run(standard(3), {stepSize: 0.5, draws: 20, seed}).kept;
    expect(draw("a")).toEqual(draw("a"));
    expect(draw("a")).not.toEqual(draw("b"));
  });
});
