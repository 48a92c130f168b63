import {describe, expect, it} from "vitest";
import type {Distribution} from "../../../src/engine/density/density.js";
import {
  heavyTails,
  isConjugate,
  PopulationPrior
} from "../../../src/engine/exact/population-prior.js";
import {studentTCdf} from "../../../src/engine/math/student-t.js";
import {createGenerator} from "../../../src/engine/random/generator.js";
import {expectClose} from "../../assert.js";
import {ERRORS, expectShares} from "./monte-carlo.js";

const normal: Distribution = {family: "normal", arguments: [1, 0.5]};
const flat: Distribution = {family: "flat", arguments: []};
const t4: Distribution = {family: "student_t", arguments: [4, 2, 3]};
const cauchy: Distribution = {family: "cauchy", arguments: [-1, 0.2]};

describe("isConjugate(distribution)", () => {
  it.each([normal, flat, t4, cauchy])("is true of $family", (prior) => {
    expect(isConjugate(prior)).toBe(true);
  });

  it.each(["logistic", "double_exponential", "gamma", "lognormal", "exponential"] as const)(
    "is false of %s",
    (family) => {
      expect(isConjugate({family, arguments: [1, 1]})).toBe(false);
    }
  );
});

describe("heavyTails(priors)", () => {
  it("names place, degrees of freedom and 1 / scale² of Student t and Cauchy priors", () => {
    const found = heavyTails([normal, t4, flat, cauchy]);
    expect(found.map(({position, df}) => [position, df])).toEqual([
      [1, 4],
      [3, 1]
    ]);
    expectClose(
      found.map(({precision}) => precision),
      [1 / 9, 25],
      {relative: 1e-15}
    );
  });
});

describe("PopulationPrior", () => {
  it("begins with location and 1 / scale², and 0 where the prior is flat", () => {
    const {location, precision} = new PopulationPrior([normal, flat, t4, cauchy]);
    expect([...location]).toEqual([1, 0, 2, -1]);
    expectClose(precision, [4, 0, 1 / 9, 25], {relative: 1e-15});
  });

  it("leaves normal and flat priors alone, whatever the coefficients", () => {
    const prior = new PopulationPrior([normal, flat, t4]);
    prior.update(Float64Array.of(50, -3, 2), createGenerator("alone"));
    expect([prior.precision[0], prior.precision[1]]).toEqual([4, 0]);
    expect(prior.precision[2]).not.toBe(1 / 9);
  });

  // The precision given a coefficient is gamma with shape (df + 1)/2 and rate
  // scale² (df + z²)/2, of which mean and variance are shape/rate and shape/rate².
  it.each([
    {prior: t4, at: 2, shape: 2.5, rate: 18},
    {prior: t4, at: 8, shape: 2.5, rate: 36},
    {prior: cauchy, at: -0.6, shape: 1, rate: 0.1}
  ])("draws the precision of $prior.family given $at", ({prior, at, shape, rate}) => {
    const made = new PopulationPrior([prior]);
    const generator = createGenerator("precision");
    const count = 20_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < count; ++i) {
      made.update(Float64Array.of(at), generator);
      sum += made.precision[0] / count;
      squares += (made.precision[0] - shape / rate) ** 2 / count;
    }
    const variance = shape / rate ** 2;
    expectClose(sum, shape / rate, {absolute: ERRORS * Math.sqrt(variance / count)});
    // Fourth central moment of a gamma: 3 shape (shape + 2) / rate⁴.
    const error = Math.sqrt((3 * shape * (shape + 2)) / rate ** 4 - variance ** 2);
    expectClose(squares, variance, {absolute: (ERRORS * error) / Math.sqrt(count)});
  });

  it.each([
    {prior: t4, df: 4, location: 2, scale: 3},
    {prior: cauchy, df: 1, location: -1, scale: 0.2}
  ])("mixes normals to a $prior.family", ({prior, df, location, scale}) => {
    const made = new PopulationPrior([prior]);
    const generator = createGenerator("mixture");
    const coefficient = new Float64Array(1);
    const draws = Float64Array.from({length: 40_000}, () => {
      coefficient[0] = made.location[0] + generator.normal() / Math.sqrt(made.precision[0]);
      made.update(coefficient, generator);
      return (coefficient[0] - location) / scale;
    });
    expectShares(draws, [-6, -3, -1, -0.3, 0, 0.5, 1.5, 4], (z) => studentTCdf(z, df));
  });
});
