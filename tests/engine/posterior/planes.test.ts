import {describe, expect, it} from "vitest";
import {
  addColumns,
  addProjections,
  addScaled,
  dot,
  fillPlane,
  multiply,
  subtractProduct
} from "../../../src/engine/posterior/planes.js";
import {expectClose} from "../../assert.js";

const some = (n: number, shift: number) =>
  Float64Array.from({length: n}, (_, i) => Math.sin(i + shift));

describe("planes", () => {
  it("are filled, scaled, multiplied and subtracted between their ends only", () => {
    const x = Float64Array.of(1, 2, 3, 4);
    fillPlane(x, 1, 2, 5);
    expect([...x]).toEqual([1, 5, 5, 4]);
    addScaled(x, 1, 2, x, 0, 1);
    expect([...x]).toEqual([1, 7, 5, 4]);
    multiply(x, 2, x, 1, 1);
    expect([...x]).toEqual([1, 7, 35, 4]);
    subtractProduct(x, 0, x, 1, x, 3, 1);
    expect([...x]).toEqual([-27, 7, 35, 4]);
  });

  it.each([1, 4, 7, 10])("of %i numbers have their inner product", (n) => {
    const [a, b] = [some(n + 2, 0), some(n + 1, 5)];
    let expected = 0;
    for (let i = 0; i < n; ++i) expected += a[i + 2] * b[i + 1];
    expectClose(dot(a, 2, b, 1, n), expected, {absolute: 1e-14});
  });

  it.each([1, 3, 4, 9])("of %i columns are combined and projected on", (p) => {
    const [x, y, w] = [some(6 * p, 1), some(6, 2), some(p, 3)];
    const combined = y.slice();
    addColumns(combined, -1, w, x);
    const projected = w.slice();
    addProjections(projected, -1, x, y);
    for (let i = 0; i < 6; ++i)
      expectClose(
        combined[i],
        w.reduce((sum, own, j) => sum - own * x[6 * j + i], y[i]),
        {absolute: 1e-14}
      );
    for (let j = 0; j < p; ++j)
      expectClose(
        projected[j],
        y.reduce((sum, own, i) => sum - own * x[6 * j + i], w[j]),
        {absolute: 1e-14}
      );
  });
});
