import {describe, expect, it} from "vitest";
import {LevelDeterminant} from "../../../src/engine/posterior/coordinates.js";
import {expectClose} from "../../assert.js";

describe("LevelDeterminant", () => {
  it("has the logarithm of products far below the smallest number", () => {
    const own = new LevelDeterminant();
    for (let i = 0; i < 5000; ++i) own.multiply(0.01);
    expectClose(own.log(), -5000 * Math.log(100), {relative: 1e-12});
  });

  it("begins anew after a reset, and says so when a factor was not a number", () => {
    const own = new LevelDeterminant();
    own.multiply(NaN);
    expect(own.log()).toBeNaN();
    own.reset();
    expect(own.log()).toBe(0);
  });
});
