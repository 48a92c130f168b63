import {describe, expect, it} from "vitest";
import {orderDraws} from "../../../src/engine/diagnostics/ordered-draws.js";
import {rhat as rhatOf} from "../../../src/engine/diagnostics/rhat.js";
import {expectClose} from "../../assert.js";
import {cases, undefinedDraws} from "./cases.js";

const rhat = (values: Float64Array, chains: number, iterations: number) =>
  rhatOf(orderDraws(values, chains, iterations));

describe("rhat(draws)", () => {
  it.each(cases)("agrees with the R package posterior on %s chains", (_, example) => {
    const {values, chains, iterations} = example;
    expectClose(rhat(values, chains, iterations), example.rhat, {relative: 1e-12});
  });

  it("sees chains that differ only in scale", () => {
    const wave = Array.from({length: 200}, (_, i) => Math.sin(i * i));
    const values = Float64Array.from([...wave, ...wave.map((x) => 10 * x)]);
    expect(rhat(values, 2, 200)).toBeGreaterThan(1.3);
  });

  it("does not change under a rising transformation that keeps distances' order", () => {
    const [, {values, chains, iterations}] = cases[0];
    const moved = values.map((x) => 3 * x + 5);
    // Ranks are equal but for ties made or broken by rounding.
    expectClose(rhat(moved, chains, iterations), rhat(values, chains, iterations), {
      relative: 1e-6
    });
  });

  it.each(undefinedDraws)("is NaN with %s", (_, values) => {
    expect(rhat(values, 2, 20)).toBeNaN();
  });

  it("is Infinity when each half chain stands still at its own value", () => {
    const values = Float64Array.from({length: 60}, (_, i) => Math.floor(i / 20) ** 2);
    expect(rhat(values, 3, 20)).toBe(Infinity);
  });
});
