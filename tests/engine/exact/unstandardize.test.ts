import {expect, it} from "vitest";
import {unstandardize} from "../../../src/engine/exact/unstandardize.js";

it("multiplies every level's standard numbers by the scale", () => {
  // S = [2 0; 3 4], at two levels z = (1, 10) and (5, 7).
  const out = new Float64Array(4);
  unstandardize(Float64Array.of(2, 0, 3, 4), 2, Float64Array.of(1, 5, 10, 7), out);
  expect([...out]).toEqual([2, 10, 43, 43]);
});
