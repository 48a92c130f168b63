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
