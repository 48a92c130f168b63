import {describe, expect, it} from "vitest";
import {spreadOf, type Errors} from "../../../src/engine/ols/spread.js";
import {covariance, type ErrorKind} from "../../../src/engine/ols/standard-errors.js";
import {expectClose} from "../../assert.js";
import {fits, refit} from "./fits.js";

const [, first] = fits[0];
const unit = (p: number, at: number) => Float64Array.from({length: p}, (_, j) => Number(j === at));

describe("spreadOf(fit, errors)", () => {
  it.each<ErrorKind>(["classical", "HC2", "HC3"])(
    "tells the %s covariances of coefficients",
    (errors) => {
      const fit = refit(first);
      const p = fit.names.length;
      const spread = spreadOf(fit, errors);
      const all = covariance(fit, errors);
      for (const a of fit.factor.kept)
        for (const b of fit.factor.kept) {
          const [one, other] = [a, b].map((j) => spread.carry(unit(p, j)));
          expectClose(spread.covariance(one.rows, other.rows), all[a * p + b], {
            relative: 1e-9,
            absolute: 1e-12
          });
          expect(one.df).toBe(fit.df);
        }
    }
  );

  it("has degrees of freedom of each combination's own where clusters err", () => {
    const fit = refit(first);
    const errors: Errors = {clusters: Int32Array.from({length: first.rows}, (_, i) => i % 5)};
    const spread = spreadOf(fit, errors);
    const dfs = fit.factor.kept.map((j) => spread.carry(unit(fit.names.length, j)).df);
    // Of five clusters no more than four can differ from their mean.
    for (const df of dfs) {
      expect(df).toBeGreaterThan(0);
      expect(df).toBeLessThanOrEqual(4.000_001);
    }
    expect(new Set(dfs).size).toBeGreaterThan(1);
  });
});
