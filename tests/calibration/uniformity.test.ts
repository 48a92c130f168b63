import {describe, expect, it} from "vitest";
import {expectClose} from "../assert.js";
import {
  chiSquareTail,
  countRanks,
  distributionExcess,
  harmonicMean,
  uniformP
} from "./uniformity.js";

describe("chiSquareTail", () => {
  it.each([
    // R: qchisq(p, df, lower.tail = FALSE).
    {df: 2, p: 0.5, x: 1.386294361119891},
    {df: 3, p: 0.05, x: 7.814727903251179},
    {df: 9, p: 0.01, x: 21.66599433346194},
    {df: 10, p: 0.99, x: 2.558212160187206},
    {df: 19, p: 0.001, x: 43.82019596451755}
  ])("is $p beyond the quantile of $df degrees of freedom", ({df, p, x}) => {
    // The midpoint rule's error is of order 1e-8.
    expectClose(chiSquareTail(x, df), p, {absolute: 1e-7});
  });
});

describe("countRanks", () => {
  it("puts the least and the greatest rank into the first and the last bin", () => {
    expect(countRanks([0, 9, 10, 99, 99], 99, 10)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
  });
});

describe("uniformP", () => {
  it("is 1 for equal counts and falls as they grow apart", () => {
    expectClose(uniformP([20, 20, 20, 20]), 1, {absolute: 1e-12});
    // Chi-square 5 on 3 degrees of freedom: pchisq(5, 3, lower.tail = FALSE).
    expectClose(uniformP([25, 25, 15, 15]), 0.1717971442967335, {absolute: 1e-7});
  });
});

describe("harmonicMean", () => {
  it("leaves equal p values as they are and is never below the least one", () => {
    expectClose(harmonicMean([0.3, 0.3, 0.3]), 0.3, {relative: 1e-15});
    expectClose(harmonicMean([0.001, 1, 1]), 3 / 1002, {relative: 1e-15});
    expect(harmonicMean([0, 1])).toBe(0);
  });
});

describe("distributionExcess", () => {
  it("is positive where too many ranks are low, and ends at 0", () => {
    expectClose(distributionExcess([4, 2, 1, 1]), [0.25, 0.25, 0.125, 0], {absolute: 1e-15});
  });
});
