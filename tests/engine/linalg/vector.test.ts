import {describe, expect, it} from "vitest";
import {axpy, dot, scale} from "../../../src/engine/linalg/vector.js";

describe("vectors", () => {
  it("dot(x, y) sums products and is zero for empty vectors", () => {
    expect(dot(Float64Array.of(1, 2, 3), Float64Array.of(4, -5, 6))).toBe(12);
    expect(dot(new Float64Array(0), new Float64Array(0))).toBe(0);
  });

  it("axpy(alpha, x, y) adds alpha x to y and leaves x alone", () => {
    const x = Float64Array.of(1, 2);
    const y = Float64Array.of(10, 20);
    axpy(-2, x, y);
    expect([Array.from(x), Array.from(y)]).toEqual([
      [1, 2],
      [8, 16]
    ]);
  });

  it("scale(alpha, x) multiplies in place", () => {
    const x = Float64Array.of(1, -2);
    scale(3, x);
    expect(Array.from(x)).toEqual([3, -6]);
  });
});
