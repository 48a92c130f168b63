import {describe, expect, it} from "vitest";
import {judge, limits} from "../../../src/engine/diagnostics/verdict.js";

const good = {variable: "b_x", rhat: 1.001, ess_bulk: 900, ess_tail: 800};
const other = {variable: "sigma", rhat: 1.004, ess_bulk: 500, ess_tail: 2000};
const calm = {divergences: 0, max_treedepth_hits: 0, ebfmi: Float64Array.of(0.9, 1.1)};

describe("judge", () => {
  it("finds nothing wrong within the limits, and tells the worst of each number", () => {
    expect(judge([good, other], calm)).toEqual({
      divergences: 0,
      max_treedepth_hits: 0,
      max_rhat: 1.004,
      min_ess_bulk: 500,
      min_ess_tail: 800,
      min_ebfmi: 0.9,
      reasons: []
    });
  });

  it("takes the limits themselves for good", () => {
    const edge = {variable: "b", rhat: limits.rhat, ess_bulk: limits.ess, ess_tail: limits.ess};
    expect(judge([edge], {...calm, ebfmi: Float64Array.of(limits.ebfmi)}).reasons).toEqual([]);
  });

  it.each([
    [{...good, rhat: 1.0234}, "R-hat 1.023 for b_x"],
    [{...good, ess_bulk: 399.4}, "bulk ESS 399 for b_x"],
    [{...good, ess_tail: 12}, "tail ESS 12 for b_x"]
  ])("names the worst row: %j", (row, reason) => {
    expect(judge([other, row], calm).reasons).toEqual([reason]);
  });

  it.each(["rhat", "ess_bulk", "ess_tail"] as const)(
    "takes a %s that is NaN for a failure",
    (column) => {
      const {reasons} = judge([good, {...other, [column]: NaN}], calm);
      expect(reasons.length).toBe(1);
      expect(reasons[0]).toMatch(/NaN for sigma$/);
    }
  );

  it("counts divergences in words", () => {
    expect(judge([good], {...calm, divergences: 1}).reasons).toEqual(["1 divergent transition"]);
    expect(judge([good], {...calm, divergences: 7}).reasons).toEqual(["7 divergent transitions"]);
  });

  it("minds the worst chain's E-BFMI", () => {
    const {min_ebfmi, reasons} = judge([good], {...calm, ebfmi: Float64Array.of(0.8, 0.214)});
    expect([min_ebfmi, reasons]).toEqual([0.214, ["E-BFMI 0.21"]]);
  });

  it("does not hold long trajectories against a run", () => {
    expect(judge([good], {...calm, max_treedepth_hits: 9})).toMatchObject({
      max_treedepth_hits: 9,
      reasons: []
    });
  });
});
