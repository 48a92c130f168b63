import {describe, expect, it} from "vitest";
import {MetricAdaptation} from "../../../src/engine/sampler/metric.js";
import {tuning} from "../../../src/engine/sampler/options.js";
import {expectClose} from "../../assert.js";

const draws = [
  [1, 1e9 + 1],
  [2, 1e9 + 4],
  [4, 1e9 + 9],
  [-3, 1e9 - 16],
  [0.5, 1e9 + 25]
].map((q) => Float64Array.from(q));

function variance(values: readonly number[]): number {
  const mean = values.reduce((a, b) => a + b) / values.length;
  return values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (values.length - 1);
}

function learn(metric: MetricAdaptation, from: readonly Float64Array[]): Float64Array {
  for (const q of from) metric.update(q);
  const inverse = new Float64Array(2).fill(1);
  metric.finish(inverse);
  return inverse;
}

describe("MetricAdaptation", () => {
  it("writes the variances of the draws, shrunk a little towards a small one", () => {
    const {prior, scale} = tuning.shrinkage;
    const n = draws.length;
    const expected = [0, 1].map(
      (i) => (n * variance(draws.map((q) => q[i])) + prior * scale) / (n + prior)
    );
    // Around 1e9 a running variance still keeps the digits that the draws have.
    expectClose(learn(new MetricAdaptation(2), draws), expected, {relative: 1e-6});
  });

  it("tends to the variances as draws become many", () => {
    const many = Array.from({length: 4000}, (_, i) => draws[i % draws.length]);
    const plain = [0, 1].map((i) => variance(many.map((q) => q[i])));
    expectClose(learn(new MetricAdaptation(2), many), plain, {relative: 2e-3});
  });

  it("forgets what it wrote: each window learns anew", () => {
    const metric = new MetricAdaptation(2);
    const first = learn(metric, draws);
    learn(metric, draws.slice(0, 3));
    expect(learn(metric, draws)).toEqual(first);
  });

  it("leaves the metric alone while there are too few draws to tell", () => {
    expect([...learn(new MetricAdaptation(2), [])]).toEqual([1, 1]);
    expect([...learn(new MetricAdaptation(2), draws.slice(0, 2))]).toEqual([1, 1]);
  });

  it("stays positive for a coordinate that does not move", () => {
    const [first] = learn(
      new MetricAdaptation(2),
      Array.from({length: 20}, () => draws[0])
    );
    expect(first).toBeGreaterThan(0);
  });
});
