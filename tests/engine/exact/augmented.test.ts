import {describe, expect, it} from "vitest";
import {Augmented, innerProduct} from "../../../src/engine/exact/augmented.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {centralDifference} from "../../reference/central-difference.js";
import {eliminate, product, square, times, transpose} from "../../reference/dense.js";
import {probe} from "./monte-carlo.js";
import {positiveDefinite} from "../linalg/random-matrix.js";

const P = 3;
const generator = createGenerator("augmented");
const rows = Array.from({length: 10}, () => Array.from({length: P + 1}, () => generator.normal()));
const cross = product(transpose(rows), rows);
const precision = Float64Array.of(0, 2, 0.5);
const location = Float64Array.of(9, 0.3, -1);

/** X'X plus the prior, and X'e plus its pull: the textbook's normal distribution. */
const information = cross
  .slice(0, P)
  .map((row, i) => row.slice(0, P).map((value, j) => value + (i === j ? precision[i] : 0)));
const pull = cross
  .slice(0, P)
  .map((row, i) => row[P] + precision[i] * (precision[i] > 0 ? location[i] : 0));
const {inverse, logDeterminant} = eliminate(information);
const mean = times(inverse, pull);

const pack = (a: readonly (readonly number[])[]) => a.flatMap((row, i) => row.slice(0, i + 1));

function made(given = precision): {augmented: Augmented; twice: number} {
  const augmented = new Augmented(P);
  augmented.matrix.set(pack(cross));
  augmented.precision.set(given);
  augmented.location.set(location);
  return {augmented, twice: augmented.factor()};
}

describe("Augmented", () => {
  it("integrates the squares and the prior over the coefficients", () => {
    // ∫ exp(−(squares + prior's squares)/2) is the value at the mean over the root of det.
    const residual = rows.map((row) => row[P] - mean.reduce((sum, b, j) => sum + b * row[j], 0));
    const squares = residual.reduce((sum, e) => sum + e * e, 0);
    const prior = mean.reduce((sum, b, j) => sum + precision[j] * (b - location[j]) ** 2, 0);
    const expected = Math.log(2 * 0.5) - logDeterminant - squares - prior;
    expectClose(made().twice, expected, {relative: 1e-12});
  });

  it("says NaN of flat coefficients that the data do not determine", () => {
    const augmented = new Augmented(2);
    augmented.matrix.set([1, 1, 1, 2, 2, 5]);
    expect(augmented.factor()).toBeNaN();
    augmented.matrix.set([1, 1, 1, 2, 2, 5]);
    augmented.precision[1] = 1;
    expect(augmented.factor()).not.toBeNaN();
  });

  it("never counts less than no squares, whatever rounding leaves of an exact fit", () => {
    const augmented = new Augmented(1);
    augmented.matrix.set([1, 1, 1 - 1e-9]);
    expect(augmented.factor()).toBe(0);
  });

  it("has the mean and covariance of (−δ, 1) as moments", () => {
    const {augmented} = made();
    augmented.setMoments();
    const full = inverse.map((row, i) => row.map((value, j) => value + mean[i] * mean[j]));
    const last = [...mean.map((value) => -value), 1];
    expectClose(augmented.moments, [...pack(full), ...last], {relative: 1e-11, absolute: 1e-13});
  });

  it("has the derivative by each log precision, 0 where the prior is flat", () => {
    const {augmented} = made();
    augmented.setMoments();
    const out = new Float64Array(P);
    augmented.writeByLogPrecision(out);
    const logs = Float64Array.of(0, Math.log(2), Math.log(0.5));
    const half = (q: Float64Array) =>
      0.5 * made(Float64Array.of(0, Math.exp(q[1]), Math.exp(q[2]))).twice;
    expectClose(out, centralDifference(half, logs), {absolute: 1e-9});
    expect(out[0]).toBe(0);
  });

  it("draws coefficients from their normal distribution", () => {
    const {augmented} = made();
    const out = new Float64Array(P);
    const drawn = probe((numbers) => {
      augmented.draw(out, numbers);
      return out;
    });
    expectClose(drawn.mean, mean, {relative: 1e-11});
    expectClose(drawn.covariance.flat(), inverse.flat(), {relative: 1e-10, absolute: 1e-13});
  });
});

describe("innerProduct(a, at, b, n)", () => {
  it("is the trace of two symmetric matrices' product, from any place", () => {
    for (const n of [1, 2, 5]) {
      const [a, b] = ["a", "b"].map((seed) => square(positiveDefinite(n, seed)));
      const trace = product(a, b).reduce((sum, row, i) => sum + row[i], 0);
      const packed = Float64Array.of(NaN, NaN, ...pack(a), NaN);
      expectClose(innerProduct(packed, 2, Float64Array.from(pack(b)), n), trace, {relative: 1e-13});
    }
  });
});
