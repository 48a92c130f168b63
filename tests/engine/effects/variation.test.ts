import {describe, expect, it} from "vitest";
import {drawEffects} from "../../../src/engine/effects/effects.js";
import {describeVariation} from "../../../src/engine/effects/variation.js";
import {expectClose} from "../../assert.js";
import {modelWithDraws} from "./posterior-of.js";

const spec = {formula: "y ~ t * h + (0 + t | f)", treatment: "t", by: ["h", "f"]};

/** The variation of effects whose draws are made of what `value` gives for a parameter's name. */
function variationOf(value: (name: string, normal: number) => number, of = spec) {
  const {model, draws} = modelWithDraws(of, value);
  return describeVariation(model, draws, drawEffects(model, draws));
}

const slopes: Record<string, number> = {"r_f[a+,t]": -1, "r_f[b.low,t]": 0, "r_f[c,t]": 1};

describe("describeVariation", () => {
  it("knows the spread and the unexplained share of effects that are fixed", () => {
    // Effects 0.5 + 2h + {-1, 0, 1}: over the 6 groups variance 6 (1 + 2/3) / 5 = 2, random 4/5.
    const fixed: Record<string, number> = {b_t: 0.5, "b_t:h": 2, ...slopes};
    const variation = variationOf((name) => fixed[name] ?? 0);
    expect(variation).not.toBeNull();
    const {sd_all_draws, between, unexplained, pairs, pairs_separated} = variation!;
    expectClose([between.mean, between["q97.5"]], [Math.SQRT2, Math.SQRT2], {relative: 1e-12});
    expectClose(
      unexplained,
      unexplained.map(() => 0.4),
      {relative: 1e-12}
    );
    // Over all 3600 draws the divisor is 3599: groups weigh equally.
    expectClose(sd_all_draws ** 2, ((5 / 3) * 3600) / 3599, {relative: 1e-12});
    // Effects -0.5, 0.5, 1.5, 1.5, 2.5, 3.5: one pair is equal.
    expect([pairs, pairs_separated]).toEqual([15, 14]);
  });

  it("explains everything when group terms are zero, and nothing when they are all there is", () => {
    const explained = variationOf((name) => (name === "b_t:h" ? 1 : 0));
    expect([...explained!.unexplained].every((share) => share === 0)).toBe(true);
    const random = variationOf((name) => slopes[name] ?? 0);
    expectClose(
      random!.unexplained,
      random!.unexplained.map(() => 1),
      {relative: 1e-12}
    );
  });

  it("counts uncertainty in the sd of all draws and not in the spread between groups", () => {
    const variation = variationOf((name, normal) =>
      name === "b_t" ? 3 * normal : (slopes[name] ?? 0)
    );
    expectClose(variation!.between.mean, Math.sqrt(4 / 5), {relative: 1e-9});
    // 600 draws of sd 3 about a spread of variance 2/3.
    expectClose(variation!.sd_all_draws, Math.sqrt(9 + 2 / 3), {relative: 0.1});
    // The uncertainty is common to all groups, so that every pair of other slopes stands apart.
    expect(variation!.pairs_separated).toBe(12);
  });

  it("separates no pair whose order is uncertain", () => {
    const variation = variationOf((name, normal) => (name in slopes ? normal : 0));
    // Six groups of two slopes each share theirs and are equal.
    expect(variation!.pairs_separated).toBe(0);
  });

  it("has one share per draw and is NaN where groups do not differ", () => {
    const variation = variationOf((name) => Number(name === "b_t"));
    expect(variation!.unexplained.length).toBe(600);
    expect(variation!.unexplained.every(Number.isNaN)).toBe(true);
  });

  it("is null with fewer than two groups or no treatment", () => {
    expect(variationOf(() => 1, {...spec, by: []})).toBeNull();
    const {model, draws} = modelWithDraws({formula: "y ~ x"});
    expect(describeVariation(model, draws, drawEffects(model, draws))).toBeNull();
  });
});
