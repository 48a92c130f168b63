import {describe, expect, it} from "vitest";
import {defaultPriors} from "../../../src/engine/model/default-priors.js";
import {distributionText} from "../../../src/engine/model/prior-text.js";
import {defaults} from "../design/r.js";

describe("defaultPriors", () => {
  it.each(defaults)("of the outcome $y are brms's", ({y, intercept, scale}) => {
    const priors = defaultPriors(Float64Array.from(y), "gaussian");
    expect(distributionText(priors.intercept)).toBe(intercept);
    expect(distributionText(priors.scale)).toBe(scale);
  });

  it("of log-odds do not depend on the outcome, as in brms", () => {
    const {intercept, scale, sigma} = defaultPriors(Float64Array.of(1, 1, 1, 0), "bernoulli");
    expect([intercept, scale].map(distributionText)).toEqual([
      "student_t(3, 0, 2.5)",
      "student_t(3, 0, 2.5)"
    ]);
    expect(sigma).toBeNull();
  });

  it("are flat on coefficients and uniform on correlations", () => {
    const {coefficient, correlation} = defaultPriors(Float64Array.of(1, 2, 3), "gaussian");
    expect([distributionText(coefficient), distributionText(correlation)]).toEqual([
      "(flat)",
      "lkj(1)"
    ]);
  });

  it.each([1, 2, 3, 10, 1001, 5000])("have the median and mad of %d sorted values", (n) => {
    const y = Float64Array.from({length: n}, (_, i) => 1e3 * Math.sin(i * i) + (i % 7 ? 0 : 500));
    const middle = (values: number[]) => {
      const sorted = values.toSorted((a, b) => a - b);
      return (sorted[Math.floor((n - 1) / 2)] + sorted[Math.floor(n / 2)]) / 2;
    };
    const centre = middle([...y]);
    const mad = 1.4826 * middle([...y].map((value) => Math.abs(value - centre)));
    const [, location, scale] = defaultPriors(y, "gaussian").intercept.arguments;
    expect(location).toBeCloseTo(centre, 1);
    expect(Math.abs(scale - Math.max(2.5, mad))).toBeLessThanOrEqual(0.0501);
  });

  it("know no sigma where standard errors are known, and are the same otherwise", () => {
    const y = Float64Array.of(28, 8, -3, 7, -1, 1, 18, 12);
    const known = defaultPriors(y, "gaussian", true);
    expect(known).toEqual({...defaultPriors(y, "gaussian"), sigma: null});
  });

  it("leave the outcome in its order", () => {
    const y = Float64Array.of(3, 1, 2);
    defaultPriors(y, "gaussian");
    expect([...y]).toEqual([3, 1, 2]);
  });
});
