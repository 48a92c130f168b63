import {describe, expect, it} from "vitest";
import {createDensity, type Distribution} from "../../../src/engine/density/density.js";
import {isMirrored} from "../../../src/engine/density/mirrored.js";

const priors: readonly Distribution[] = [
  {family: "flat", arguments: []},
  {family: "normal", arguments: [0, 2]},
  {family: "normal", arguments: [0.5, 2]},
  {family: "student_t", arguments: [3, 0, 2.5]},
  {family: "student_t", arguments: [3, -1, 2.5]},
  {family: "cauchy", arguments: [0, 1]},
  {family: "cauchy", arguments: [2, 1]},
  {family: "logistic", arguments: [0, 1]},
  {family: "logistic", arguments: [-0.1, 1]},
  {family: "double_exponential", arguments: [0, 1]},
  {family: "exponential", arguments: [1]},
  {family: "gamma", arguments: [2, 1]},
  {family: "inv_gamma", arguments: [2, 1]},
  {family: "lognormal", arguments: [0, 1]}
];

describe("isMirrored(distribution)", () => {
  it.each(priors)("is true of %j just when its density has no slope beside 0", (prior) => {
    // A slope there of 1e-9 or less against 0.01 or more.
    const slope = Math.abs(createDensity(prior).slope(1e-9));
    expect(isMirrored(prior)).toBe(slope < 1e-6);
  });

  it("is true of some and false of others", () => {
    expect(priors.filter(isMirrored).map(({family}) => family)).toEqual([
      "flat",
      "normal",
      "student_t",
      "cauchy",
      "logistic"
    ]);
  });
});
