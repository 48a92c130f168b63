import {describe, expect, it} from "vitest";
import {contrastCovariances, contrasts} from "../../../src/engine/ols/contrasts.js";
import {countedLeastSquares} from "../../../src/engine/ols/counted.js";
import {leastSquares} from "../../../src/engine/ols/least-squares.js";
import {covariance, standardErrors} from "../../../src/engine/ols/standard-errors.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

const names = ["one", "t", "a", "t:a", "copy", "alone"];
/** Six kinds, the last with one row; a column that is twice another, and one of the last kind alone. */
const kinds = [0, 1, 2, 3, 4, 5].map((k) => {
  const [t, a] = [k % 2, Math.floor(k / 2)];
  return [1, t, a, t * a, 2 * a, Number(k === 5)];
});
const counts = [4, 9, 30, 7, 12, 1];
const random = createGenerator("counted rows", 0);
const outcomes = counts.map((count, k) =>
  Array.from({length: count}, () => k / 3 + random.uniform() * (k + 1))
);

const columns = (rows: readonly (readonly number[])[]) =>
  Float64Array.from(names.flatMap((_, j) => rows.map((row) => row[j])));
const rows = kinds.flatMap((kind, k) => outcomes[k].map(() => kind));
const byRow = leastSquares(columns(rows), Float64Array.from(outcomes.flat()), names);
const means = outcomes.map((own) => own.reduce((sum, y) => sum + y, 0) / own.length);
const within = outcomes.map((own, k) => own.reduce((sum, y) => sum + (y - means[k]) ** 2, 0));
const byKind = countedLeastSquares(columns(kinds), Float64Array.from(means), names, {
  counts: Float64Array.from(counts),
  within: Float64Array.from(within)
});
const within9 = {relative: 1e-9, absolute: 1e-12};
const firsts = counts.map((_, k) => counts.slice(0, k).reduce((sum, n) => sum + n, 0));

describe("least squares of counted rows", () => {
  it("has the coefficients, the rank and the sigma of the rows", () => {
    expectClose([...byKind.coefficients], [...byRow.coefficients], within9);
    expect([byKind.rank, byKind.df, byKind.aliased]).toEqual([byRow.rank, byRow.df, byRow.aliased]);
    expectClose([byKind.sigma], [byRow.sigma], within9);
  });

  it("has each kind's leverage and fitted value, and the root of its mean squared residual", () => {
    expectClose(
      [...byKind.leverage],
      firsts.map((i) => byRow.leverage[i]),
      within9
    );
    expectClose(
      [...byKind.fitted],
      firsts.map((i) => byRow.fitted[i]),
      within9
    );
    const squares = counts.map((count, k) => {
      const own = byRow.residuals.slice(firsts[k], firsts[k] + count);
      return Math.sqrt(own.reduce((sum, e) => sum + e * e, 0) / count);
    });
    expectClose([...byKind.residuals], squares, {relative: 1e-9, absolute: 1e-9});
  });

  it.each(["classical", "HC2", "HC3"] as const)("has the rows' %s errors", (errors) => {
    expectClose([...standardErrors(byKind, errors)], [...standardErrors(byRow, errors)], within9);
    expectClose([...covariance(byKind, errors)], [...covariance(byRow, errors)], within9);
    // The last of them rests on the one row that the fit passes through.
    const weights = [
      [0, 1, 0, 0, 0, 0],
      [0, 1, 0, 2, 0, 0],
      [0, 0, 0, 0, 0, 1]
    ].map((row) => Float64Array.from(row));
    const [own, other] = [byKind, byRow].map((fit) => contrasts(fit, weights, {errors}));
    for (const name of ["estimate", "se", "lower", "upper", "df", "p"] as const)
      expectClose(
        own.map((one) => one[name]),
        other.map((one) => one[name]),
        within9
      );
    const [all, expected] = [byKind, byRow].map((fit) => contrastCovariances(fit, weights, errors));
    expectClose([...all], [...expected], within9);
  });
});
