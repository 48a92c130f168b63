import {describe, expect, it} from "vitest";
import {contrastCells, posteriorCells} from "../../../src/data/report/estimate-columns.js";
import {summarize} from "../../../src/engine/index.js";
import {expectClose} from "../../assert.js";

describe("posteriorCells", () => {
  it("cuts equal tails at every width", () => {
    const draws = Float64Array.from({length: 401}, (_, i) => i / 400);
    const cells = posteriorCells(summarize(draws, 1, 401));
    expect(Object.keys(cells)).toHaveLength(3 + 2 * 4);
    for (const width of [50, 80, 90, 95]) {
      const tail = (1 - width / 100) / 2;
      expectClose([cells[`lower${width}`], cells[`upper${width}`]], [tail, 1 - tail], {
        absolute: 1e-12
      });
    }
    expectClose([cells.median, cells.mean], [0.5, 0.5], {absolute: 1e-12});
  });
});

describe("contrastCells", () => {
  it("reaches as far as the quantiles of t say", () => {
    const cells = contrastCells({estimate: 2, se: 0.5, df: 10, lower: NaN, upper: NaN, p: NaN});
    // qt(c(.75, .9, .95, .975), 10) in R 4.
    const reaches = [0.6998120613, 1.3721836411, 1.8124611228, 2.228138852];
    [50, 80, 90, 95].forEach((width, i) => {
      const limits = [cells[`lower${width}`], cells[`upper${width}`]];
      expectClose(limits, [2 - 0.5 * reaches[i], 2 + 0.5 * reaches[i]], {absolute: 1e-9});
    });
    expect(cells).toMatchObject({median: 2, mean: 2, sd: 0.5});
  });

  it("has no limits for what cannot be estimated", () => {
    const nothing = {estimate: NaN, se: NaN, df: 10, lower: NaN, upper: NaN, p: NaN};
    expect(Object.values(contrastCells(nothing)).every(Number.isNaN)).toBe(true);
  });
});
