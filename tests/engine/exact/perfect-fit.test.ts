import {describe, expect, it} from "vitest";
import {gatherClasses, hasOneFactor} from "../../../src/engine/exact/one-factor.js";
import {fitsPerfectly} from "../../../src/engine/exact/perfect-fit.js";
import type {Columns} from "../../../src/engine/types.js";
import {experiment, modelOf} from "./small-models.js";

const data = experiment("perfect fit");
const numbers = (name: string): Float64Array => data[name] as Float64Array;
const level = (name: string): number[] =>
  (data[name] as string[]).map((text) => "abcduvw".indexOf(text) ** 2);

function answer(formula: string, y: Float64Array, more: Columns = {}): boolean {
  const {cells} = modelOf({formula}, {...data, ...more, y});
  return fitsPerfectly(cells, hasOneFactor(cells) ? gatherClasses(cells) : null);
}

const byF = Float64Array.from(level("f"));
const byBoth = byF.map((value, i) => value - 7 * level("g")[i]);
const byX = numbers("x").map((value) => 3 - value / 7);
const bySlopes = byF.map((value, i) => numbers("x")[i] * value + numbers("t")[i]);

describe("fitsPerfectly(cells, classes)", () => {
  it.each([
    ["y ~ 1 + (1 | f)", byF],
    ["y ~ 0 + (1 | f)", byF],
    ["y ~ f", byF],
    ["y ~ x + (1 | g)", byX],
    ["y ~ x + t + (1 | f) + (1 | g)", byX],
    ["y ~ f + (1 | g)", byF],
    ["y ~ x + (1 | f) + (1 | g)", byBoth],
    ["y ~ g + (1 | f)", byBoth],
    ["y ~ x + (1 | f:g)", byBoth],
    ["y ~ t + (1 + x | f)", bySlopes]
  ] as const)("is true of %s where it explains all", (formula, y) => {
    expect(answer(formula, y)).toBe(true);
    // Neither units nor an offset change that.
    expect(
      answer(
        formula,
        y.map((value) => value * 1e-6)
      )
    ).toBe(true);
    if (!formula.includes("0 +"))
      expect(
        answer(
          formula,
          y.map((value) => value + 1e6)
        )
      ).toBe(true);
  });

  it.each([
    ["y ~ 1 + (1 | g)", byF],
    ["y ~ x + (1 | f)", byBoth],
    ["y ~ t + (1 | f) + (0 + x | g)", bySlopes]
  ] as const)("is false of %s where another term is needed", (formula, y) => {
    expect(answer(formula, y)).toBe(false);
  });

  it("is false as soon as there is noise, be it small or far from zero", () => {
    const noisy = (share: number) => byBoth.map((value, i) => value + share * numbers("z")[i]);
    expect(answer("y ~ x + (1 | f) + (1 | g)", noisy(1e-4))).toBe(false);
    expect(answer("y ~ g + (1 | f)", noisy(1e-4))).toBe(false);
    expect(answer("y ~ f + g", noisy(1e-8))).toBe(false);
    const far = numbers("z").map((value) => value + 1e9);
    expect(answer("y ~ 1 + (1 | f)", far)).toBe(false);
  });

  it("is false of a model with as many coefficients as rows, whose sds bound sigma", () => {
    const rows = Array.from(byF, (_, i) => `row ${i}`);
    expect(answer("y ~ x + (1 | rows)", numbers("z"), {rows})).toBe(false);
    expect(answer("y ~ x + (1 | rows) + (1 | g)", numbers("z"), {rows})).toBe(false);
  });
});
