import {describe, expect, it} from "vitest";
import {
  multiplyQ,
  multiplyQTransposed,
  qr,
  solveR,
  solveRTransposed
} from "../../../src/engine/linalg/qr.js";
import {dot} from "../../../src/engine/linalg/vector.js";
import {expectClose} from "../../assert.js";
import {multiply, randomMatrix} from "./random-matrix.js";

const rows = 12;
const columns = 4;
const a = randomMatrix(rows, columns);
const column = (matrix: Float64Array, j: number) => matrix.subarray(j * rows, (j + 1) * rows);
const join = (...parts: Float64Array[]) => Float64Array.from(parts.flatMap((p) => Array.from(p)));

// Rounding of a dozen numbers of size 1 to 10; the matrices are well conditioned.
const tolerance = {absolute: 1e-13};

describe("qr(a, rows, columns)", () => {
  it("gives back every column as Q times its column of R", () => {
    const factor = qr(a.slice(), rows, columns);
    factor.kept.forEach((j, k) => {
      const r = new Float64Array(rows);
      r.set(column(factor.values, j).subarray(0, k));
      r[k] = factor.diagonal[k];
      multiplyQ(factor, r);
      expectClose(r, column(a, j), tolerance);
    });
  });

  it("has Q with Qᵀ Q = 1", () => {
    const factor = qr(a.slice(), rows, columns);
    const y = randomMatrix(rows, 1, "y");
    const turned = y.slice();
    multiplyQTransposed(factor, turned);
    expectClose(dot(turned, turned), dot(y, y), {relative: 1e-14});
    multiplyQ(factor, turned);
    expectClose(turned, y, tolerance);
  });

  it("recovers coefficients: solveR undoes the product", () => {
    const factor = qr(a.slice(), rows, columns);
    const x = Float64Array.of(1, -2, 3, 0.5);
    const y = multiply(a, x);
    multiplyQTransposed(factor, y);
    solveR(factor, y);
    expectClose(y.subarray(0, columns), x, tolerance);
  });

  it("leaves solveRTransposed such that Rᵀ u = w: uᵀ R x = wᵀ x", () => {
    const factor = qr(a.slice(), rows, columns);
    const w = Float64Array.of(1, 0, -1, 2);
    const x = Float64Array.of(1, -2, 3, 0.5);
    const u = w.slice();
    solveRTransposed(factor, u);
    const y = multiply(a, x);
    multiplyQTransposed(factor, y);
    expectClose(dot(u, y), dot(w, x), tolerance);
  });

  it("leaves out columns that depend on earlier ones, and keeps the earlier", () => {
    const [p, q, r] = [0, 1, 2].map((j) => column(a, j));
    const zero = new Float64Array(rows);
    const sum = p.map((value, i) => 2 * value - q[i]);
    const factor = qr(join(p, zero, q, sum, r, p), rows, 6);
    expect([factor.kept, factor.aliased]).toEqual([
      [0, 2, 4],
      [1, 3, 5]
    ]);
    // The aliased sum is 2 p - q in the coordinates of the columns kept before it.
    const coordinates = column(factor.values, 3).slice(0, 2);
    const onlyTwo = {...factor, kept: [0, 2], diagonal: factor.diagonal.slice(0, 2)};
    solveR(onlyTwo, coordinates);
    expectClose(coordinates, [2, -1], tolerance);
  });

  it("judges dependence whatever a column's unit", () => {
    const tiny = join(
      column(a, 0),
      column(a, 1).map((value) => value * 1e-12)
    );
    expect(qr(tiny, rows, 2).aliased).toEqual([]);
    const huge = join(
      column(a, 0),
      column(a, 0).map((value) => value * 1e12)
    );
    expect(qr(huge, rows, 2).aliased).toEqual([1]);
  });

  it("keeps as many columns as there are rows", () => {
    const wide = qr(randomMatrix(2, 4), 2, 4);
    expect([wide.kept, wide.aliased]).toEqual([
      [0, 1],
      [2, 3]
    ]);
  });
});
