// Densities that no sampler can do right by: each run ends, with a sentence or with a count.
import {describe, expect, it} from "vitest";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {runChain} from "../../../src/engine/sampler/chain.js";
import {resolveOptions} from "../../../src/engine/sampler/options.js";
import {custom, type Counted} from "./targets.js";

const options = resolveOptions({warmup: 60, draws: 40, maxTreeDepth: 6});

/** Trajectories at their longest, the search for a start, and that for a step in every window. */
const MOST = 100 * 63 + 100 + 10 * 80;

const run = (target: Counted) => {
  try {
    return runChain(target, options, createGenerator("degenerate"));
  } finally {
    expect(target.evaluations).toBeLessThan(MOST);
  }
};

describe("a chain on a degenerate posterior ends", () => {
  it("with a sentence where only the start has a density", () => {
    let first: number | null = null;
    const target = custom(1, ([q], gradient) => {
      first ??= q;
      gradient[0] = 1;
      return q === first ? 0 : -Infinity;
    });
    expect(() => run(target)).toThrow("invalid posterior: its density jumps at every step");
  });

  it("with a sentence where the density is flat", () => {
    const flat = custom(2, (_, gradient) => {
      gradient.fill(0);
      return 0;
    });
    expect(() => run(flat)).toThrow("invalid posterior: its density does not fall off");
  });

  it("with divergences counted where gradients are not numbers", () => {
    const target = custom(1, ([q], gradient) => {
      gradient[0] = Math.abs(q) > 0.5 ? NaN : -q;
      return -0.5 * q * q;
    });
    const {divergent, nonFinite, values} = run(target);
    expect(divergent.reduce((a, b) => a + b, 0)).toBeGreaterThan(0);
    expect(nonFinite).toBeGreaterThan(0);
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it("with a sentence or with finite draws where the density grows without bound", () => {
    const growing = custom(1, ([q], gradient) => {
      gradient[0] = 2 * q;
      return q * q;
    });
    expect(run(growing).values.every(Number.isFinite)).toBe(true);
    const pole = custom(1, ([q], gradient) => {
      gradient[0] = -1 / q;
      return q === 0 ? Infinity : -Math.log(Math.abs(q));
    });
    expect(run(pole).values.every(Number.isFinite)).toBe(true);
  });

  it("with draws of nothing where there is no coordinate", () => {
    const {values, divergent, stepSize} = run(custom(0, () => 0));
    expect([values.length, stepSize > 0]).toEqual([0, true]);
    expect(divergent.some(Boolean)).toBe(false);
  });
});
