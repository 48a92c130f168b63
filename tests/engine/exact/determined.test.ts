import {describe, expect, it} from "vitest";
import {isDetermined} from "../../../src/engine/exact/determined.js";
import {PopulationPrior} from "../../../src/engine/exact/population-prior.js";
import {experiment, modelOf} from "./small-models.js";

const data = experiment("determined");
const x = data.x as Float64Array;

/** Whether a formula's coefficients are determined by these columns beside x, z, both and twice. */
function answer(formula: string, priors: string[] = [], more: Record<string, Float64Array> = {}) {
  const {cells, priors: all} = modelOf({formula, priors}, {...data, ...more});
  return isDetermined(cells, new PopulationPrior(all.population).precision);
}

describe("isDetermined(cells, precision)", () => {
  it.each([
    "y ~ 1",
    "y ~ 0 + (1 | f)",
    "y ~ x + z + t + f",
    "y ~ 0 + f + x",
    "y ~ twice + both",
    "y ~ t + f + (1 + t | f)"
  ])("is true of %s", (formula) => {
    expect(answer(formula)).toBe(true);
  });

  it.each(["y ~ x + twice", "y ~ x + z + both + t", "y ~ 0 + Intercept + f + I(2 - x) + x"])(
    "is false of the collinear %s under flat priors, in whatever sample",
    (formula) => {
      expect(answer(formula)).toBe(false);
      for (let i = 0; i < 20; ++i) {
        const {cells} = modelOf({formula}, experiment(`sample ${i}`));
        expect(isDetermined(cells, new Float64Array(cells.p))).toBe(false);
      }
    }
  );

  it("is true of collinear columns as soon as one of them has a proper prior", () => {
    for (const coefficient of ["x", "twice"])
      expect(answer("y ~ x + twice + t", [`b[${coefficient}]: normal(0, 10)`])).toBe(true);
    expect(answer("y ~ x + twice + t", ["b[t]: normal(0, 10)"])).toBe(false);
    expect(answer("y ~ x + twice + t", ["b: student_t(3, 0, 1)"])).toBe(true);
  });

  it("is false of a constant column beside an intercept, whatever rounding makes of its mean", () => {
    for (const value of [0, 1, 0.1, -1e6 / 3])
      expect(answer("y ~ w", [], {w: x.map(() => value)})).toBe(false);
  });

  it("is true of columns that are merely close, far from zero, or small", () => {
    const noise = data.z as Float64Array;
    for (const w of [
      x.map((value, i) => value + 1e-4 * noise[i]),
      x.map((value) => 1e9 + value * value),
      x.map((value) => 1e-12 * value * value)
    ])
      expect(answer("y ~ x + w", [], {w})).toBe(true);
  });
});
