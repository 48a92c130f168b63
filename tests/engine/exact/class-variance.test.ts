import {describe, expect, it} from "vitest";
import {ClassVariance} from "../../../src/engine/exact/class-variance.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {eliminate, product, square, transpose} from "../../reference/dense.js";

const VARIANCE = 0.6;

/** A lower factor; its last row is 0 where `singular`, as in a group without treated rows. */
function lower(v: number, seed: string, singular = false): Float64Array {
  const generator = createGenerator(seed);
  return Float64Array.from({length: v * v}, (_, i) => {
    const [row, column] = [Math.floor(i / v), i % v];
    const value = generator.normal();
    if (column > row || (singular && column === v - 1)) return 0;
    return column === row ? 0.3 + Math.abs(value) : value;
  });
}

/** M = σ²I + L'SS'L. */
function matrixOf(factor: Float64Array, scale: Float64Array): number[][] {
  const b = product(transpose(square(factor)), square(scale));
  return product(b, transpose(b)).map((row, i) =>
    row.map((value, j) => value + (i === j ? VARIANCE : 0))
  );
}

describe.each([
  {v: 1, singular: false},
  {v: 1, singular: true},
  {v: 2, singular: false},
  {v: 2, singular: true},
  {v: 3, singular: true},
  {v: 5, singular: false}
])("a class of $v columns (singular: $singular)", ({v, singular}) => {
  const factor = lower(v, "factor", singular);
  const scale = lower(v, "scale");
  const expected = eliminate(matrixOf(factor, scale));
  const at = 3;

  it("has the inverse and the determinant of its rows' covariance", () => {
    const out = new Float64Array(at + v * v + 1).fill(7);
    const determinant = new ClassVariance(v).invert(factor, scale, VARIANCE, out, at);
    expectClose(determinant, expected.logDeterminant, {relative: 1e-12, absolute: 1e-13});
    expectClose(out, [7, 7, 7, ...expected.inverse.flat(), 7], {relative: 1e-11, absolute: 1e-12});
  });

  it("conditions coefficients on rows as a normal distribution does", () => {
    const solver = new ClassVariance(v);
    const [inverse, mean, noise] = Array.from({length: 3}, () => new Float64Array(at + v * v));
    solver.invert(factor, scale, VARIANCE, inverse, at);
    solver.condition(factor, scale, VARIANCE, {inverse, mean, noise, at});
    // Coefficients b ~ N(0, K) and rows r = L'b + σ noise: mean K L M⁻¹ r, variance K − K L M⁻¹ L'K.
    const k = product(square(scale), transpose(square(scale)));
    const weights = product(product(k, square(factor)), expected.inverse);
    expectClose(mean.subarray(at), weights.flat(), {relative: 1e-10, absolute: 1e-12});
    const explained = product(weights, product(transpose(square(factor)), k));
    const left = k.map((row, i) => row.map((value, j) => value - explained[i][j]));
    const root = square(noise.slice(at));
    const found = product(root, transpose(root));
    expectClose(found.flat(), left.flat(), {relative: 1e-9, absolute: 1e-11});
  });
});

describe("ClassVariance", () => {
  it.each([1, 2, 3])("of %d columns leaves coefficients without scale at 0", (v) => {
    const solver = new ClassVariance(v);
    const [inverse, mean, noise] = Array.from({length: 3}, () => new Float64Array(v * v));
    const none = new Float64Array(v * v);
    const determinant = solver.invert(lower(v, "none"), none, VARIANCE, inverse, 0);
    expectClose(determinant, v * Math.log(VARIANCE), {relative: 1e-13});
    solver.condition(lower(v, "none"), none, VARIANCE, {inverse, mean, noise, at: 0});
    expect([...mean, ...noise].every((value) => value === 0)).toBe(true);
  });

  it("says NaN where there is neither scale nor residual", () => {
    const none = new Float64Array(4);
    expect(
      new ClassVariance(2).invert(lower(2, "none"), none, 0, new Float64Array(4), 0)
    ).toBeNaN();
  });
});
