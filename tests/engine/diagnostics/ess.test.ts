import {describe, expect, it} from "vitest";
import {essBulk, essMean, essQuantile, essTail} from "../../../src/engine/diagnostics/ess.js";
import {expectClose} from "../../assert.js";
import {cases, undefinedDraws} from "./cases.js";

// The autocovariances differ from R's by the rounding of another transform, 1e-13 of the variance;
// sums over up to 200 lags make that 1e-11.
const tolerance = {relative: 1e-10};

describe.each(cases)("on %s chains, as the R package posterior,", (_, example) => {
  const {values, chains, iterations} = example;

  it("essBulk", () => {
    expectClose(essBulk(values, chains, iterations), example.ess_bulk, tolerance);
  });

  it("essTail", () => {
    expectClose(essTail(values, chains, iterations), example.ess_tail, tolerance);
  });

  it("essMean", () => {
    expectClose(essMean(values, chains, iterations), example.ess_mean, tolerance);
  });

  it("essQuantile", () => {
    expectClose(essQuantile(values, chains, iterations, 0.1), example.ess_q10, tolerance);
    expectClose(essQuantile(values, chains, iterations, 1), example.ess_q100, tolerance);
  });
});

describe("effective sizes", () => {
  it.each(undefinedDraws)("are NaN with %s", (_, values) => {
    expect(essBulk(values, 2, 20)).toBeNaN();
    expect(essTail(values, 2, 20)).toBeNaN();
    expect(essMean(values, 2, 20)).toBeNaN();
    expect(essQuantile(values, 2, 20, 0.5)).toBeNaN();
  });

  it("of a quantile are NaN when no draw lies above it", () => {
    const values = Float64Array.from({length: 40}, (_, i) => (i === 3 ? 0 : 1));
    expect(essQuantile(values, 2, 20, 0.5)).toBeNaN();
  });

  it("of the bulk do not change under a rising transformation", () => {
    const [, {values, chains, iterations}] = cases[1];
    expect(essBulk(values.map(Math.exp), chains, iterations)).toBe(
      essBulk(values, chains, iterations)
    );
  });
});
