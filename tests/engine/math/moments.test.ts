import {describe, expect, it} from "vitest";
import {mean, variance} from "../../../src/engine/math/moments.js";
import {expectClose, readFixture} from "../../assert.js";

const {samples} = readFixture("summary") as {
  samples: Record<string, {values: number[]; mean: number; sd: number}>;
};

describe("mean(x) and variance(x)", () => {
  it.each(Object.entries(samples))("agree with R on the sample %s", (_, sample) => {
    const x = Float64Array.from(sample.values);
    // R prints 15 digits.
    expectClose(mean(x), sample.mean, {relative: 2e-15, absolute: 1e-16});
    expectClose(Math.sqrt(variance(x)), sample.sd, {relative: 1e-14});
  });

  it("keep their digits far from zero", () => {
    const x = Float64Array.of(1e9 + 1, 1e9 + 2, 1e9 + 3);
    expect([mean(x), variance(x)]).toEqual([1e9 + 2, 1]);
  });

  it("of a stretch are those of its numbers alone, whatever its length", () => {
    const x = Float64Array.of(1e9, 4, 1, 7, 2, 6, -3, 8, 5, 1e9);
    for (let to = 2; to < x.length; ++to) {
      const alone = x.slice(1, to);
      const centre = alone.reduce((a, b) => a + b) / alone.length;
      expectClose(mean(x, 1, to), centre, {relative: 1e-15});
      const squares = alone.reduce((sum, value) => sum + (value - centre) ** 2, 0);
      expectClose(variance(x, 1, to), squares / (alone.length - 1), {relative: 1e-14});
    }
  });

  it("of equal numbers are that number and exactly zero", () => {
    const x = new Float64Array(1001).fill(0.1);
    expect([mean(x), variance(x)]).toEqual([0.1, 0]);
  });

  it("are undefined for too few numbers", () => {
    expect([mean(new Float64Array(0)), variance(Float64Array.of(4))]).toEqual([NaN, NaN]);
  });

  it("pass infinities on", () => {
    expect([mean(Float64Array.of(1, Infinity)), variance(Float64Array.of(1, Infinity))]).toEqual([
      Infinity,
      NaN
    ]);
  });
});
