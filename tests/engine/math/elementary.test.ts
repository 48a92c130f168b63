import {describe, expect, it} from "vitest";
import {exp, log, log1p, power, tanh} from "../../../src/engine/math/elementary.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

const generator = createGenerator("elementary", 0);
const between = (low: number, high: number) =>
  Float64Array.from({length: 20_000}, () => low + (high - low) * generator.uniform());
const magnitudes = (low: number, high: number) => between(low, high).map((e) => 10 ** e);

// Math's functions are within a unit in the last place, 2.2e-16, and ours within a few.
const near = {relative: 1e-15};

describe("exp", () => {
  it("agrees with Math.exp to the last digits", () => {
    for (const x of [between(-700, 700), between(-2, 2), between(-1e-3, 1e-3)])
      expectClose(x.map(exp), x.map(Math.exp), near);
  });

  it("has exact values and limits", () => {
    expect([0, -0, 710, Infinity, -746, -Infinity, NaN].map(exp)).toEqual([
      1,
      1,
      Infinity,
      Infinity,
      0,
      0,
      NaN
    ]);
  });

  it("reaches from the smallest numbers to the largest", () => {
    expectClose([709.7, -708, -740].map(exp), [709.7, -708, -740].map(Math.exp), {
      relative: 1e-13,
      absolute: 5e-324
    });
  });

  it("turns sums into products", () => {
    const [a, b] = [between(-5, 5), between(-5, 5)];
    expectClose(
      a.map((x, i) => exp(x + b[i])),
      a.map((x, i) => exp(x) * exp(b[i])),
      {relative: 4e-15}
    );
  });
});

describe("log", () => {
  it("agrees with Math.log to the last digits, near 1 as well", () => {
    for (const x of [magnitudes(-307, 307), between(0.5, 2), between(0.999, 1.001)])
      expectClose(x.map(log), x.map(Math.log), near);
  });

  it("has exact values and limits", () => {
    expect([1, 0, -0, Infinity, -1, NaN].map(log)).toEqual([
      0,
      -Infinity,
      -Infinity,
      Infinity,
      NaN,
      NaN
    ]);
    expect(log(2)).toBe(Math.LN2);
  });

  it("takes numbers below the normal range", () => {
    expectClose([5e-324, 1e-310].map(log), [5e-324, 1e-310].map(Math.log), near);
  });

  it("undoes exp", () => {
    const x = between(-50, 50);
    expectClose(
      x.map((value) => log(exp(value))),
      x,
      {relative: 1e-15, absolute: 5e-16}
    );
  });
});

describe("log1p", () => {
  it("agrees with Math.log1p, for tiny and for large numbers", () => {
    for (const x of [magnitudes(-300, 300), magnitudes(-12, -1).map((v) => -v), between(-0.999, 3)])
      expectClose(x.map(log1p), x.map(Math.log1p), near);
  });

  it("has exact values and limits", () => {
    expect([0, -1, -2, Infinity, NaN].map(log1p)).toEqual([0, -Infinity, NaN, Infinity, NaN]);
  });
});

describe("tanh", () => {
  it("agrees with Math.tanh, for tiny and for large numbers", () => {
    for (const x of [between(-25, 25), between(-0.4, 0.4), magnitudes(-300, 2)])
      expectClose(x.map(tanh), x.map(Math.tanh), near);
  });

  it("is odd, and one at the ends", () => {
    const x = between(0, 20);
    expect(x.map((value) => tanh(-value))).toEqual(x.map((value) => -tanh(value)));
    expect([0, 30, -30, Infinity, -Infinity, NaN].map(tanh)).toEqual([0, 1, -1, 1, -1, NaN]);
  });
});

describe("power", () => {
  it("is a product for whole exponents: the square exactly, others to a unit for each factor", () => {
    const x = between(-30, 30);
    expect(x.map((value) => power(value, 2))).toEqual(x.map((value) => value * value));
    for (const y of [3, 5, 12, -1, -7])
      expectClose(
        x.map((value) => power(value, y)),
        x.map((value) => value ** y),
        {relative: Math.abs(y) * Number.EPSILON}
      );
  });

  it("is the square root for a half, and NaN for roots of negative numbers", () => {
    const x = magnitudes(-300, 300);
    expect(x.map((value) => power(value, 0.5))).toEqual(x.map(Math.sqrt));
    expect([power(-2, 0.5), power(-2, 1 / 3)]).toEqual([NaN, NaN]);
  });

  it("agrees with ** for other exponents, as far as a rounded y log x can", () => {
    const x = magnitudes(-20, 20);
    for (const y of [0.2, -0.2, 1 / 3, 2.5, -6.1, 3000]) {
      const inRange = x.filter((value) => Math.abs(y * Math.log(value)) < 600);
      expectClose(
        inRange.map((value) => power(value, y)),
        inRange.map((value) => value ** y),
        // The rounding of a product of up to 600 is a relative error of as many units.
        {relative: 600 * Number.EPSILON}
      );
    }
  });

  it("has exact values and limits", () => {
    expect([power(0, 0), power(7, 0), power(0, 3), power(0, 0.3)]).toEqual([1, 1, 0, 0]);
    expect([power(0, -1), power(0, -0.3), power(2, 1023)]).toEqual([Infinity, Infinity, 2 ** 1023]);
    expect([power(-1, 2001), power(-1, 2000), power(-2, 3)]).toEqual([-1, 1, -8]);
  });
});
