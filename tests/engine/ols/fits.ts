// The fits and tests of tests/fixtures/ols, with R's results.
import {leastSquares} from "../../../src/engine/ols/least-squares.js";
import {readFixture} from "../../assert.js";

interface TestResult {
  t: number;
  df: number;
  p: number;
  difference: number;
  se: number;
}

interface Fit {
  names: string[];
  rows: number;
  x: number[];
  y: number[];
  coefficients: (number | null)[];
  residuals: number[];
  leverage: number[];
  rank: number;
  df: number;
  sigma: number;
  classical: (number | null)[];
  HC2: (number | null)[];
  HC3: (number | null)[];
  contrast: {
    weights: number[];
    level: number;
    estimate: number;
    se: number;
    lower: number;
    upper: number;
  };
}

interface Fixture {
  fits: Record<string, Fit>;
  t_tests: {x1: number[]; x2: number[]; welch: TestResult; pooled: TestResult}[];
}

const fixture = readFixture("ols") as Fixture;

/** Name and fit by R, for `it.each`. */
export const fits = Object.entries(fixture.fits);

export const tTests = fixture.t_tests;

/** R's numbers, where null stands for NaN. */
export const numbers = (written: readonly (number | null)[]) =>
  Float64Array.from(written, (value) => value ?? NaN);

/** Our fit of the same data. */
export const refit = ({x, y, names}: Fit) =>
  leastSquares(Float64Array.from(x), Float64Array.from(y), names);

/** A fit from columns by name. */
export function fitColumns(columns: Record<string, number[]>, y: number[]) {
  const x = Float64Array.from(Object.values(columns).flat());
  return leastSquares(x, Float64Array.from(y), Object.keys(columns));
}
