import {describe, expect, it} from "vitest";
import {locationOf} from "../../../src/engine/math/location.js";
import {defaultPriors} from "../../../src/engine/model/default-priors.js";
import {distributionText} from "../../../src/engine/model/prior-text.js";
import {defaults} from "../design/r.js";

describe("defaultPriors", () => {
  it.each(defaults)("of the outcome $y are brms's", ({y, intercept, scale}) => {
    const priors = defaultPriors(locationOf(Float64Array.from(y)), "gaussian");
    expect(distributionText(priors.intercept)).toBe(intercept);
    expect(distributionText(priors.scale)).toBe(scale);
  });

  it("of log-odds do not depend on the outcome, as in brms", () => {
    const {intercept, scale, sigma} = defaultPriors(
      locationOf(Float64Array.of(1, 1, 1, 0)),
      "bernoulli"
    );
    expect([intercept, scale].map(distributionText)).toEqual([
      "student_t(3, 0, 2.5)",
      "student_t(3, 0, 2.5)"
    ]);
    expect(sigma).toBeNull();
  });

  it("are flat on coefficients and uniform on correlations", () => {
    const {coefficient, correlation} = defaultPriors(
      locationOf(Float64Array.of(1, 2, 3)),
      "gaussian"
    );
    expect([distributionText(coefficient), distributionText(correlation)]).toEqual([
      "(flat)",
      "lkj(1)"
    ]);
  });

  it("know no sigma where standard errors are known, and are the same otherwise", () => {
    const y = Float64Array.of(28, 8, -3, 7, -1, 1, 18, 12);
    const known = defaultPriors(locationOf(y), "gaussian", true);
    expect(known).toEqual({...defaultPriors(locationOf(y), "gaussian"), sigma: null});
  });
});
