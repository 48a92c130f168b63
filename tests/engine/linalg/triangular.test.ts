import {describe, it} from "vitest";
import {
  multiplyLower,
  solveLower,
  solveLowerTransposed
} from "../../../src/engine/linalg/triangular.js";
import {expectClose} from "../../assert.js";
import {
  lowerTriangle,
  multiply,
  positiveDefinite,
  randomMatrix,
  transpose
} from "./random-matrix.js";

const n = 9;
// Well conditioned, with numbers above the diagonal that must not be read.
const l = positiveDefinite(n);
const x = randomMatrix(n, 1, "x");
const tolerance = {relative: 1e-10, absolute: 1e-10};

describe("a lower triangle", () => {
  it("multiplyLower(l, n, x) is the product", () => {
    const y = x.slice();
    multiplyLower(l, n, y);
    expectClose(y, multiply(lowerTriangle(l), x), {relative: 1e-14, absolute: 1e-13});
  });

  // Condition number below 1e4, so 1e-16 becomes 1e-12 at most.
  it("solveLower(l, n, b) undoes the product with L", () => {
    const b = multiply(lowerTriangle(l), x);
    solveLower(l, n, b);
    expectClose(b, x, tolerance);
  });

  it("solveLowerTransposed(l, n, b) undoes the product with Lᵀ", () => {
    const b = multiply(transpose(lowerTriangle(l)), x);
    solveLowerTransposed(l, n, b);
    expectClose(b, x, tolerance);
  });
});
