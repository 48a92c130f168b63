import {describe, expect, it} from "vitest";
import {effectiveSize} from "../../../src/engine/diagnostics/effective-size.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {undefinedDraws} from "./cases.js";

/** Chains of x[i] = phi x[i - 1] + noise, whose autocorrelations are phi^t. */
function autoregression(phi: number, chains: number, iterations: number): Float64Array {
  const values = new Float64Array(chains * iterations);
  for (let c = 0; c < chains; c++) {
    const generator = createGenerator("autoregression", c);
    let x = generator.normal() / Math.sqrt(1 - phi * phi);
    for (let i = 0; i < iterations; i++) {
      values[c * iterations + i] = x;
      x = phi * x + generator.normal();
    }
  }
  return values;
}

describe("effectiveSize(values, chains, iterations)", () => {
  it.each([0, 0.5, 0.9, -0.3])(
    "is S (1 - φ) / (1 + φ) for an autoregression with φ = %d",
    (phi) => {
      const size = 4 * 25_000;
      const expected = (size * (1 - phi)) / (1 + phi);
      // The estimated time has a relative sd of a few lags over the root of S; 5 % is several of them.
      expectClose(effectiveSize(autoregression(phi, 4, 25_000), 4, 25_000), expected, {
        relative: 0.05
      });
    }
  );

  it("does not exceed S log10 S however antithetic the chains", () => {
    // S (1 + 0.95) / (1 - 0.95) would be 15 600.
    const values = autoregression(-0.95, 2, 200);
    expectClose(effectiveSize(values, 2, 200), 400 * Math.log10(400), {relative: 1e-12});
  });

  it("is small for chains that stand still at different values", () => {
    const values = Float64Array.from({length: 200}, (_, i) => Math.floor(i / 100));
    expect(effectiveSize(values, 2, 100)).toBeLessThan(3);
  });

  it.each(undefinedDraws)("is NaN with %s", (_, values) => {
    expect(effectiveSize(values, 2, 20)).toBeNaN();
  });

  it("is NaN for chains shorter than three", () => {
    expect(effectiveSize(Float64Array.of(1, 2, 3, 4), 2, 2)).toBeNaN();
  });
});
