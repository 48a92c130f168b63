import {describe, expect, it} from "vitest";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {createFrame, type Frame} from "../../../src/engine/sampler/hamiltonian.js";
import {MetricAdaptation} from "../../../src/engine/sampler/metric.js";
import {expectClose} from "../../assert.js";
import {normal} from "./targets.js";

type Draw = readonly [q: readonly number[], gradient: readonly number[]];

function learn(metric: MetricAdaptation, draws: readonly Draw[], frame = createFrame(2)): Frame {
  for (const [q, gradient] of draws)
    metric.update({q: Float64Array.from(q), gradient: Float64Array.from(gradient)});
  metric.finish(frame);
  return frame;
}

/** Points anywhere, with the gradients of a normal there. */
function drawsOf(mean: readonly number[], precision: readonly (readonly number[])[], n: number) {
  const target = normal(mean, precision);
  const generator = createGenerator("metric");
  return Array.from({length: n}, (): Draw => {
    const q = Float64Array.from(mean, () => 10 * generator.normal());
    const gradient = new Float64Array(mean.length);
    target.logDensity(q, gradient);
    return [[...q], [...gradient]];
  });
}

const independent = drawsOf(
  [1e6, -3],
  [
    [25, 0],
    [0, 1e-4]
  ],
  3
);

describe("MetricAdaptation", () => {
  it("knows an independent normal after three draws, wherever these were", () => {
    const {inverseMetric, centre, spring} = learn(new MetricAdaptation(2), independent);
    expectClose(inverseMetric, [1 / 25, 1e4], {relative: 1e-9});
    expectClose(centre, [1e6, -3], {relative: 1e-9});
    expect(spring).toBe(1);
  });

  it("takes the geometric mean of variance and inverse precision where coordinates correlate", () => {
    const generator = createGenerator("correlated");
    const [r, n] = [0.8, 20_000];
    const target = normal(
      [0, 0],
      [
        [1 / (1 - r * r), -r / (1 - r * r)],
        [-r / (1 - r * r), 1 / (1 - r * r)]
      ]
    );
    const draws = Array.from({length: n}, (): Draw => {
      const [a, b] = [generator.normal(), generator.normal()];
      const q = Float64Array.of(a, r * a + Math.sqrt(1 - r * r) * b);
      const gradient = new Float64Array(2);
      target.logDensity(q, gradient);
      return [[...q], [...gradient]];
    });
    // The variance is 1, that of the gradient 1 / (1 - r²); both to about 1 % from so many draws.
    const expected = Math.sqrt(1 - r * r);
    const {inverseMetric} = learn(new MetricAdaptation(2), draws);
    expectClose(inverseMetric, [expected, expected], {relative: 0.03});
  });

  it("writes the draws' variances, shrunk a little, without a spring where it is told to", () => {
    const frame = createFrame(2);
    const metric = new MetricAdaptation(2);
    for (const x of [1, 2, 4, -3, 0.5])
      metric.update({q: Float64Array.of(x, -2 * x), gradient: new Float64Array(2)});
    metric.finish(frame, true);
    // The variance of these five is 6.55.
    const expected = [6.55, 26.2].map((v) => (5 * v + 5e-3) / 10);
    expectClose(frame.inverseMetric, expected, {relative: 1e-12});
    expect(frame.spring).toBe(0);
  });

  it("forgets what it wrote: each window learns anew", () => {
    const metric = new MetricAdaptation(2);
    const first = learn(metric, independent);
    learn(
      metric,
      drawsOf(
        [0, 0],
        [
          [1, 0],
          [0, 1]
        ],
        9
      )
    );
    expect(learn(metric, independent)).toEqual(first);
  });

  it("leaves the frame alone while there are too few draws to tell", () => {
    expect(learn(new MetricAdaptation(2), [])).toEqual(createFrame(2));
    expect(learn(new MetricAdaptation(2), independent.slice(0, 2))).toEqual(createFrame(2));
  });

  it("leaves a coordinate alone that does not move, or whose gradient does not", () => {
    const draws: Draw[] = [1, 2, 3, 4].map((x) => [
      [7, x],
      [x, 7]
    ]);
    const {inverseMetric, centre} = learn(new MetricAdaptation(2), draws);
    expect([...inverseMetric, ...centre]).toEqual([1, 1, 0, 0]);
  });
});
