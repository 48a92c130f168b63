import {describe, expect, it} from "vitest";
import {ClassVariance} from "../../../src/engine/exact/class-variance.js";
import {createGroupVariances} from "../../../src/engine/exact/group-variances.js";
import type {OneFactor} from "../../../src/engine/exact/one-factor.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {eliminate, product, square, transpose} from "../../reference/dense.js";

const VARIANCE = 0.4;

/** Classes of random factors, of one group or of many. */
function simulate(v: number, counts: readonly number[], size = 1): OneFactor {
  const generator = createGenerator(`variances ${v}`);
  const classes = counts.map((count) => ({
    count,
    factor: Float64Array.from({length: v * v}, (_, i) =>
      i % v > Math.floor(i / v) ? 0 : size * (0.2 + Math.abs(generator.normal()))
    )
  }));
  const none = new Float64Array(0);
  const groups = counts.reduce((a, b) => a + b, 0);
  const rest = {within: none, products: none, classOf: new Int32Array(0), rows: none};
  return {p: 0, v, n: 100, groups, classes, ...rest};
}

function scaleOf(v: number, size = 1): Float64Array {
  const generator = createGenerator(`scale ${v}`);
  return Float64Array.from({length: v * v}, (_, i) =>
    i % v > Math.floor(i / v) ? 0 : size * generator.normal()
  );
}

/** σ²I + L'SS'L. */
function matrixOf(factor: Float64Array, scale: Float64Array): number[][] {
  const b = product(transpose(square(factor)), square(scale));
  return product(b, transpose(b)).map((row, i) =>
    row.map((value, j) => value + (i === j ? VARIANCE : 0))
  );
}

const counts = [1, 2, 4, 5, 300];

describe.each([1, 2, 3])("the variances of groups with %d columns", (v) => {
  const data = simulate(v, counts);
  const scale = scaleOf(v);
  const made = createGroupVariances(data);
  const found = made.invert(scale, VARIANCE);
  const expected = data.classes.map(({factor}) => eliminate(matrixOf(factor, scale)));

  it("add up the log determinants of all groups", () => {
    const sum = expected.reduce(
      (total, {logDeterminant}, m) => total + counts[m] * logDeterminant,
      0
    );
    expectClose(found, sum, {relative: 1e-12, absolute: 1e-12});
  });

  it("have every class's inverse, and its entries as weights, twice off the diagonal", () => {
    const inverses = expected.flatMap(({inverse}) => inverse.flat());
    expectClose(made.inverse, inverses, {relative: 1e-10, absolute: 1e-12});
    const weights = expected.flatMap(({inverse}) =>
      inverse.flatMap((row, a) => row.slice(0, a + 1).map((value, c) => (a === c ? 1 : 2) * value))
    );
    expectClose(made.weights, weights, {relative: 1e-10, absolute: 1e-12});
  });

  it("condition coefficients as a class alone does, but for the sign of noise", () => {
    made.condition(scale, VARIANCE);
    const solver = new ClassVariance(v);
    data.classes.forEach(({factor}, m) => {
      const [inverse, mean, noise] = Array.from({length: 3}, () => new Float64Array(v * v));
      solver.invert(factor, scale, VARIANCE, inverse, 0);
      solver.condition(factor, scale, VARIANCE, {inverse, mean, noise, at: 0});
      const own = (values: Float64Array) => values.slice(m * v * v, (m + 1) * v * v);
      expectClose(own(made.mean), mean, {relative: 1e-10, absolute: 1e-13});
      const [a, b] = [square(own(made.noise)), square(noise)];
      expectClose(product(a, transpose(a)).flat(), product(b, transpose(b)).flat(), {
        relative: 1e-10,
        absolute: 1e-13
      });
    });
  });
});

describe("createGroupVariances", () => {
  it.each([1e-15, 1e15])("loses no determinant of many classes of size %d", (size) => {
    const data = simulate(1, [1, 4, 3, 2, 4, 4, 1, 4], size);
    const made = createGroupVariances(data);
    const variance = size * size;
    const expected = data.classes.reduce(
      (sum, {count, factor}) => sum + count * Math.log(variance + factor[0] * factor[0]),
      0
    );
    expectClose(made.invert(Float64Array.of(1), variance), expected, {relative: 1e-12});
  });

  it("has nothing to say of groups without columns", () => {
    const made = createGroupVariances(simulate(0, [7]));
    expect(made.invert(new Float64Array(0), VARIANCE)).toBe(0);
    expect(made.weights).toHaveLength(0);
  });
});
