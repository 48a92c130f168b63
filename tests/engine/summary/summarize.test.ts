import {describe, expect, it} from "vitest";
import {summarize} from "../../../src/engine/summary/summarize.js";
import {expectClose} from "../../assert.js";
import {cases, undefinedDraws} from "../diagnostics/cases.js";

describe("summarize(values, chains, iterations)", () => {
  it.each(cases)(
    "carries the diagnostics of the R package posterior on %s chains",
    (_, example) => {
      const row = summarize(example.values, example.chains, example.iterations);
      const {rhat, ess_bulk, ess_tail, mcse_mean} = example;
      expectClose(
        [row.rhat, row.ess_bulk, row.ess_tail, row.mcse_mean],
        [rhat, ess_bulk, ess_tail, mcse_mean],
        {relative: 1e-10}
      );
    }
  );

  it("reads centre, spread and quantiles off the draws and leaves them as they are", () => {
    // 0 … 200 in scattered order: 68 and 201 have no common divisor.
    const values = Float64Array.from({length: 201}, (_, i) => (i * 68) % 201);
    const before = values.slice();
    const row = summarize(values, 1, 201);
    expectClose(
      [row["q2.5"], row.q5, row.q10, row.q25, row.q50, row.q75, row.q90, row.q95, row["q97.5"]],
      [5, 10, 20, 50, 100, 150, 180, 190, 195],
      {absolute: 1e-12}
    );
    // The variance of 0 … n - 1 with divisor n - 1 is n (n + 1) / 12.
    expectClose([row.mean, row.sd], [100, Math.sqrt((201 * 202) / 12)], {relative: 1e-14});
    expect(values).toEqual(before);
  });

  it.each(undefinedDraws)("has NaN diagnostics with %s", (_, values) => {
    const {rhat, ess_bulk, ess_tail, mcse_mean} = summarize(values, 2, 20);
    expect([rhat, ess_bulk, ess_tail, mcse_mean]).toEqual([NaN, NaN, NaN, NaN]);
  });

  it("is NaN throughout with a NaN draw", () => {
    const row = summarize(Float64Array.of(1, 2, NaN, 4), 1, 4);
    expect(Object.values(row).every(Number.isNaN)).toBe(true);
  });
});
