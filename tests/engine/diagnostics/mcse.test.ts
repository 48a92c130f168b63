import {describe, expect, it} from "vitest";
import {mcseMean, mcseQuantile} from "../../../src/engine/diagnostics/mcse.js";
import {orderDraws} from "../../../src/engine/diagnostics/ordered-draws.js";
import {expectClose} from "../../assert.js";
import {cases, undefinedDraws} from "./cases.js";

describe.each(cases)("on %s chains, as the R package posterior,", (_, example) => {
  const {values, chains, iterations} = example;

  it("mcseMean", () => {
    // As the effective sizes: see ess.test.ts.
    expectClose(mcseMean(values, chains, iterations), example.mcse_mean, {relative: 1e-10});
  });

  it("mcseQuantile", () => {
    // Half a difference of two draws, picked by the same positions.
    const tolerance = {relative: 1e-13};
    const draws = orderDraws(values, chains, iterations);
    expectClose(mcseQuantile(draws, 0.05), example.mcse_q5, tolerance);
    expectClose(mcseQuantile(draws, 0.5), example.mcse_q50, tolerance);
  });
});

it.each(undefinedDraws)("Monte Carlo errors are NaN with %s", (_, values) => {
  expect(mcseMean(values, 2, 20)).toBeNaN();
  expect(mcseQuantile(orderDraws(values, 2, 20), 0.5)).toBeNaN();
});
