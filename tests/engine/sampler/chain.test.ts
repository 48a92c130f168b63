import {describe, expect, it} from "vitest";
import {CancelledError, InputError} from "../../../src/engine/error.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {runChain, type ChainHooks} from "../../../src/engine/sampler/chain.js";
import {resolveOptions, tuning, type SamplerOptions} from "../../../src/engine/sampler/options.js";
import type {Posterior} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";
import {cliff, custom, nowhere, normal, standard} from "./targets.js";

function run(
  posterior: Posterior,
  given: Partial<SamplerOptions> = {},
  hooks?: ChainHooks,
  stream = 0
) {
  const options = resolveOptions({warmup: 200, draws: 100, ...given});
  return runChain(posterior, options, createGenerator(options.seed, stream), hooks);
}

const scales = [0.01, 1, 300];
const uneven = () =>
  normal(
    [5, 0, -1000],
    scales.map((s, i) => scales.map((_, j) => (i === j ? 1 / (s * s) : 0)))
  );

/** Far from normal: a normal's motion is solved, whatever the step. */
const quartic = (dim: number) =>
  custom(dim, (q, gradient) => {
    q.forEach((x, i) => (gradient[i] = -(x ** 3)));
    return -q.reduce((sum, x) => sum + x ** 4 / 4, 0);
  });

