import {expect, it} from "vitest";
import * as coefficients from "../../../src/engine/math/normal-coefficients.js";
import {normalCdf, normalQuantile} from "../../../src/engine/math/special.js";
import {expectClose} from "../../assert.js";

// A wrong digit in any table would open a step where two approximations meet.
it.each([0.67448975, Math.sqrt(32)])("the pieces of the distribution meet at %d", (seam) => {
  const gap = 4 * Number.EPSILON * seam;
  const rise = normalCdf(-seam + gap) - normalCdf(-seam - gap);
  expect(rise).toBeGreaterThanOrEqual(0);
  expectClose(normalCdf(-seam - gap), normalCdf(-seam + gap), {relative: 1e-13});
});

it.each([0.075, Math.exp(-25)])("the pieces of the quantile meet at %d", (seam) => {
  const [below, above] = [seam * (1 - 1e-15), seam * (1 + 1e-15)].map(normalQuantile);
  expectClose(below, above, {relative: 1e-14});
});

it("at their constants the tables give known values", () => {
  const {CENTRE, NEAR} = coefficients;
  // The density at 0; the quantile's piece is expanded about |p - 1/2| = 0.425.
  expectClose(CENTRE.top[0] / CENTRE.bottom[0], 1 / Math.sqrt(2 * Math.PI), {relative: 1e-15});
  expectClose((0.425 * NEAR.top[0]) / NEAR.bottom[0], normalQuantile(0.925), {relative: 1e-14});
});
