import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Distribution} from "../../../src/engine/density/density.js";
import {GroupEffects} from "../../../src/engine/posterior/group-effects.js";
import {expectClose} from "../../assert.js";
import {centralDifference} from "../../reference/central-difference.js";

const t: Distribution = {family: "student_t", arguments: [3, 0, 2.5]};
const exponential: Distribution = {family: "exponential", arguments: [1]};

function make(coefficients: number, levels: number, correlated: boolean, at = 0): GroupEffects {
  const sds = Array.from({length: coefficients}, (_, i) => (i % 2 ? exponential : t));
  return new GroupEffects({coefficients, levels, correlated, sds, eta: 1.5, at});
}

const point = (n: number) =>
  fc
    .array(fc.double({min: -1.5, max: 1.5, noNaN: true}), {minLength: n, maxLength: n})
    .map((q) => Float64Array.from(q));

describe("GroupEffects", () => {
  it.each([
    [1, 4, true, 1 + 4],
    [2, 4, true, 2 + 1 + 8],
    [3, 2, true, 3 + 3 + 6],
    [3, 2, false, 3 + 6]
  ])(
    "of %i coefficients and %i levels, correlated %s, has %i coordinates",
    (k, levels, correlated, dim) => {
      expect(make(k, levels, correlated).dim).toBe(dim);
    }
  );

  it("takes a scale as it is where its prior is symmetric about zero, else by its logarithm", () => {
    const group = make(2, 3, false);
    group.set(Float64Array.of(-2, Math.log(0.5), 1, -1, 2, 4, 0, -2));
    expectClose(group.values, [-2, 2, -4, 2, 0, -1], {relative: 1e-14});
    const sds = new Float64Array(3);
    expect(group.writeSds(sds, 1)).toBe(2);
    expectClose(sds, [0, 2, 0.5], {relative: 1e-14});
  });

  it("gives correlated coefficients scale_i (L z)_i, [coefficient × level]", () => {
    const group = make(2, 1, true);
    const w = 0.6;
    group.set(Float64Array.of(2, Math.log(3), w, 1.5, -0.5));
    const r = Math.tanh(w);
    expectClose(group.values, [2 * 1.5, 3 * (r * 1.5 - Math.sqrt(1 - r * r) * 0.5)], {
      relative: 1e-14
    });
  });

  it("means the same by a scale and its standardised numbers with the other sign", () => {
    const group = make(3, 2, true);
    const q = Float64Array.of(0.7, -0.2, 1.3, 0.4, -0.3, 0.8, 1, 2, 0.5, -1, 0.3, 0.9);
    const look = (point: Float64Array) => {
      const density = group.set(point);
      const [sds, correlations] = [new Float64Array(3), new Float64Array(3)];
      group.writeSds(sds, 0);
      group.writeCorrelations(correlations, 0);
      return [density, ...group.values, ...sds, ...correlations];
    };
    // A scale of the first coefficient with the other sign takes that of its correlations along.
    const turned = q.map((x, i) => ([0, 3, 4, 6, 7].includes(i) ? -x : x));
    expectClose(look(turned), look(q), {absolute: 1e-14});
  });

  it("writes the correlations of L L' row by row", () => {
    const group = make(3, 1, true);
    const q = Float64Array.of(1, 0, 1, 0.4, -0.3, 0.8, 0, 0, 0);
    group.set(q);
    const out = new Float64Array(5).fill(9);
    expect(group.writeCorrelations(out, 1)).toBe(3);
    const [a, b, c] = [0.4, -0.3, 0.8].map(Math.tanh);
    // The third is the partial correlation of 2 and 3 given 1, turned back.
    const third = a * b + c * Math.sqrt((1 - a * a) * (1 - b * b));
    expectClose(out, [9, a, b, third, 9], {absolute: 1e-14});
    expect(make(3, 1, false).writeCorrelations(out, 0)).toBe(0);
  });

  it.each([
    [1, 3, true],
    [2, 3, true],
    [3, 4, true],
    [3, 2, false]
  ])(
    "of %i coefficients, %i levels, correlated %s, has the gradient of its density and adjoint",
    (k, levels, correlated) => {
      const at = 2;
      const group = make(k, levels, correlated, at);
      group.adjoint.forEach((_, i) => (group.adjoint[i] = Math.cos(2 * i + 1)));
      const value = (q: Float64Array) => {
        const density = group.set(q);
        return group.values.reduce((sum, v, i) => sum + v * group.adjoint[i], density);
      };
      fc.assert(
        fc.property(point(at + group.dim + 1), (q) => {
          const expected = centralDifference(value, q);
          const gradient = new Float64Array(q.length).fill(7);
          group.set(q);
          group.writeGradient(gradient);
          const own = (v: Float64Array) => v.subarray(at, at + group.dim);
          expectClose(own(gradient), own(expected), {relative: 1e-7, absolute: 1e-8});
          // Other coordinates are not its business.
          expect([gradient[0], gradient[1], gradient[at + group.dim]]).toEqual([7, 7, 7]);
        }),
        {numRuns: 30}
      );
    }
  );
});
