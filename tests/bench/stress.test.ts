import {describe, expect, it} from "vitest";
import {simulateMetaAnalysis, stress} from "../../bench/stress.js";
import {createGenerator} from "../../src/engine/index.js";

describe("simulateMetaAnalysis", () => {
  it("makes 3 to 8 studies with standard errors, under half-normal and half-Cauchy priors", () => {
    const generator = createGenerator("few");
    const all = Array.from({length: 24}, (_, k) => simulateMetaAnalysis(generator, k));
    expect(new Set(all.map(({data}) => data.y.length))).toEqual(new Set([3, 4, 5, 6, 7, 8]));
    expect(all.flatMap(({data}) => [...data.s]).every((se) => Number(se) > 0)).toBe(true);
    const families = all.map(({priors}) => /sd: (\w+)/.exec(priors[1])![1]);
    expect(new Set(families)).toEqual(new Set(["normal", "cauchy"]));
  });
});

describe("200 small meta-analyses", () => {
  it("are fitted without a refusal, a divergence, an R-hat above 1.01 or a draw that is no number", async () => {
    // Half of its draws must be effective, or the sampler got stuck somewhere.
    const {smallest_ess, largest_rhat: _, seconds: __, ...troubles} = await stress(200, "test");
    expect(troubles).toEqual({fits: 200, divergent: 0, above_rhat: 0, refused: 0, broken: 0});
    expect(smallest_ess).toBeGreaterThan(2000);
  });
});
