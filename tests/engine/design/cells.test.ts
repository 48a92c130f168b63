import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {compress, type Cells} from "../../../src/engine/design/cells.js";
import {createDesign, type Design} from "../../../src/engine/design/design.js";
import {usableRows} from "../../../src/engine/design/rows.js";
import {parseFormula} from "../../../src/engine/formula/formula.js";
import type {Columns} from "../../../src/engine/types.js";
import {expectClose} from "../../assert.js";
import {columns} from "./r.js";

function designOf(text: string, equations: string[] = [], data: Columns = columns): Design {
  const formula = parseFormula(text, equations);
  return createDesign(formula, usableRows(formula, data));
}

/** Σ (y - x'beta - z'b)² row by row; `beta` of the centred columns, `effects` per term. */
function slowSquares(
  {columns: {population, varying}, outcome, terms}: Design,
  {means}: Cells,
  beta: ArrayLike<number>,
  effects: readonly Float64Array[]
): number {
  let sum = 0;
  for (let i = 0; i < outcome.length; ++i) {
    let e = outcome[i];
    for (let j = 0; j < population.length; ++j) e -= (population[j][i] - means[j]) * beta[j];
    terms.forEach(({codes, levels}, k) => {
      varying[k].forEach((column, a) => {
        e -= column[i] * effects[k][a * levels.length + codes[i]];
      });
    });
    sum += e * e;
  }
  return sum;
}

/** The same from the cells' sums alone. */
function squaresFromCells(
  cells: Cells,
  beta: ArrayLike<number>,
  effects: readonly Float64Array[]
): number {
  const {p, v, cells: m, reference, xx, xe, ee, zx, zz, ze} = cells;
  const delta = Float64Array.from(reference, (r, j) => beta[j] - r);
  const gamma = new Float64Array(v * m);
  cells.terms.forEach(({codes, columns: positions, levels}, k) => {
    positions.forEach((column, a) => {
      for (let c = 0; c < m; ++c) gamma[column * m + c] += effects[k][a * levels + codes[c]];
    });
  });
  let sum = ee;
  for (let j = 0; j < p; ++j) {
    sum -= 2 * delta[j] * xe[j];
    for (let k = 0; k < p; ++k) sum += delta[j] * delta[k] * xx[j * p + k];
  }
  for (let a = 0; a < v; ++a)
    for (let c = 0; c < m; ++c) {
      const own = gamma[a * m + c];
      sum -= 2 * own * ze[a * m + c];
      for (let b = 0; b < v; ++b) sum += own * gamma[b * m + c] * zz[(a * v + b) * m + c];
      for (let j = 0; j < p; ++j) sum += 2 * own * delta[j] * zx[(j * v + a) * m + c];
    }
  return sum;
}

const models: {formula: string; equations?: string[]}[] = [
  {formula: "y ~ x + f"},
  {formula: "y ~ 0 + x"},
  {formula: "y ~ x + (1 + t | f)"},
  {formula: "y ~ 0 + Intercept + x + (0 + t | f)"},
  {formula: "y ~ z + (1 + t + x | f) + (1 || g) + (x || h)"},
  {formula: "y ~ 1 + (1 + t | f * g * h)"},
  {formula: "y ~ a * t + b", equations: ["a ~ z + (1 + x | g)", "b ~ x + (1 | f)"]},
  {formula: "y ~ x + I(2 * x) + (1 | g)"}
];

describe("compress", () => {
  it.each(models)(
    "keeps the residual sum of squares of $formula $equations",
    ({formula, equations}) => {
      const design = designOf(formula, equations);
      const cells = compress(design);
      const number = fc.double({min: -2, max: 2, noNaN: true});
      const lengths = design.terms.map((term) => term.coefficients.length * term.levels.length);
      const vector = (length: number) =>
        fc.array(number, {minLength: length, maxLength: length}).map((v) => Float64Array.from(v));
      fc.assert(
        fc.property(vector(cells.p), fc.tuple(...lengths.map(vector)), (delta, effects) => {
          const beta = delta.map((d, j) => cells.reference[j] + d);
          const slow = slowSquares(design, cells, beta, effects);
          expectClose(squaresFromCells(cells, beta, effects), slow, {
            relative: 1e-10,
            absolute: 1e-10 * cells.ee
          });
        }),
        {numRuns: 30}
      );
    }
  );

  it("loses no digits to an outcome with a huge mean", () => {
    const shifted = {...columns, y: (columns.y as Float64Array).map((v) => v + 1e9)};
    const near = compress(designOf("y ~ x + (1 + t | f)"));
    const far = compress(designOf("y ~ x + (1 + t | f)", [], shifted));
    // At 1e9 the outcome itself keeps 16 - 9 = 7 digits behind the point; 1.2e-7 is its spacing.
    expectClose(far.ee, near.ee, {relative: 1e-6});
    expectClose(far.ze, near.ze, {absolute: 1e-5});
    expectClose(far.reference[0] - 1e9, near.reference[0], {absolute: 1e-6});
    expectClose(far.zx, near.zx, {});
  });

  it("takes the means off population columns just where brms centres", () => {
    const centred = compress(designOf("y ~ x + z"));
    const {x} = columns as Record<string, Float64Array>;
    expectClose(centred.means[1], x.reduce((a, b) => a + b) / x.length, {absolute: 1e-15});
    expect(centred.means[0]).toBe(0);
    for (const text of ["y ~ 0 + x + z", "y ~ 0 + Intercept + x"])
      expect([...compress(designOf(text)).means]).toEqual([0, 0]);
  });

  it("takes residuals from the least-squares fit, so that they are orthogonal to all columns", () => {
    const {xe, ee} = compress(designOf("y ~ x + f + (1 | g)"));
    expectClose(xe, new Float64Array(xe.length), {absolute: 1e-12 * Math.sqrt(ee) * 36});
  });

  it("gives a collinear column the reference 0", () => {
    expect(compress(designOf("y ~ x + I(2 * x)")).reference[2]).toBe(0);
  });

  it("keeps equal varying columns once and makes one cell per combination of levels", () => {
    const cells = compress(designOf("y ~ 1 + (1 + t | f) + (1 + t | g)"));
    expect([cells.v, cells.cells]).toEqual([2, 6]);
    expect(cells.terms.map((term) => [...term.columns])).toEqual([
      [0, 1],
      [0, 1]
    ]);
    expect(cells.terms.map((term) => term.levels)).toEqual([3, 2]);
  });

  it("makes one cell without varying columns when nothing is grouped", () => {
    const {cells, v, terms} = compress(designOf("y ~ x"));
    expect([cells, v, terms.length]).toEqual([1, 0, 0]);
  });

  it("survives a structured clone: a worker can have it", () => {
    const cells = compress(designOf("y ~ x + (1 + t | f)"));
    expect(structuredClone(cells)).toEqual(cells);
  });
});
