import {describe, expect, it} from "vitest";
import {symmetricEigen} from "../../../src/engine/linalg/eigen.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

const random = createGenerator("symmetric matrices", 0);

/** Products of random columns, so of as small a rank as there are rows. */
function products(n: number, rows: number): Float64Array {
  const x = Float64Array.from({length: n * rows}, () => random.normal());
  return Float64Array.from({length: n * n}, (_, at) => {
    const [i, j] = [at % n, Math.floor(at / n)];
    let sum = 0;
    for (let k = 0; k < rows; ++k) sum += x[i * rows + k] * x[j * rows + k];
    return sum;
  });
}

describe("symmetricEigen(a, n)", () => {
  it("knows a matrix of two", () => {
    const {values} = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
    expectClose([...values].sort(), [1, 3], {relative: 1e-15});
  });

  it.each([
    [1, 3],
    [6, 20],
    [30, 7]
  ])(
    "takes products of %i columns of %i rows apart, into unit vectors at right angles",
    (n, rows) => {
      const a = products(n, rows);
      const {values, vectors} = symmetricEigen(a.slice(), n);
      const column = (j: number) => vectors.subarray(j * n, (j + 1) * n);
      const size = Math.max(...values);
      for (let i = 0; i < n; ++i)
        for (let j = 0; j < n; ++j) {
          const together = values.reduce(
            (sum, value, k) => sum + value * column(k)[i] * column(k)[j],
            0
          );
          expectClose(together, a[j * n + i], {absolute: 1e-13 * size});
          const product = column(i).reduce((sum, value, k) => sum + value * column(j)[k], 0);
          expectClose(product, Number(i === j), {absolute: 1e-13});
        }
      expect(values.filter((value) => value > 1e-10 * size)).toHaveLength(Math.min(n, rows));
    }
  );

  it("leaves a diagonal matrix, and one of zeros, as they are", () => {
    expect(symmetricEigen(Float64Array.of(3, 0, 0, 1), 2).values).toEqual(Float64Array.of(3, 1));
    expect(symmetricEigen(new Float64Array(4), 2).values).toEqual(new Float64Array(2));
  });
});
