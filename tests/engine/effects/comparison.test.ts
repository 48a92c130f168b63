import {describe, expect, it} from "vitest";
import {classicalTest, compareEffects} from "../../../src/engine/effects/comparison.js";
import {retrodesign} from "../../../src/engine/effects/retrodesign.js";
import {InputError} from "../../../src/engine/error.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {summarize} from "../../../src/engine/summary/summarize.js";
import {expectClose} from "../../assert.js";

const chains = 4;
const iterations = 2500;
const generator = createGenerator("comparison", 0);
const noise = (): Float64Array =>
  Float64Array.from({length: chains * iterations}, () => generator.normal());
const shared = noise();
/** Two effects that share half of their variance; the difference is N(0.5, 1). */
const [a, b] = [0.5, 0].map((mean) => ({
  chains,
  iterations,
  values: noise().map((x, i) => mean + Math.SQRT1_2 * (x + shared[i]))
}));

describe("compareEffects", () => {
  const {first, second, difference} = compareEffects(a, b);

  it("takes the difference draw by draw, so that what is shared cancels", () => {
    expect(difference.draws[17]).toBe(a.values[17] - b.values[17]);
    // 10,000 independent draws: four standard errors of the mean and of the sd.
    expectClose(difference.summary.mean, 0.5, {absolute: 0.04});
    expectClose(difference.summary.sd, 1, {absolute: 0.03});
    expect(difference.summary).toEqual(summarize(difference.draws, chains, iterations));
  });

  it("counts the draws above zero, with the error of that count", () => {
    // P(N(0.5, 1) > 0)
    const p = 0.6914624612740131;
    const error = Math.sqrt((p * (1 - p)) / (chains * iterations));
    expectClose(difference.p_positive, p, {absolute: 4 * error});
    expectClose(difference.mcse_p, error, {relative: 0.1});
  });

  it("has the two groups as they are, and a density of each", () => {
    expect(first.summary).toEqual(summarize(a.values, chains, iterations));
    expect(second.summary).toEqual(summarize(b.values, chains, iterations));
    const {x, density} = difference.curve;
    const mode = x[density.indexOf(Math.max(...density))];
    expectClose(mode, 0.5, {absolute: 0.25});
    expectClose(Math.max(...density), 1 / Math.sqrt(2 * Math.PI), {relative: 0.05});
  });

  it("of a group with itself is nothing, for sure", () => {
    const {difference: none} = compareEffects(a, a);
    expect(none.summary.mean).toBe(0);
    expect([none.p_positive, none.mcse_p]).toEqual([0, 0]);
  });

  it("refuses draws of different fits", () => {
    const short = {...b, values: b.values.subarray(1)};
    expect(() => compareEffects(a, short)).toThrow(InputError);
    expect(() => compareEffects(a, short)).toThrow(
      "invalid draws: 9999 of a group; must be 4 chains of 2500"
    );
  });
});

describe("classicalTest", () => {
  it("has the error of a difference of correlated estimates", () => {
    const test = classicalTest(1, [4, 9], 2);
    expect(test).toEqual({...retrodesign(1, 3), se: 3});
  });

  it("does not exist where an estimate is missing or nothing differs", () => {
    expect(classicalTest(1, [NaN, 9], NaN)).toBeNull();
    expect(classicalTest(1, [4, 4], 4)).toBeNull();
  });
});
