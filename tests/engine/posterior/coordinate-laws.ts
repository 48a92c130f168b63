// Laws of the coordinates of levels, for every number of coefficients.
import {expect, it} from "vitest";
import type {Coordinates} from "../../../src/engine/posterior/coordinates.js";
import {expectClose} from "../../assert.js";
import {centralDifference} from "../../reference/central-difference.js";

type Make = (k: number, levels: number, information: Float64Array) => Coordinates;

/** Symmetric, positive semidefinite [k × k × levels]; the last level has no data. */
export function someInformation(k: number, levels: number): Float64Array {
  const out = new Float64Array(k * k * levels);
  for (let j = 0; j < levels - 1; ++j) {
    const root = Array.from({length: k * k}, (_, i) => 3 * Math.sin(3 * i + 7 * j + 1));
    for (let a = 0; a < k; ++a)
      for (let b = 0; b < k; ++b)
        for (let c = 0; c < k; ++c)
          out[(a * k + b) * levels + j] += root[a * k + c] * root[b * k + c];
  }
  return out;
}

/** A lower triangular k × k scale, one entry negative. */
export const someScale = (k: number): Float64Array =>
  Float64Array.from({length: k * k}, (_, i) =>
    i % k > Math.floor(i / k) ? 0 : (i === 0 ? -1 : 1) * (0.4 + 0.3 * i)
  );

const numbers = (n: number, shift: number): Float64Array =>
  Float64Array.from({length: n}, (_, i) => 1.3 * Math.sin(2 * i + shift));

/** Asserts the laws of coordinates of k coefficients. */
export function assertCoordinateLaws(make: Make, k: number): void {
  const levels = 5;
  const n = k * levels;
  const information = someInformation(k, levels);
  const scale = someScale(k);
  const values = new Float64Array(n);

  it(`makes ${k} coefficients standard normal where the likelihood is the one it knows`, () => {
    const own = make(k, levels, information);
    own.pull.set(numbers(n, 0.3));
    own.pull.fill(0, n - 1);
    const left = (u: Float64Array) => {
      let density = own.set(u, 0, scale, values) + u.reduce((sum, x) => sum + x * x, 0) / 2;
      for (let a = 0; a < k; ++a)
        for (let j = 0; j < levels; ++j) {
          const b = values[a * levels + j];
          density += own.pull[a * levels + j] * b;
          for (let c = 0; c < k; ++c)
            density -= 0.5 * b * information[(a * k + c) * levels + j] * values[c * levels + j];
        }
      return density;
    };
    const origin = left(new Float64Array(n));
    for (const shift of [1, 2, 3]) expectClose(left(numbers(n, shift)), origin, {relative: 1e-11});
  });

  it(`leaves ${k} coefficients as they are a priori where there are no data`, () => {
    const own = make(k, levels, new Float64Array(information.length));
    const u = numbers(n, 1);
    const density = own.set(u, 0, scale, values);
    expectClose(density, -u.reduce((sum, x) => sum + x * x, 0) / 2, {relative: 1e-14});
    const expected = u.map((_, i) => {
      const [a, j] = [Math.floor(i / levels), i % levels];
      let sum = 0;
      for (let l = 0; l <= a; ++l) sum += scale[a * k + l] * u[l * levels + j];
      return sum;
    });
    expectClose(values, expected, {absolute: 1e-14});
  });

  it(`has the gradient that differences give, for ${k} coefficients`, () => {
    const own = make(k, levels, information);
    const adjoint = numbers(n, 4);
    // Coordinates from 2 on, then the scale's entries, then the pull.
    const at = 2;
    const point = Float64Array.of(9, 9, ...numbers(n, 1), ...scale, ...numbers(n, 2));
    const value = (q: Float64Array) => {
      own.pull.set(q.subarray(at + n + k * k));
      const lower = q.slice(at + n, at + n + k * k).map((x, i) => (scale[i] === 0 ? 0 : x));
      const density = own.set(q, at, lower, values);
      return values.reduce((sum, b, i) => sum + b * adjoint[i], density);
    };
    const expected = centralDifference(value, point);
    value(point);
    const [gradient, byScale] = [new Float64Array(at + n).fill(7), new Float64Array(k * k)];
    own.writeGradient(adjoint, scale, gradient, at, byScale);
    const inside = byScale.map((x, i) => (scale[i] === 0 ? 0 : x));
    expect([...gradient.subarray(0, at)]).toEqual([7, 7]);
    expectClose([...gradient.subarray(at), ...inside, ...own.byPull], expected.subarray(at), {
      relative: 1e-8,
      absolute: 1e-8
    });
  });

  it(`gives for ${k} coefficients a density that is not a number beyond numbers, not an error`, () => {
    const own = make(k, levels, information);
    const far = own.set(
      numbers(n, 1),
      0,
      scale.map((x) => x * 1e200),
      values
    );
    expect(Number.isFinite(far)).toBe(false);
  });
}
