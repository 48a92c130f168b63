import {describe, expect, it} from "vitest";
import {logistic} from "../../../src/engine/math/logistic.js";
import {expectClose} from "../../assert.js";

describe("logistic", () => {
  it("is R's plogis", () => {
    // plogis(c(-30, -2, 0, 0.5, 3, 40))
    const expected = [
      9.357623e-14, 0.1192029220221176, 0.5, 0.6224593312018546, 0.9525741268224334, 1
    ];
    expectClose([-30, -2, 0, 0.5, 3, 40].map(logistic), expected, {relative: 1e-7});
  });

  it("ends at 0 and 1", () => {
    expect([-Infinity, -1e4, 1e4, Infinity].map(logistic)).toEqual([0, 0, 1, 1]);
    expect(logistic(NaN)).toBeNaN();
  });
});
