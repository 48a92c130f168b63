import {describe, expect, it} from "vitest";
import {incompleteBeta, incompleteBetaQuantile} from "../../../src/engine/math/incomplete-beta.js";
import {expectClose} from "../../assert.js";
import {specialTable} from "./table.js";

describe("incompleteBeta(x, a, b)", () => {
  it("agrees with R's pbeta from corner to corner", () => {
    for (const [x, a, b, value] of specialTable("incomplete_beta")) {
      // The front factor is an exponential of up to 1e4 units: 1e4 ulp.
      expectClose(
        incompleteBeta(x, a, b),
        value,
        {relative: 2e-12, absolute: 1e-300},
        `${x} ${a} ${b}`
      );
    }
  });

  it("mirrors: I_x(a, b) = 1 - I_(1-x)(b, a)", () => {
    for (const x of [0.125, 0.25, 0.5, 0.875]) {
      expectClose(incompleteBeta(x, 2.5, 7), 1 - incompleteBeta(1 - x, 7, 2.5), {absolute: 1e-14});
    }
  });

  it("is a power when b is 1", () => {
    expectClose(incompleteBeta(0.3, 5, 1), 0.3 ** 5, {relative: 1e-14});
  });

  it("is undefined outside [0, 1] and for shapes that are not positive and finite", () => {
    expect(incompleteBeta(-0.1, 1, 1)).toBeNaN();
    expect(incompleteBeta(1.1, 1, 1)).toBeNaN();
    expect(incompleteBeta(0.5, 0, 1)).toBeNaN();
    expect(incompleteBeta(0.5, 1, Infinity)).toBeNaN();
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
  });
});

describe("incompleteBetaQuantile(p, a, b)", () => {
  it("agrees with R's qbeta", () => {
    for (const [p, a, b, value] of specialTable("beta_quantile")) {
      // Ill-conditioned where the density is low: p = 1e-6 with 1e-13 of relative error.
      expectClose(incompleteBetaQuantile(p, a, b), value, {relative: 1e-11}, `${p} ${a} ${b}`);
    }
  });

  it("is 0 and 1 at the ends and undefined outside", () => {
    expect([0, 1, -1, 2].map((p) => incompleteBetaQuantile(p, 2, 3))).toEqual([0, 1, NaN, NaN]);
  });
});
