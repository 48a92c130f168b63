import {describe, expect, it} from "vitest";
import {pooledTest, welchTest} from "../../../src/engine/ols/t-test.js";
import {expectClose} from "../../assert.js";
import {tTests} from "./fits.js";

const of = (...values: number[]) => Float64Array.from(values);

describe.each(tTests)("on two samples", ({x1, x2, welch, pooled}) => {
  const samples = [Float64Array.from(x1), Float64Array.from(x2)] as const;

  it.each([
    ["welchTest", welchTest, welch],
    ["pooledTest", pooledTest, pooled]
  ])("%s agrees with R's t.test()", (_, test, expected) => {
    const {difference, se, t, df, p, n1, n2} = test(...samples);
    expectClose(
      [difference, se, t, df, p],
      [expected.difference, expected.se, expected.t, expected.df, expected.p],
      {relative: 1e-12}
    );
    expect([n1, n2]).toEqual([x1.length, x2.length]);
  });
});

describe("welchTest(sample1, sample2)", () => {
  it("changes sign when the samples change places", () => {
    const forth = welchTest(of(1, 2, 4), of(5, 9));
    const back = welchTest(of(5, 9), of(1, 2, 4));
    expect([forth.t, forth.difference, forth.p]).toEqual([-back.t, -back.difference, back.p]);
  });

  it("knows the means but no test when a sample is too small or both are constant", () => {
    for (const [x1, x2] of [
      [of(1, 2), of(3)],
      [of(2, 2), of(3, 3)]
    ]) {
      const {t, df, p, se, mean1, mean2, difference} = welchTest(x1, x2);
      expect([t, df, p, se]).toEqual([NaN, NaN, NaN, NaN]);
      expect(difference).toBe(mean1 - mean2);
    }
  });
});

describe("pooledTest(sample1, sample2)", () => {
  it("needs only three values in all", () => {
    const {df, se} = pooledTest(of(1, 3), of(5));
    expect(df).toBe(1);
    // Pooled variance 2, times 1/2 + 1.
    expectClose(se, Math.sqrt(3), {relative: 1e-15});
  });

  it("is undefined with an empty sample, with two values, or without variance", () => {
    for (const [x1, x2] of [
      [of(), of(1, 2, 3)],
      [of(1), of(2)],
      [of(2, 2), of(3, 3)]
    ]) {
      const {t, p} = pooledTest(x1, x2);
      expect([t, p]).toEqual([NaN, NaN]);
    }
  });
});
