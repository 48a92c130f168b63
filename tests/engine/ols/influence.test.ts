import {describe, expect, it} from "vitest";
import {dot} from "../../../src/engine/linalg/vector.js";
import {influence, isEstimable} from "../../../src/engine/ols/influence.js";
import {expectClose} from "../../assert.js";
import {fitColumns, fits, refit} from "./fits.js";

describe("influence(fit, weights)", () => {
  it.each(fits)("turns outcomes into the combination on the fit %s", (_, expected) => {
    const {weights, estimate} = expected.contrast;
    const rows = influence(refit(expected), Float64Array.from(weights));
    expectClose(dot(rows, Float64Array.from(expected.y)), estimate, {relative: 1e-12});
  });

  it("is exactly zero for rows that do not matter", () => {
    const cells = fitColumns({a: [1, 1, 0, 0], b: [0, 0, 1, 1]}, [1, 2, 3, 5]);
    const rows = influence(cells, Float64Array.of(1, 0));
    expectClose(rows.subarray(0, 2), [0.5, 0.5], {absolute: 1e-15});
    expect(Array.from(rows.subarray(2), Math.abs)).toEqual([0, 0]);
  });
});

describe("isEstimable(fit, weights)", () => {
  // Both rows of the group b are treated, so its own effect (b:t) cannot be told from its level (b).
  const fit = fitColumns(
    {
      one: [1, 1, 1, 1, 1, 1],
      b: [0, 0, 0, 0, 1, 1],
      t: [0, 0, 1, 1, 1, 1],
      "b:t": [0, 0, 0, 0, 1, 1]
    },
    [1, 2, 4, 5, 9, 7]
  );

  it.each([
    ["the effect in the complete group", [0, 0, 1, 0], true],
    ["the mean of treated in the incomplete group", [1, 1, 1, 1], true],
    ["the effect in the incomplete group", [0, 0, 1, 1], false],
    ["the mean of controls in the incomplete group", [1, 1, 0, 0], false],
    ["the difference between the groups' effects", [0, 0, 0, 1], false]
  ])("judges %s", (_, weights, expected) => {
    expect(isEstimable(fit, Float64Array.from(weights))).toBe(expected);
  });

  it("is true for every combination when no column is aliased", () => {
    expect(isEstimable(refit(fits[0][1]), new Float64Array(7).fill(1))).toBe(true);
  });
});
