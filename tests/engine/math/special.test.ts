import {describe, expect, it} from "vitest";
import {logBeta, logGamma, normalCdf, normalQuantile} from "../../../src/engine/math/special.js";
import {expectClose} from "../../assert.js";
import {specialTable} from "./table.js";

describe("logGamma(x)", () => {
  // Around the zeros at 1 and 2 only the absolute error is small: terms near 10 cancel.
  it.each(specialTable("log_gamma"))("of %d is %d, as in R", (x, value) => {
    expectClose(logGamma(x), value, {absolute: 2e-14, relative: 2e-15});
  });

  it("is the logarithm of a factorial at whole numbers", () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n++) {
      factorial *= n;
      expectClose(logGamma(n + 1), Math.log(factorial), {absolute: 2e-14});
    }
  });

  it("is infinite at zero and infinity and undefined below zero", () => {
    expect([logGamma(0), logGamma(Infinity), logGamma(-1), logGamma(NaN)]).toEqual([
      Infinity,
      Infinity,
      NaN,
      NaN
    ]);
  });
});

describe("logBeta(a, b)", () => {
  it.each(specialTable("log_beta"))("of %d and %d is %d, as in R", (a, b, value) => {
    expectClose(logBeta(a, b), value, {absolute: 4e-14, relative: 4e-15});
    expect(logBeta(b, a)).toBe(logBeta(a, b));
  });
});

describe("normalCdf(x)", () => {
  // R uses the same published approximation; exp() may differ in its last digits.
  it.each(specialTable("normal_cdf"))("of %d is %d, as in R", (x, value) => {
    expectClose(normalCdf(x), value, {relative: 4e-15});
  });

  it("is 0 and 1 at the infinities and NaN at NaN", () => {
    expect([normalCdf(-Infinity), normalCdf(Infinity), normalCdf(NaN)]).toEqual([0, 1, NaN]);
  });
});

describe("normalQuantile(p)", () => {
  it.each(specialTable("normal_quantile"))("of %d is %d, as in R", (p, value) => {
    expectClose(normalQuantile(p), value, {relative: 4e-15});
  });

  it("undoes normalCdf", () => {
    // The conditioning of the logarithm of a tail turns 1e-15 into about 1e-15 here.
    for (let x = -37; x <= 5; x += 0.37) {
      // Towards 1, the spacing of doubles 1e-16 is divided by the density at x.
      const absolute = 4e-16 / Math.exp(-0.5 * Math.max(x, 0) ** 2);
      expectClose(normalQuantile(normalCdf(x)), x, {relative: 4e-15, absolute});
    }
  });

  it("is infinite at 0 and 1 and undefined outside", () => {
    expect([0, 1, -0.1, 1.1, NaN].map(normalQuantile)).toEqual([
      -Infinity,
      Infinity,
      NaN,
      NaN,
      NaN
    ]);
  });
});