describe("runChain", () => {
  it("never takes a step that turns a normal it knows by more than a right angle", () => {
    const {stepSize, acceptance} = run(standard(10));
    expect([stepSize, acceptance > 0.999]).toEqual([tuning.greatestTurn, true]);
    expect(2 * Math.atan(stepSize / 2)).toBeLessThan(Math.PI / 2);
  });

  it("gives the same result for the same seed, and another for another stream or seed", () => {
    expect(run(standard(3))).toEqual(run(standard(3)));
    expect(run(standard(3)).values).not.toEqual(run(standard(3), {}, undefined, 1).values);
    expect(run(standard(3)).values).not.toEqual(run(standard(3), {seed: "2"}).values);
  });

  it("is not changed by being watched or timed", () => {
    let time = 0;
    const watched = run(standard(2), {}, {progress: () => {}, now: () => (time += 500)});
    expect(watched.values).toEqual(run(standard(2)).values);
  });

  it("has one value per variable and draw, variable after variable", () => {
    const {values, energy, treeDepth, divergent} = run(uneven(), {draws: 50});
    expect([values.length, energy.length, treeDepth.length, divergent.length]).toEqual([
      150, 50, 50, 50
    ]);
    for (let i = 0; i < 50; ++i) {
      expect(Math.abs(values[i] - 5)).toBeLessThan(0.1);
      expect(Math.abs(values[100 + i] + 1000)).toBeLessThan(3000);
    }
  });

  it("learns the scales of coordinates: hard and easy ones mix alike", () => {
    const {values, treeDepth} = run(uneven(), {warmup: 1000, draws: 1000});
    scales.forEach((scale, v) => {
      const draws = values.subarray(v * 1000, (v + 1) * 1000);
      const centre = draws.reduce((a, b) => a + b) / 1000;
      const sd = Math.sqrt(draws.reduce((sum, x) => sum + (x - centre) ** 2, 0) / 999);
      // An sd from some hundred independent draws is right to a few percent.
      expectClose(sd, scale, {relative: 0.2});
    });
    expect(Math.max(...treeDepth)).toBeLessThanOrEqual(4);
  });

  it.each([0.6, 0.8, 0.95])("adapts the step to the target acceptance %d", (target) => {
    const {acceptance} = run(quartic(40), {warmup: 1000, draws: 1000, targetAcceptance: target});
    // The step is an average of logarithms, which errs on the side of accepting, as Stan's does.
    expect(acceptance).toBeGreaterThan(target - 0.05);
    expect(acceptance).toBeLessThan(target + 0.6 * (1 - target));
  });

  it("takes few steps where it knows the scales, and many where directions cross them", () => {
    const crossed = normal(
      [0, 0, 0],
      [
        [1, 0.999, 0],
        [0.999, 1, 0],
        [0, 0, 1]
      ]
    );
    const mean = (posterior: Posterior) => {
      const {steps} = run(posterior, {warmup: 500, draws: 500});
      return steps.reduce((a, b) => a + b, 0) / 500;
    };
    expect(mean(standard(3))).toBeLessThanOrEqual(3);
    // The ridge is 45 times as long as wide: half a turn along it takes that many steps and more.
    expect(mean(crossed)).toBeGreaterThan(30);
  });

  it("takes smaller steps for a higher target", () => {
    const step = (targetAcceptance: number) => run(quartic(40), {targetAcceptance}).stepSize;
    expect(step(0.99)).toBeLessThan(step(0.6));
  });

  it("reports every iteration once, in order", () => {
    const seen: number[] = [];
    run(
      standard(1),
      {warmup: 30, draws: 20},
      {
        progress: (done, total) => {
          expect(total).toBe(50);
          seen.push(done);
        }
      }
    );
    expect(seen).toEqual(Array.from({length: 50}, (_, i) => i + 1));
  });

  it("counts the evaluations of its draws, and of warm-up besides", () => {
    const target = standard(4);
    const options = {warmup: 60, draws: 40};
    let atWarm = 0;
    const result = run(target, options, {
      progress: (done) => {
        if (done === 60) atWarm = target.evaluations;
      }
    });
    expect(result.leapfrogs).toBe(target.evaluations - atWarm);
    expect(result.allLeapfrogs).toBeGreaterThan(result.leapfrogs);
    expect(result.allLeapfrogs).toBeLessThanOrEqual(target.evaluations);
  });

  it("keeps steps and acceptance of every iteration, of which the totals are made", () => {
    const {steps, acceptances, leapfrogs, acceptance, treeDepth} = run(standard(4), {draws: 80});
    expect([steps.length, acceptances.length]).toEqual([80, 80]);
    expect(steps.reduce((a, b) => a + b, 0)).toBe(leapfrogs);
    expectClose(acceptances.reduce((a, b) => a + b, 0) / 80, acceptance, {absolute: 1e-12});
    steps.forEach((n, i) => {
      expect(n).toBeGreaterThanOrEqual(2 ** treeDepth[i] - 1);
    });
    expect(acceptances.every((a) => a > 0 && a <= 1)).toBe(true);
  });

  it.each([
    ["warm-up", 10],
    ["sampling", 250]
  ])("stops in the %s once its signal is aborted", (_, last) => {
    const controller = new AbortController();
    let reached = 0;
    const hooks: ChainHooks = {
      signal: controller.signal,
      progress: (done) => {
        reached = done;
        if (done === last) controller.abort();
      }
    };
    expect(() => run(standard(3), {}, hooks)).toThrow(CancelledError);
    expect(reached).toBe(last);
  });

  it("tells seconds when it is given a clock, else NaN", () => {
    let time = 0;
    const timed = run(standard(1), {}, {now: () => (time += 1500)});
    expect([timed.warmupSeconds, timed.samplingSeconds]).toEqual([1.5, 1.5]);
    expect(run(standard(1)).warmupSeconds).toBeNaN();
  });

  it.each([0, 1, 19, 20, 25])("runs with a warm-up of %i", (warmup) => {
    const {values, stepSize} = run(standard(2), {warmup, draws: 20});
    expect(values.every(Number.isFinite)).toBe(true);
    expect(stepSize).toBeGreaterThan(0);
  });

  it("never grows a tree beyond the greatest depth", () => {
    const {treeDepth} = run(standard(2), {maxTreeDepth: 1});
    expect(Math.max(...treeDepth)).toBe(1);
  });

  it("marks divergent iterations", () => {
    const {divergent} = run(cliff(1), {draws: 400, targetAcceptance: 0.6});
    expect(divergent.some((d) => d === 1)).toBe(true);
  });

  it("finds a start where only part of the space has a density", () => {
    expect(run(cliff(-1.5)).values.every((x) => x <= -1.5)).toBe(true);
  });

  it("refuses a posterior without a finite density", () => {
    expect(() => run(nowhere)).toThrow(InputError);
    expect(() => run(nowhere)).toThrow(
      "invalid posterior: no finite density in 100 random starting points"
    );
  });
});
