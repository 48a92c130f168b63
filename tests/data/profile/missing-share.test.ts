import {describe, expect, it} from "vitest";
import {knownArms, missingShare} from "../../../src/data/profile/missing-share.js";

const columns = {
  arm: ["a", "b", null, null],
  free: Float64Array.of(1, NaN, NaN, NaN),
  town: ["x", null, "y", "y"]
};

describe("missingShare", () => {
  it("is of rows with a treatment, where one is named", () => {
    expect(missingShare("free", columns)).toBe(0.75);
    expect(missingShare("free", columns, "arm")).toBe(0.5);
    expect(missingShare("town", columns)).toBe(0.25);
    expect(missingShare("town", columns, "arm")).toBe(0.5);
  });

  it("is of all rows where the column named is not there, and whole where there are no rows", () => {
    expect(missingShare("town", columns, "none")).toBe(0.25);
    expect(missingShare("arm", {arm: []})).toBe(1);
    expect(missingShare("town", {...columns, arm: [null, null, null, null]}, "arm")).toBe(1);
  });
});

it("knownArms are no number where no treatment is known", () => {
  expect(knownArms(columns, 4, "arm")).toEqual(Float64Array.of(0, 0, NaN, NaN));
  expect(knownArms(columns, 4)).toEqual(new Float64Array(4));
});
