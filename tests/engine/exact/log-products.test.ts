import {describe, expect, it} from "vitest";
import {LogProducts} from "../../../src/engine/exact/log-products.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";

const generator = createGenerator("products");

describe("LogProducts", () => {
  it.each([1, 1e-40, 1e40, 1e-149, 1e149])("adds logarithms of factors about %d", (size) => {
    const products = new LogProducts(3);
    products.clear();
    const sums = [0, 0, 0];
    for (let k = 0; k < 200; ++k)
      for (const i of [0, 2]) {
        const factor = size * (0.5 + generator.uniform());
        products.multiply(i, factor);
        sums[i] += Math.log(factor);
      }
    products.multiplyPower(1, 3 * size, 7);
    sums[1] = 7 * Math.log(3 * size);
    expectClose(
      [0, 1, 2].map((i) => products.value(i)),
      sums,
      {relative: 1e-13, absolute: 1e-12}
    );
  });

  it("begins anew where it is cleared", () => {
    const products = new LogProducts(2);
    products.clear();
    for (const i of [0, 1]) for (let k = 0; k < 9; ++k) products.multiply(i, 1e100);
    expectClose(products.value(1), 900 * Math.log(10), {relative: 1e-13});
    products.clear();
    expect([0, 1].map((i) => products.value(i))).toEqual([0, 0]);
  });

  it("says -Infinity of a factor 0, and NaN of one that is none", () => {
    const products = new LogProducts(2);
    products.clear();
    products.multiply(0, 0);
    products.multiply(1, NaN);
    products.multiply(1, 2);
    expect(products.value(0)).toBe(-Infinity);
    expect(products.value(1)).toBeNaN();
  });
});
