import {describe, expect, it} from "vitest";
import {BLOCK} from "../../../src/engine/design/blocks.js";
import {ReferenceFit} from "../../../src/engine/design/reference-fit.js";
import {leastSquares} from "../../../src/engine/ols/least-squares.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {fits} from "../ols/fits.js";

const generator = createGenerator("reference fit");
const normals = (n: number) => Float64Array.from({length: n}, () => generator.normal());

function fit(
  x: readonly Float64Array[],
  y: Float64Array,
  weights: Float64Array | null = null,
  step = BLOCK
): Float64Array {
  const made = new ReferenceFit(x.length);
  for (let from = 0; from < y.length; from += step) {
    const part = (column: Float64Array) => column.subarray(from, from + step);
    made.add(x.map(part), part(y), weights && part(weights));
  }
  return made.solve();
}

function ols(x: readonly Float64Array[], y: Float64Array): Float64Array {
  const all = Float64Array.from(x.flatMap((column) => [...column]));
  return leastSquares(
    all,
    y,
    x.map((_, j) => `x${j}`)
  ).coefficients;
}

describe("ReferenceFit", () => {
  const n = 500;
  const x = [new Float64Array(n).fill(1), normals(n), normals(n).map((v) => 1e3 * v + 1e6)];
  const y = normals(n).map((v, i) => 1e4 + v + 2 * x[1][i] - x[2][i]);

  it.each([1, 7, 499, 500])("is least squares on all rows, in blocks of %d", (step) => {
    expectClose(fit(x, y, null, step), ols(x, y), {relative: 1e-10});
  });

  it.each(fits)(
    "is R's lm of %s, but 0 where that has NA",
    (_, {x: all, y: outcome, rows, names, coefficients}) => {
      const columns = names.map((__, j) => Float64Array.from(all.slice(j * rows, (j + 1) * rows)));
      const expected = coefficients.map((value) => value ?? 0);
      expectClose(fit(columns, Float64Array.from(outcome), null, 9), expected, {
        relative: 1e-10,
        absolute: 1e-12
      });
    }
  );

  it("weights rows as scaling them by the root of their weights does, from 1e-6 to 1e6", () => {
    const weights = Float64Array.from({length: n}, (_, i) => 10 ** (6 * Math.sin(i)));
    const scale = (column: Float64Array) => column.map((v, i) => v * Math.sqrt(weights[i]));
    expectClose(fit(x, y, weights, 64), ols(x.map(scale), scale(y)), {relative: 1e-9});
  });

  it("gives 0 to a column that depends on earlier ones, and to all columns but one of one row", () => {
    const twice = x[1].map((v) => 2 * v);
    expect(fit([x[0], x[1], twice], y, null, 100)[2]).toBe(0);
    expect([...fit([Float64Array.of(1), Float64Array.of(3)], Float64Array.of(5))]).toEqual([5, 0]);
  });

  it("gives 0 to a column of zeros, and nothing of no columns", () => {
    expect(fit([new Float64Array(n), x[1]], y)[0]).toBe(0);
    expect(fit([], y)).toEqual(new Float64Array(0));
  });
});
