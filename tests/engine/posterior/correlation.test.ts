import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {CorrelationFactor} from "../../../src/engine/posterior/correlation.js";
import {expectClose} from "../../assert.js";
import {centralDifference} from "../../reference/central-difference.js";
import {lkjOfUnconstrained} from "../../reference/log-density.js";

const pairs = (k: number) => (k * (k - 1)) / 2;
const unconstrained = (k: number) =>
  fc
    .array(fc.double({min: -2, max: 2, noNaN: true}), {minLength: pairs(k), maxLength: pairs(k)})
    .map((q) => Float64Array.from(q));

/** L L', as rows. */
function correlations({factor}: CorrelationFactor, k: number): number[][] {
  return Array.from({length: k}, (_, i) =>
    Array.from({length: k}, (__, j) => {
      let sum = 0;
      for (let c = 0; c < k; ++c) sum += factor[i * k + c] * factor[j * k + c];
      return sum;
    })
  );
}

/** Moments of the correlations under the density of q, by the trapezoid rule on a grid. */
function moments(k: number, eta: number, step: number, reach: number) {
  const made = new CorrelationFactor(k, eta);
  const n = pairs(k);
  const points = Array.from(
    {length: Math.round((2 * reach) / step) + 1},
    (_, i) => i * step - reach
  );
  const variances = new Float64Array(n);
  const means = new Float64Array(n);
  let total = 0;
  const q = new Float64Array(n);
  const visit = (m: number): void => {
    if (m < n) {
      for (const point of points) {
        q[m] = point;
        visit(m + 1);
      }
      return;
    }
    const weight = Math.exp(made.set(q, 0));
    const r = correlations(made, k);
    total += weight;
    for (let i = 1, pair = 0; i < k; ++i)
      for (let j = 0; j < i; ++j, ++pair) {
        means[pair] += weight * r[i][j];
        variances[pair] += weight * r[i][j] ** 2;
      }
  };
  visit(0);
  return {means: means.map((m) => m / total), variances: variances.map((v) => v / total)};
}

describe("CorrelationFactor", () => {
  it.each([2, 3, 5])(
    "of %i coefficients is lower triangular with L L' a correlation matrix",
    (k) => {
      const made = new CorrelationFactor(k, 1);
      fc.assert(
        fc.property(unconstrained(k), (q) => {
          made.set(q, 0);
          for (let i = 0; i < k; ++i) {
            for (let j = i + 1; j < k; ++j) expect(made.factor[i * k + j]).toBe(0);
            expect(made.factor[i * k + i]).toBeGreaterThan(0);
          }
          const r = correlations(made, k);
          expectClose(
            r.map((row, i) => row[i]),
            new Float64Array(k).fill(1),
            {absolute: 1e-13}
          );
        })
      );
    }
  );

  it("reads its numbers from a place in a longer vector", () => {
    const [a, b] = [new CorrelationFactor(3, 2), new CorrelationFactor(3, 2)];
    const density = a.set(Float64Array.of(0.1, -0.4, 0.7), 0);
    expect(b.set(Float64Array.of(9, 9, 0.1, -0.4, 0.7, 9), 2)).toBe(density);
    expect(b.factor).toEqual(a.factor);
  });

  it.each([0.5, 1, 2, 7])("has for one pair the density (1 - r²)^%d of q", (eta) => {
    const made = new CorrelationFactor(2, eta);
    for (const w of [-3, -0.5, 0, 0.2, 2]) {
      const density = made.set(Float64Array.of(w), 0);
      expectClose(density, eta * Math.log(1 - Math.tanh(w) ** 2), {absolute: 1e-12});
    }
  });

  it.each([
    [3, 1],
    [4, 2],
    [5, 0.7]
  ])("of %i coefficients has the LKJ(%d) density that partial correlations give", (k, eta) => {
    const made = new CorrelationFactor(k, eta);
    const zero = made.set(new Float64Array(pairs(k)), 0);
    fc.assert(
      fc.property(unconstrained(k), (q) => {
        const density = made.set(q, 0) - zero;
        const slow = lkjOfUnconstrained(correlations(made, k), eta);
        expectClose(density, slow, {relative: 1e-8, absolute: 1e-8});
      })
    );
  });

  // A correlation under LKJ(eta) is 2 Beta(a, a) - 1 with a = eta - 1 + k/2, so its variance is
  // 1 / (2a + 1). The trapezoid rule converges faster than any power of the step on the whole line;
  // what limits it is the range, beyond which the weight is below 1e-6.
  it.each([
    [2, 1, 0.05, 9],
    [2, 3, 0.05, 6],
    [3, 1, 0.25, 7],
    [3, 2, 0.25, 5]
  ])(
    "of %i coefficients has, under LKJ(%d), correlations of the known variance",
    (k, eta, step, reach) => {
      const {means, variances} = moments(k, eta, step, reach);
      expectClose(means, new Float64Array(pairs(k)), {absolute: 1e-10});
      const known = 1 / (2 * (eta - 1 + k / 2) + 1);
      expectClose(variances, new Float64Array(pairs(k)).fill(known), {relative: 1e-5});
    }
  );

  it.each([2, 3, 5])("of %i coefficients has the gradient of its density and adjoint", (k) => {
    const made = new CorrelationFactor(k, 1.7);
    const adjoint = Float64Array.from({length: k * k}, (_, i) => Math.sin(3 * i + 1));
    const value = (q: Float64Array) => {
      const density = made.set(q, 0);
      return made.factor.reduce((sum, entry, i) => sum + entry * adjoint[i], density);
    };
    fc.assert(
      fc.property(unconstrained(k), (q) => {
        const gradient = new Float64Array(pairs(k)).fill(0.5);
        const expected = centralDifference(value, q).map((g) => g + 0.5);
        made.set(q, 0);
        made.addGradient(adjoint, gradient, 0);
        // Differences of order h⁴ = 1e-16 and rounding 1e-16 / h = 1e-12 times the density's size.
        expectClose(gradient, expected, {relative: 1e-7, absolute: 1e-8});
      }),
      {numRuns: 40}
    );
  });

  it("meets the edge of the space with -Infinity or NaN, never with an error", () => {
    const made = new CorrelationFactor(3, 1);
    const density = made.set(Float64Array.of(400, -400, 400), 0);
    expect(Number.isFinite(density)).toBe(false);
  });
});
